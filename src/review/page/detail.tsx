import { wordOf } from '../series.ts'
import type { Entry } from '../wire.ts'
import type { Model } from './model.ts'
import { roleName, StateMark, stateName } from './reading.tsx'
import { ruleTitle } from './series-list.tsx'
import { Text } from './text.tsx'

/** One entry in its sentence: what is printed, what shall be read, and why; and what can be done. */
export function Detail({ model }: { readonly model: Model }) {
  const { cursor } = model
  if (!cursor) return <section class="detail empty" aria-label="Entry" />
  const { id, sheet, line, cert, evidence, rules, notes, class: role } = cursor
  return (
    <section class="detail" aria-label="Entry" key={id}>
      <p class="where">
        <button type="button" class="link" onClick={() => model.openPage(sheet, id)}>
          {`Page ${model.book.sheets[sheet]?.name ?? ''}`}
        </button>
        {`, line ${line}`}
        <span class="state">
          <StateMark entry={cursor} /> {stateName(cursor)}
        </span>
      </p>
      <Sentence entry={cursor} />
      <Candidates model={model} entry={cursor} />
      <dl>
        <div>
          <dt>{ruleTitle(model, rules)}</dt>
          <dd>{`${roleName(role)}, ${cert} certainty`}</dd>
        </div>
        {evidence.length > 0 && (
          <div>
            <dt>Evidence</dt>
            <dd>
              {evidence.map((one) => (
                <p key={one}>{one}</p>
              ))}
            </dd>
          </div>
        )}
        {notes.map(({ by, text }) => (
          <div key={`${by} ${text}`}>
            <dt>{`Note by ${by}`}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <Actions model={model} entry={cursor} />
    </section>
  )
}

function Sentence({ entry }: { readonly entry: Entry }) {
  const { before, sic, corr, after, kind, class: role } = entry
  if (kind === 'marking') {
    const [left, right] = [
      wordOf({ ...entry, sic: '', after: '' }),
      /^\s*([\p{L}\p{N}]*)/u.exec(after)?.[1],
    ]
    return (
      <div class="sentence" dir="auto">
        <p>
          …<Text text={before} />
          <mark>
            <Text text={sic} before={before} after={after} />
          </mark>
          <Text text={after} />…
        </p>
        {role === 'hyphen' && (
          <p class="readings">
            <span>
              <kbd>y</kbd> {`${left}${right}`}
            </span>
            <span>
              <kbd>n</kbd> {`${left}${sic}${right}`}
            </span>
          </p>
        )}
      </div>
    )
  }
  return (
    <div class="sentence" dir="auto">
      <p>
        …<Text text={before} after={sic + after} />
        <del class={sic === '' ? 'nothing' : ''}>
          <Text text={sic} before={before} after={after} blanks />
        </del>
        <ins class={corr === '' ? 'nothing' : ''}>
          <Text text={corr} before={before} after={after} blanks />
        </ins>
        <Text text={after} before={before + sic} />…
      </p>
    </div>
  )
}

function Candidates({ model, entry }: { readonly model: Model; readonly entry: Entry }) {
  const others = entry.candidates.filter((one) => one !== entry.corr)
  if (entry.kind === 'marking' || others.length === 0) return null
  return (
    <p class="candidates">
      <span>Or read</span>
      {others.slice(0, 8).map((one, i) => (
        <button type="button" key={one} onClick={() => model.amend(one)}>
          {one === '' ? 'nothing' : one} {i < 9 && <kbd>{i + 1}</kbd>}
        </button>
      ))}
    </p>
  )
}

function Actions({ model, entry }: { readonly model: Model; readonly entry: Entry }) {
  const hyphen = entry.class === 'hyphen'
  return (
    <div class="actions">
      <button type="button" class="yes" onClick={() => model.decide('accept')}>
        {hyphen ? 'Join' : 'Accept'} <kbd>y</kbd>
      </button>
      <button type="button" class="no" onClick={() => model.decide('reject')}>
        {hyphen ? 'Keep the hyphen' : 'Reject'} <kbd>n</kbd>
      </button>
      {entry.kind === 'correction' && (
        <button type="button" onClick={() => model.set({ dialog: 'amend', picked: undefined })}>
          Amend <kbd>e</kbd>
        </button>
      )}
      <button type="button" onClick={() => model.set({ dialog: 'note' })}>
        Note <kbd>i</kbd>
      </button>
      {entry.kind === 'correction' && /\p{L}/u.test(wordOf(entry)) && (
        <button type="button" onClick={() => model.wordRight()}>
          {`“${wordOf(entry)}” is right`} <kbd>x</kbd>
        </button>
      )}
      {entry.rules.map((rule) => (
        <button
          type="button"
          key={rule}
          onClick={() =>
            model.act(
              [{ kind: 'rule', act: 'reject', rule }],
              `The rule ${rule} is off for this book`,
            )
          }
        >
          Rule off
        </button>
      ))}
      {entry.by === model.book.editor && (
        <button type="button" onClick={() => model.clear()}>
          Take back <kbd>c</kbd>
        </button>
      )}
    </div>
  )
}
