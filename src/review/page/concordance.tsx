import type { Order } from '../series.ts'
import type { Entry } from '../wire.ts'
import type { Model } from './model.ts'
import { Change, StateMark, stateName } from './reading.tsx'
import { SeriesName } from './series-list.tsx'
import { Text } from './text.tsx'
import { VirtualList } from './virtual-list.tsx'

const ORDERS: readonly (readonly [Order, string])[] = [
  ['page', 'page'],
  ['left', 'what is before'],
  ['right', 'what is behind'],
]

/** All places of a series, each with what stands on both sides of it. */
export function Concordance({ model }: { readonly model: Model }) {
  const { rows, ui, current } = model
  const cursor = rows.findIndex(({ id }) => id === ui.cursor)
  const { ticked } = ui
  return (
    <section class="concordance" aria-label="Concordance">
      <div class="tools">
        <h2>
          {current ? <SeriesName model={model} series={current} /> : 'No series'}
          {current && (
            <small>
              {`${current.all} ${current.all === 1 ? 'place' : 'places'}, ${current.decided} decided`}
            </small>
          )}
        </h2>
        <div class="buttons">
          <label>
            <span>Sort by</span>
            <select
              value={ui.order}
              onChange={(event) => {
                const wanted = ORDERS.find(([name]) => name === event.currentTarget.value)
                if (wanted) model.set({ order: wanted[0] })
              }}
            >
              {ORDERS.map(([name, text]) => (
                <option key={name} value={name}>
                  {text}
                </option>
              ))}
            </select>
          </label>
          <button type="button" onClick={() => model.decideRest('accept')}>
            Accept the rest <kbd>a</kbd>
          </button>
          <button type="button" onClick={() => model.decideRest('reject')}>
            Reject the rest <kbd>d</kbd>
          </button>
          <button type="button" onClick={() => model.set({ dialog: 'split' })}>
            Split <kbd>s</kbd>
          </button>
          <button type="button" onClick={() => model.tickAll()}>
            {ticked.size > 0 && ticked.size === rows.length ? 'Tick none' : 'Tick all'} <kbd>t</kbd>
          </button>
          {ticked.size > 0 && (
            <span
              class="ticked"
              role="status"
            >{`${ticked.size} ticked: y and n decide on these`}</span>
          )}
        </div>
      </div>
      <VirtualList
        id="places"
        label="Places of the series"
        count={rows.length}
        height={36}
        cursor={cursor}
        several
        isTicked={(index) => ticked.has(rows[index]?.id ?? '')}
        onPick={(index) => model.set({ cursor: rows[index]?.id ?? '' })}
        row={(index) => <Place model={model} entry={rows[index]} />}
        empty="Choose a series."
      />
    </section>
  )
}

function Place({ model, entry }: { model: Model; entry: Entry | undefined }) {
  if (!entry) return null
  const { before, sic, after, sheet, state, kind } = entry
  const ticked = model.ui.ticked.has(entry.id)
  return (
    <>
      <span
        class={ticked ? 'tick on' : 'tick'}
        aria-hidden="true"
        onClick={(event) => {
          event.stopPropagation()
          model.toggle(entry.id)
        }}
      />
      <StateMark entry={entry} />
      <span class="page-number">
        <span class="sr">page </span>
        {model.book.sheets[sheet]?.name}
      </span>
      <span class="left" dir="auto">
        <span>
          <Text text={before} />
        </span>
      </span>
      <span class={`node ${state}`} dir="auto">
        {kind === 'marking' ? (
          <Text text={sic} before={before} after={after} />
        ) : (
          <Change entry={entry} />
        )}
      </span>
      <span class="right" dir="auto">
        <Text text={after} />
      </span>
      <span class="sr">{`, ${stateName(entry)}`}</span>
    </>
  )
}
