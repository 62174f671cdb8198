import { EVERYTHING, type Filter, type Grouping, type Order, type Split } from '../series.ts'
import type { Hits, Orphan, PageView, Place } from '../wire.ts'
import type { Fault } from './api.ts'

export type ViewName = 'series' | 'page' | 'pages' | 'search' | 'remarks'

export type DialogName = 'help' | 'amend' | 'note' | 'split' | 'mark'

/** What the page shows of a book, and what the editor is about. Changed in `Model` alone. */
export interface Ui {
  readonly view: ViewName
  readonly grouping: Grouping
  readonly filter: Filter
  readonly order: Order
  /** The key of the series that is open. */
  readonly group: string
  /** The id of the entry that the keys act on. */
  readonly cursor: string
  readonly ticked: ReadonlySet<string>
  readonly splits: ReadonlyMap<string, Split>
  readonly sheet: number
  readonly page: PageView | undefined
  /** Whether the image of the page is shown, where there is one. */
  readonly image: boolean
  readonly dialog: DialogName | undefined
  /** A stretch of the raw text that was selected on the page. */
  readonly picked: Picked | undefined
  /** The decision without a place that a place is being looked for. */
  readonly orphan: Orphan | undefined
  readonly query: string
  readonly hits: Hits | undefined
  readonly lost: boolean
  /** What a screen reader is told, and everybody sees for a while. */
  readonly said: string
  readonly fault: Fault | undefined
}

export interface Picked extends Place {
  readonly text: string
}

export const START: Ui = {
  view: 'series',
  grouping: 'series',
  filter: EVERYTHING,
  order: 'page',
  group: '',
  cursor: '',
  ticked: new Set(),
  splits: new Map(),
  sheet: 0,
  page: undefined,
  image: innerWidth >= 1000,
  dialog: undefined,
  picked: undefined,
  orphan: undefined,
  query: '',
  hits: undefined,
  lost: false,
  said: '',
  fault: undefined,
}
