import { type Grouping, hiddenBy, type Series } from '../series.ts'
import type { Model } from './model.ts'
import { Change, roleName } from './reading.tsx'
import { VirtualList } from './virtual-list.tsx'

const GROUPINGS: readonly (readonly [Grouping, string])[] = [
  ['series', 'Series'],
  ['word', 'Word'],
  ['rule', 'Rule'],
  ['page', 'Page'],
  ['certainty', 'Certainty'],
]

const FILTERS = [
  ['asks', 'To decide'],
  ['done', 'Done by rules'],
  ['decided', 'Decided'],
] as const

/** The series of the book, the largest first, and what of them is shown. */
export function SeriesList({ model }: { readonly model: Model }) {
  const { series, ui, book } = model
  const hidden = hiddenBy(book.entries, ui.filter)
  const cursor = series.findIndex(({ key }) => key === ui.group)
  return (
    <section class="series" aria-label="Series">
      <div class="tools">
        <label>
          <span>Group by</span>
          <select
            value={ui.grouping}
            onChange={(event) => {
              const wanted = GROUPINGS.find(([name]) => name === event.currentTarget.value)
              if (wanted) model.group(wanted[0])
            }}
          >
            {GROUPINGS.map(([name, text]) => (
              <option key={name} value={name}>
                {text}
              </option>
            ))}
          </select>
        </label>
        <fieldset class="filters">
          <legend class="sr">Show</legend>
          {FILTERS.map(([name, text]) => (
            <label key={name} class="chip">
              <input
                type="checkbox"
                checked={ui.filter[name]}
                onChange={() => model.filter(name)}
              />
              <span>{text}</span>
            </label>
          ))}
        </fieldset>
        <p class="hidden-count" aria-live="polite">
          {hidden === 0
            ? `${series.length} series`
            : `${series.length} series, ${hidden} entries hidden`}
        </p>
      </div>
      <VirtualList
        id="series"
        label="Series, the largest first"
        count={series.length}
        height={52}
        cursor={cursor}
        isTicked={() => false}
        onPick={(index) => model.openSeries(series[index]?.key ?? '')}
        row={(index) => <SeriesRow model={model} series={series[index]} />}
        empty="Nothing is shown. Change what is filtered."
      />
    </section>
  )
}

function SeriesRow({ model, series }: { model: Model; series: Series | undefined }) {
  if (!series) return null
  const { all, decided, part } = series
  const share = Math.round((100 * decided) / all)
  return (
    <>
      <span class="name">
        <SeriesName model={model} series={series} />
        <small>{part !== '' ? partName(model, part) : commonOf(model, series)}</small>
      </span>
      <span class="share" aria-hidden="true">
        <span style={{ width: `${share}%` }} />
      </span>
      <span class="count">
        <span class="sr">{`, ${share} % decided, `}</span>
        {all}
      </span>
    </>
  )
}

/** What the entries of a series have in common. */
export function SeriesName({ model, series }: { model: Model; series: Series }) {
  const { first } = series
  switch (model.ui.grouping) {
    case 'series':
      return <Change entry={first} whole />
    case 'word':
      return <Change entry={first} />
    case 'page':
      return <>{`Page ${model.book.sheets[first.sheet]?.name ?? ''}`}</>
    case 'rule':
      return <>{ruleTitle(model, first.rules)}</>
    case 'certainty':
      return (
        <>{`${roleName(first.cert)} certainty, ${first.state === 'proposed' ? 'asks' : 'done'}`}</>
      )
  }
}

/** What a series has in common besides what names it. */
function commonOf(model: Model, { first }: Series): string {
  const { grouping } = model.ui
  if (grouping === 'series' || grouping === 'word') return ruleTitle(model, first.rules)
  return ''
}

export function ruleTitle(model: Model, ids: readonly string[]): string {
  if (ids.length === 0) return 'By hand'
  const titles = ids.map((id) => model.book.rules.find((rule) => rule.id === id)?.title ?? id)
  return titles.join(', ')
}

function partName(model: Model, part: string): string {
  const sheet = /^page (\d+)$/.exec(part)?.[1]
  return sheet === undefined ? part : `page ${model.book.sheets[Number(sheet)]?.name ?? ''}`
}
