import { PAGE_STATES } from '../../model/decision.ts'
import { progressOf } from '../series.ts'
import type { Entry, Hit } from '../wire.ts'
import type { Model } from './model.ts'
import { Seeking } from './seeking.tsx'
import { Text } from './text.tsx'

/** The pages of the book, with what is left to do on each. */
export function PagesPane({ model }: { readonly model: Model }) {
  const { book } = model
  const bySheet = new Map<number, Entry[]>()
  for (const entry of book.entries) {
    const own = bySheet.get(entry.sheet)
    if (own) own.push(entry)
    else bySheet.set(entry.sheet, [entry])
  }
  return (
    <section class="pages" aria-label="Pages">
      <div class="tools">
        <h2>
          Pages <small>{pagesCounted(model)}</small>
        </h2>
        <button type="button" onClick={() => void nextUnreviewed(model)}>
          Next page that nobody has reviewed
        </button>
      </div>
      <ul class="grid">
        {book.sheets.map((sheet, index) => {
          const { asks, done, decided } = progressOf(bySheet.get(index) ?? [])
          const all = asks + done + decided
          return (
            <li key={`${sheet.line} ${sheet.name}`}>
              <button
                type="button"
                class={asks > 0 ? 'sheet asks' : 'sheet'}
                onClick={() => model.openPage(index)}
              >
                <strong>
                  {sheet.name}
                  {sheet.state !== 'untouched' && (
                    <span class={`badge ${sheet.state}`} title={`said ${sheet.by ?? ''}`}>
                      {sheet.state.replaceAll('-', ' ')}
                    </span>
                  )}
                </strong>
                <span class="share" aria-hidden="true">
                  <span style={{ width: all === 0 ? '0' : `${(100 * decided) / all}%` }} />
                </span>
                <small>{leftOn(all, asks, decided)}</small>
              </button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** What is left to do on a page, in a few words. */
function leftOn(all: number, asks: number, decided: number): string {
  if (all === 0) return 'nothing'
  if (asks > 0) return `${asks} to decide`
  return decided === all ? 'all decided' : `${all - decided} done by rules`
}

function pagesCounted({ book: { sheets } }: Model): string {
  const counts = new Map<string, number>()
  for (const { state } of sheets) counts.set(state, (counts.get(state) ?? 0) + 1)
  const states = ['untouched', ...PAGE_STATES].filter((state) => counts.has(state))
  return states.map((state) => `${counts.get(state)} ${state.replaceAll('-', ' ')}`).join(', ')
}

async function nextUnreviewed(model: Model): Promise<void> {
  const { sheets } = model.book
  const isLeft = ({ state }: (typeof sheets)[number]) =>
    state === 'untouched' || state === 'in-review'
  const after = sheets.findIndex((sheet, i) => i > model.ui.sheet && isLeft(sheet))
  const index = after >= 0 ? after : sheets.findIndex(isLeft)
  if (index >= 0) await model.openPage(index)
}

/** Where a text stands, in the raw text and in the edition. */
export function SearchPane({ model }: { readonly model: Model }) {
  const { hits, query } = model.ui
  return (
    <section class="results" aria-label="Search">
      <div class="tools">
        <h2>
          {`“${query}”`} <small>{hits ? `${hits.total} places` : 'searching'}</small>
        </h2>
      </div>
      <Seeking model={model} />
      {(['edition', 'raw'] as const).map((where) => {
        const own = hits?.hits.filter((hit) => hit.where === where) ?? []
        return (
          <section key={where} aria-label={where}>
            <h3>{where === 'raw' ? 'In the raw text' : 'In the edition'}</h3>
            {own.length === 0 && <p class="empty">Nothing</p>}
            <ul class="hits">
              {own.map((hit) => (
                <li key={`${hit.line} ${hit.from}`}>
                  <button type="button" onClick={() => openHit(model, hit)}>
                    <span class="page-number">{model.book.sheets[hit.sheet]?.name}</span>
                    <span class="left">
                      <span>
                        <Text text={hit.before} />
                      </span>
                    </span>
                    <mark>
                      <Text text={hit.text} />
                    </mark>
                    <span class="right">
                      <Text text={hit.after} />
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </section>
  )
}

/** Opens the page of what was found, with the words picked. */
function openHit(model: Model, { sheet, line, from, text }: Hit): void {
  void model.openPage(sheet, undefined, { line, from, to: from + text.length, text })
}

/** What is to be known about the book: disagreements, decisions without a place, notices. */
export function RemarksPane({ model }: { readonly model: Model }) {
  const { remarks, orphans } = model.book
  const disagreements = remarks.filter(({ code }) => code === 'decisions-disagree')
  const others = remarks.filter(
    ({ code }) => code !== 'decisions-disagree' && code !== 'decision-orphaned',
  )
  const list = (title: string, own: typeof remarks, none: string) => (
    <section aria-label={title}>
      <h3>
        {title} <small>{own.length}</small>
      </h3>
      {own.length === 0 && <p class="empty">{none}</p>}
      <ul class="remarks">
        {own.map((remark) => (
          <li key={`${remark.line} ${remark.message}`} class={remark.weighty ? 'weighty' : ''}>
            <button type="button" onClick={() => model.openPage(remark.sheet)}>
              <span class="page-number">{remark.line > 0 ? `line ${remark.line}` : 'book'}</span>
              <span>{remark.message}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
  return (
    <section class="results" aria-label="Remarks">
      <div class="tools">
        <h2>
          Remarks <small>what is to be known about the book</small>
        </h2>
      </div>
      {list('Editors disagree', disagreements, 'No two editors disagree.')}
      <section aria-label="Decisions without a place">
        <h3>
          Decisions without a place <small>{orphans.length}</small>
        </h3>
        {orphans.length === 0 && <p class="empty">Every decision has its place.</p>}
        <ul class="remarks">
          {orphans.map((orphan) => (
            <li key={orphan.id} class="orphan">
              <p>
                <strong>{`${orphan.by}: ${orphan.act} ${orphan.what}`}</strong>
                {' …'}
                <Text text={orphan.prefix} after={orphan.exact} />
                <mark>
                  <Text text={orphan.exact} before={orphan.prefix} after={orphan.suffix} />
                </mark>
                <Text text={orphan.suffix} before={orphan.exact} />…
              </p>
              <button type="button" onClick={() => void model.seekPlace(orphan)}>
                Put it back
              </button>
              <button
                type="button"
                onClick={() =>
                  model.act(
                    [{ kind: 'orphan', id: orphan.id, by: orphan.by }],
                    'The decision is given up',
                  )
                }
              >
                Give it up
              </button>
            </li>
          ))}
        </ul>
      </section>
      <Undoings model={model} />
      {list('Notices', others, 'Nothing to be known.')}
    </section>
  )
}

/** Words that are right everywhere and rules that are off, each with the way back. */
function Undoings({ model }: { readonly model: Model }) {
  const { words, rulesOff } = model.book
  return (
    <>
      <section aria-label="Words that are right everywhere">
        <h3>
          Words that are right everywhere <small>{words.length}</small>
        </h3>
        <ul class="chips">
          {words.map((word) => (
            <li key={word}>
              {word}{' '}
              <button
                type="button"
                class="link"
                onClick={() =>
                  model.act(
                    [{ kind: 'word', act: 'clear', word }],
                    `“${word}” is asked about again`,
                  )
                }
              >
                take back
              </button>
            </li>
          ))}
        </ul>
      </section>
      <section aria-label="Rules that are off">
        <h3>
          Rules that are off <small>{rulesOff.length}</small>
        </h3>
        <ul class="chips">
          {rulesOff.map((rule) => (
            <li key={rule}>
              {rule}{' '}
              <button
                type="button"
                class="link"
                onClick={() =>
                  model.act([{ kind: 'rule', act: 'clear', rule }], `The rule ${rule} is on again`)
                }
              >
                switch on
              </button>
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}
