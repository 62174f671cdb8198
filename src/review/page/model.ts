import type { WordBox } from '../../model/word-box.ts'
import { actOn } from '../act-on.ts'
import {
  type Filter,
  type Grouping,
  inOrderOf,
  isOpen,
  keyOf,
  type Series,
  type Split,
  seriesOf,
  wordOf,
} from '../series.ts'
import type { Act, BookState, Change, Entry, Orphan, Place } from '../wire.ts'
import type { Api, Fault } from './api.ts'
import { decided, merged, nameOf } from './entry-shown.ts'
import { type Picked, START, type Ui } from './ui.ts'

/**
 * The open book in the browser. Decisions show at once and are taken back when the server could not
 * write them; what others decide comes with the stream of changes.
 */
export class Model {
  book: BookState
  ui: Ui = START
  readonly #api: Api
  readonly #listeners = new Set<() => void>()
  #series: { readonly of: readonly unknown[]; readonly list: readonly Series[] } | undefined
  #rows: { readonly of: readonly unknown[]; readonly list: readonly Entry[] } | undefined
  #sending: Promise<unknown> = Promise.resolve()
  #byId: { readonly of: readonly Entry[]; readonly map: ReadonlyMap<string, Entry> } | undefined

  constructor(book: BookState, api: Api) {
    this.book = book
    this.#api = api
    const [first] = this.series
    if (first) this.openSeries(first.key)
    void api.changes(
      (change) => this.#take(change),
      (lost) => this.set({ lost }),
    )
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  set(some: Partial<Ui>): void {
    this.ui = { ...this.ui, ...some }
    this.#tell()
  }

  get series(): readonly Series[] {
    const { grouping, filter, splits } = this.ui
    const of = [this.book.entries, grouping, filter, splits]
    if (!this.#series?.of.every((one, i) => one === of[i])) {
      this.#series = { of, list: seriesOf(this.book.entries, grouping, filter, splits) }
    }
    return this.#series.list
  }

  get current(): Series | undefined {
    return this.series.find(({ key }) => key === this.ui.group)
  }

  /** The lines of the concordance of the open series; on a page, what is to decide on it. */
  get rows(): readonly Entry[] {
    const { view, order, sheet, filter } = this.ui
    const onPage = view === 'page'
    const group = onPage ? undefined : this.current?.entries
    const of = [this.book.entries, group, onPage ? sheet : order, onPage ? filter : view]
    if (!this.#rows?.of.every((one, i) => one === of[i])) {
      const list = onPage
        ? this.book.entries.filter((entry) => entry.sheet === sheet)
        : inOrderOf(group ?? [], order)
      this.#rows = { of, list }
    }
    return this.#rows.list
  }

  entry(id: string): Entry | undefined {
    const { entries } = this.book
    if (this.#byId?.of !== entries) {
      this.#byId = { of: entries, map: new Map(entries.map((one) => [one.id, one])) }
    }
    return this.#byId.map.get(id)
  }

  get cursor(): Entry | undefined {
    return this.entry(this.ui.cursor)
  }

  openSeries(key: string): void {
    const series = this.series.find((one) => one.key === key)
    const rows = inOrderOf(series?.entries ?? [], this.ui.order)
    const cursor = (rows.find(isOpen) ?? rows[0])?.id ?? ''
    this.set({ view: 'series', group: key, cursor, ticked: new Set() })
  }

  /** Shows or hides entries. What is hidden is neither ticked nor at the cursor. */
  filter(name: keyof Filter): void {
    const { filter, group } = this.ui
    this.set({ filter: { ...filter, [name]: !filter[name] } })
    this.openSeries((this.current ?? this.series[0])?.key ?? group)
  }

  group(grouping: Grouping): void {
    this.set({ grouping, view: 'series' })
    const { cursor } = this
    const own = cursor && this.series.find((one) => one.entries.includes(cursor))
    this.openSeries((own ?? this.series[0])?.key ?? '')
  }

  split(split: Split | undefined): void {
    const { cursor } = this
    if (!cursor) return
    const splits = new Map(this.ui.splits)
    const key = keyOf(cursor, this.ui.grouping)
    if (split === undefined) splits.delete(key)
    else splits.set(key, split)
    this.set({ splits, dialog: undefined })
    const own = this.series.find((one) => one.entries.some(({ id }) => id === cursor.id))
    if (own) this.openSeries(own.key)
  }

  /** Goes to the next or previous line, or to the next or previous that is open. */
  step(by: 1 | -1, onlyOpen: boolean): void {
    const next = this.#from(this.ui.cursor, by, onlyOpen)
    if (next) this.set({ cursor: next.id })
    else if (this.ui.view === 'page') void this.toOpenPage(by, onlyOpen)
    else if (onlyOpen && by === 1) this.nextSeries()
    else this.set({ said: by === 1 ? 'The last one' : 'The first one' })
  }

  #from(id: string, by: 1 | -1, onlyOpen: boolean): Entry | undefined {
    const { rows } = this
    const at = rows.findIndex((one) => one.id === id)
    const start = at < 0 ? (by === 1 ? -1 : rows.length) : at
    for (let i = start + by; i >= 0 && i < rows.length; i += by) {
      const one = rows[i]
      if (one && (!onlyOpen || isOpen(one))) return one
    }
    return undefined
  }

  /** The next series in which something is open. */
  nextSeries(): void {
    const { series } = this
    const at = series.findIndex(({ key }) => key === this.ui.group)
    const next = [...series.slice(at + 1), ...series.slice(0, Math.max(0, at))].find((one) =>
      one.entries.some(isOpen),
    )
    if (next) this.openSeries(next.key)
    else this.set({ said: 'Everything that is shown is decided' })
  }

  async toOpenPage(by: 1 | -1, onlyOpen: boolean): Promise<void> {
    const { entries } = this.book
    const wanted = (entry: Entry): boolean => {
      const beyond = by === 1 ? entry.sheet > this.ui.sheet : entry.sheet < this.ui.sheet
      return beyond && (!onlyOpen || isOpen(entry))
    }
    const found = by === 1 ? entries.find(wanted) : entries.findLast(wanted)
    if (found) await this.openPage(found.sheet, found.id)
    else this.set({ said: 'Nothing more to decide in this direction' })
  }

  async openPage(sheet: number, cursor?: string, picked?: Picked): Promise<void> {
    if (sheet < 0 || sheet >= this.book.sheets.length) return
    const own = this.book.entries.filter((entry) => entry.sheet === sheet)
    const at = cursor ?? (own.find(isOpen) ?? own[0])?.id ?? ''
    const known = this.ui.page?.sheet === sheet ? this.ui.page : undefined
    this.set({ view: 'page', sheet, cursor: at, page: known, picked })
    await this.#loadPage(sheet)
  }

  async #loadPage(sheet: number): Promise<void> {
    await this.#asked(async () => {
      const page = await this.#api.page(sheet)
      if (this.ui.sheet === sheet) this.set({ page })
    })
  }

  /** The image of a page, or why there is none to be seen. */
  image(sheet: number): Promise<string | Fault> {
    return this.#api.image(sheet).catch((error) => this.#api.faultOf(error))
  }

  /** Where the words of a page stand in its image, or why nobody knows. */
  boxes(sheet: number): Promise<readonly WordBox[] | Fault> {
    return this.#api.boxes(sheet).catch((error) => this.#api.faultOf(error))
  }

  async search(query: string): Promise<void> {
    this.set({ query, view: 'search' })
    await this.#asked(async () => {
      const hits = await this.#api.search(query)
      if (this.ui.query === query) this.set({ hits })
    })
  }

  /** Looks for the place of a decision that has lost it. */
  async seekPlace(orphan: Orphan): Promise<void> {
    this.set({ orphan })
    const near = orphan.prefix.trim().split(/\s+/u).slice(-3).join(' ')
    await this.search(orphan.exact.trim() || near)
  }

  /** Puts the decision that is being looked after back, where its place is. */
  putBack(to: Place): void {
    const { orphan } = this.ui
    if (!orphan) return
    const { id, by } = orphan
    this.set({ orphan: undefined, picked: undefined })
    const { line, from, to: end } = to
    const act: Act = { kind: 'orphan', id, by, to: { line, from, to: end } }
    this.act([act], 'The decision has its place')
  }

  /** Closes the dialog, and lets go of what was picked for it. */
  closeDialog(): void {
    this.set({ dialog: undefined, picked: undefined })
  }

  /** Decides on the entry at the cursor, or on those that are ticked, and goes on. */
  decide(act: 'accept' | 'reject'): void {
    const { ticked, cursor, view } = this.ui
    const ids = ticked.size > 0 && view === 'series' ? [...ticked] : [cursor]
    this.#decideAll(ids, act)
  }

  /** Decides on all of the open series that nobody has decided yet. */
  decideRest(act: 'accept' | 'reject'): void {
    const open = this.rows.filter(isOpen).map(({ id }) => id)
    if (open.length > 0) this.#decideAll(open, act)
    else this.set({ said: 'Nothing is left to decide here' })
  }

  #decideAll(ids: readonly string[], act: 'accept' | 'reject'): void {
    const entries = ids.flatMap((id) => this.entry(id) ?? [])
    const acts = entries.map((entry) => actOn(entry, act))
    const last = entries.at(-1)
    if (!last) return
    const next = this.#from(last.id, 1, true)
    const done = act === 'accept' ? 'Accepted' : 'Rejected'
    const what = entries.length === 1 ? nameOf(last) : `${entries.length} entries`
    this.#show(entries.map((entry) => decided(entry, act, this.book.editor)))
    this.set({ ticked: new Set(), said: `${done} ${what}` })
    void this.#send(acts, entries)
    if (next) this.set({ cursor: next.id })
    else this.step(1, true)
  }

  /** Sets another reading for the entry at the cursor, or a reading for the stretch selected. */
  amend(value: string): void {
    const { picked } = this.ui
    const { cursor } = this
    this.set({ dialog: undefined, picked: undefined })
    if (picked) {
      const { line, from, to } = picked
      void this.#send([{ kind: 'emendation', line, from, to, value }], [])
      this.set({ said: `Corrected ${picked.text} to ${value}` })
      return
    }
    if (!cursor) return
    void this.#send([{ kind: 'entry', id: cursor.id, act: 'amend', value }], [cursor])
    this.#show([{ ...cursor, corr: value, state: 'amended', by: this.book.editor }])
    this.set({ said: `Set ${value}` })
    this.step(1, true)
  }

  note(note: string): void {
    const { cursor } = this
    if (cursor && note.trim() !== '') {
      this.act([{ kind: 'note', id: cursor.id, note }], 'The note is in the apparatus')
    } else this.set({ dialog: undefined })
  }

  /** The word at the cursor is right everywhere in this book. */
  wordRight(): void {
    const { cursor } = this
    if (cursor?.kind !== 'correction') return
    const word = wordOf(cursor)
    if (!/\p{L}/u.test(word)) return
    this.act([{ kind: 'word', act: 'accept', word }], `“${word}” is right everywhere in this book`)
  }

  /** Takes the editor's word on the entry at the cursor back. */
  clear(): void {
    const { cursor } = this
    if (cursor) void this.#send([{ kind: 'entry', id: cursor.id, act: 'clear' }], [])
  }

  act(acts: readonly Act[], said: string): void {
    this.set({ dialog: undefined, picked: undefined, said })
    void this.#send(acts, [])
  }

  async undo(): Promise<void> {
    await this.#inTurn(async () => {
      const { saved, undone, undo } = await this.#api.undo()
      this.book = { ...this.book, undo }
      const said = saved === 0 ? 'Nothing to undo' : `Undone: ${undone ?? ''}`
      this.set({ said: saved > 1 ? `${said} and ${saved - 1} more` : said })
    })
  }

  toggle(id: string): void {
    const ticked = new Set(this.ui.ticked)
    if (!ticked.delete(id)) ticked.add(id)
    this.set({ ticked })
  }

  tickAll(): void {
    const { rows } = this
    const all = this.ui.ticked.size === rows.length
    this.set({ ticked: new Set(all ? [] : rows.map(({ id }) => id)) })
  }

  async #send(acts: readonly Act[], before: readonly Entry[]): Promise<void> {
    const sent = await this.#inTurn(async () => {
      const { undo } = await this.#api.decide(acts)
      this.book = { ...this.book, undo }
      this.#tell()
    })
    if (!sent) this.#show(before)
  }

  /** One after the other, as they were pressed: an undoing must not overtake what it undoes. */
  #inTurn(work: () => Promise<void>): Promise<boolean> {
    const done = this.#sending.then(() => this.#asked(work))
    this.#sending = done
    return done
  }

  /** Whether it went well; what went wrong is shown. */
  async #asked(work: () => Promise<void>): Promise<boolean> {
    try {
      await work()
      return true
    } catch (error) {
      this.set({ fault: this.#api.faultOf(error) })
      return false
    }
  }

  #show(entries: readonly Entry[]): void {
    const changed = new Map(entries.map((entry) => [entry.id, entry]))
    const shown = this.book.entries.map((entry) => changed.get(entry.id) ?? entry)
    this.book = { ...this.book, entries: shown }
    this.#tell()
  }

  async #reload(): Promise<void> {
    await this.#asked(async () => {
      this.book = await this.#api.book()
      this.#tell()
    })
  }

  #take(change: Change): void {
    const missed = change.revision - this.book.revision
    if (missed === 0 && change.changed.length === 0) return
    // The server was started anew, or the connection was lost for a while.
    if (missed !== 1) {
      void this.#reload()
      return
    }
    const changed = new Map(change.changed.map((entry) => [entry.id, entry]))
    const gone = new Set(change.gone)
    const here = this.cursor
    const kept = this.book.entries.filter(({ id }) => !gone.has(id) && !changed.has(id))
    const entries = merged(kept, change.changed)
    const { revision, undo, sheets, remarks, orphans, words, rulesOff } = change
    this.book = {
      ...this.book,
      entries,
      revision,
      undo,
      ...(sheets ? { sheets } : {}),
      ...(remarks ? { remarks } : {}),
      ...(orphans ? { orphans } : {}),
      ...(words ? { words } : {}),
      ...(rulesOff ? { rulesOff } : {}),
    }
    if (here && gone.has(here.id)) {
      const heir = entries.find((one) => one.line === here.line && one.from >= here.from)
      this.ui = { ...this.ui, cursor: heir?.id ?? '' }
    }
    this.#tell()
    if (this.ui.view === 'page') void this.#loadPage(this.ui.sheet)
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }
}
