import { randomUUID } from 'node:crypto'
import { Memory } from '../apparatus/memory.ts'
import { notUndone } from '../apparatus/undone.ts'
import type { BookInput, BookOutput } from '../model/book-input.ts'
import { type Decision, isAboutRule, isAboutWord } from '../model/decision.ts'
import type { Reading } from '../model/reading.ts'
import { bookState, changeOf, nameOf, type Opened } from '../review/book-state.ts'
import type { Desk } from '../review/desk.ts'
import { pageView } from '../review/page-view.ts'
import { readingToSearch, searchBook } from '../review/search.ts'
import { type Stretch, stretchesOf } from '../review/sheets.ts'
import type { Act, BookState, Change, Hits, PageView, Receipt, Undoable } from '../review/wire.ts'
import { appendDecisions, readDecisions } from '../store/decisions.ts'
import { logSizes, watchDecisions } from '../store/watch-decisions.ts'
import { replaceFiles } from '../store/write-file.ts'
import { decisionsOfActs } from './decisions-of-acts.ts'
import type { GatheredBook } from './edit-book.ts'
import { lastAct } from './undo.ts'
import type { Workshop } from './workshop.ts'

/** How long after a decision the files are written, so that a row of decisions writes them once. */
const REST = 400

/** A desk that can be left. */
export interface OpenDesk extends Desk {
  /** Called with what went wrong while nobody was waiting for an answer. */
  onFault: (error: unknown) => void
  /** Writes what is not written yet, and stops watching. */
  close(): Promise<void>
}

/** Opens a book for review: makes its edition, and makes it again whenever somebody decides. */
export async function openDesk(
  gathered: GatheredBook,
  editor: string,
  shop: Workshop,
): Promise<OpenDesk> {
  const memory = new Memory()
  const folder = gathered.book.edition
  const output = await shop.build(gathered.input, memory)
  const desk = new BookDesk({ folder, editor, shop, memory, input: gathered.input }, output)
  await desk.watch()
  return desk
}

interface Means {
  readonly folder: string
  readonly editor: string
  readonly shop: Workshop
  readonly memory: Memory
  readonly input: BookInput
}

class BookDesk implements OpenDesk {
  onFault: (error: unknown) => void = () => {}
  readonly #means: Means
  readonly #listeners = new Set<(change: Change) => void>()
  #log: readonly Decision[]
  /** The sizes of the logs when they were last read or written here. */
  #sizes = ''
  #output: BookOutput
  #stretches: readonly Stretch[]
  #state: BookState
  #text: string | undefined
  #reading: Reading | undefined
  /** Decisions are written one after the other, and so is the edition made. */
  #writing: Promise<unknown> = Promise.resolve()
  #building: Promise<void> | undefined
  #stale = false
  #files: NodeJS.Timeout | undefined
  #filing: Promise<void> = Promise.resolve()
  /** Whether the files are of an earlier state. */
  #unwritten = false
  /** The output whose files have been read, in whole or in part. */
  #read: BookOutput | undefined
  #closing = false
  #unwatch = (): void => {}

  constructor(means: Means, output: BookOutput) {
    this.#means = means
    this.#log = means.input.decisions
    this.#output = output
    this.#stretches = stretchesOf(output.edition)
    this.#state = this.#stateOf(0)
  }

  async watch(): Promise<void> {
    const { folder } = this.#means
    this.#unwatch = await watchDecisions(folder, () => void this.#lookAtLogs())
    this.#sizes = await logSizes(folder)
  }

  state(): BookState {
    return this.#state
  }

  stateText(): string {
    this.#text ??= JSON.stringify(this.#state)
    return this.#text
  }

  page(sheet: number): PageView | undefined {
    const stretch = this.#stretches[sheet]
    return stretch && pageView(this.#output.edition, stretch, sheet, this.#state.revision)
  }

  search(query: string): Hits {
    this.#reading ??= readingToSearch(this.#output.edition)
    return searchBook(this.#output.edition, this.#reading, this.#stretches, query)
  }

  subscribe(listener: (change: Change) => void): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  decide(acts: readonly Act[]): Promise<Receipt> {
    return this.#inTurn(async () => {
      const { editor } = this.#means
      const signature = { by: editor, at: new Date().toISOString(), batch: randomUUID() }
      const standing = { edition: this.#output.edition, stretches: this.#stretches }
      return this.#write(decisionsOfActs(acts, standing, signature))
    })
  }

  undo(): Promise<Receipt> {
    return this.#inTurn(async () => {
      const { editor } = this.#means
      const last = lastAct(this.#log, editor)
      if (!last) return { saved: 0, undo: null }
      const at = new Date().toISOString()
      const target = { kind: 'batch', id: last.batch } as const
      const undone = this.#undoable()?.label ?? ''
      const { undo } = await this.#write([
        { at, by: editor, act: 'undo', target, batch: randomUUID() },
      ])
      return { saved: last.decisions.length, undone, undo }
    })
  }

  async close(): Promise<void> {
    this.#closing = true
    this.#unwatch()
    await this.#writing.catch(() => {})
    await this.#building
    clearTimeout(this.#files)
    // A signal may have ended the last writing in its middle.
    await this.#filing.catch(() => {})
    if (this.#unwritten) await this.#writeFiles()
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#writing.then(work, work)
    this.#writing = done.catch(() => {})
    return done
  }

  /** Appends decisions: those of one act are there together, or none of them is. */
  async #write(decisions: readonly Decision[]): Promise<Receipt> {
    const { folder } = this.#means
    await appendDecisions(folder, decisions)
    this.#log = [...this.#log, ...decisions]
    this.#sizes = await logSizes(folder)
    if (decisions.length > 0) this.#rebuildSoon()
    return { saved: decisions.length, undo: this.#undoable() }
  }

  /** Takes in what other processes have decided. */
  #lookAtLogs(): Promise<void> {
    const { folder } = this.#means
    const read = async (): Promise<void> => {
      const sizes = await logSizes(folder)
      if (sizes === this.#sizes) return
      this.#log = await readDecisions(folder)
      this.#sizes = sizes
      this.#rebuildSoon()
    }
    return this.#inTurn(read).catch((error) => this.onFault(error))
  }

  /** Off the way of the request: whoever decided has an answer before the edition is made. */
  #rebuildSoon(): void {
    this.#stale = true
    this.#building ??= this.#rebuild().finally(() => {
      this.#building = undefined
    })
  }

  async #rebuild(): Promise<void> {
    while (this.#stale) {
      await new Promise((resolve) => setTimeout(resolve, 1))
      this.#stale = false
      try {
        await this.#make()
      } catch (error) {
        this.onFault(error)
      }
    }
  }

  async #make(): Promise<void> {
    this.#output = await this.#build()
    this.#stretches = stretchesOf(this.#output.edition)
    const before = this.#state
    this.#state = this.#stateOf(before.revision + 1)
    this.#text = undefined
    this.#reading = undefined
    const change = changeOf(before, this.#state)
    for (const listener of this.#listeners) listener(change)
    this.#unwritten = true
    clearTimeout(this.#files)
    this.#files = setTimeout(() => {
      const write = () => this.#writeFiles()
      this.#filing = this.#filing.then(write).catch((error) => this.#tellFault(error))
    }, REST)
  }

  /** Closing breaks a writing off and does it again: that is no fault. */
  #tellFault(error: unknown): void {
    if (!this.#closing) this.onFault(error)
  }

  #build(): Promise<BookOutput> {
    const { shop, memory, input } = this.#means
    return shop.build({ ...input, decisions: this.#log }, memory)
  }

  async #writeFiles(): Promise<void> {
    // The chunks of the files can be read once: what was broken off is made again.
    if (this.#output === this.#read) this.#output = await this.#build()
    const output = this.#output
    this.#read = output
    await replaceFiles(this.#means.folder, output.files)
    if (output === this.#output) this.#unwritten = false
  }

  #stateOf(revision: number): BookState {
    const standing = standingOf(this.#log)
    return bookState({
      edition: this.#output.edition,
      stretches: this.#stretches,
      ...standing,
      editor: this.#means.editor,
      revision,
      undo: this.#undoable(),
    })
  }

  #undoable(): Undoable | null {
    const last = lastAct(this.#log, this.#means.editor)
    const first = last?.decisions[0]
    if (!last || !first) return null
    return { count: last.decisions.length, label: `${first.act} ${nameOf(first.target)}` }
  }
}

/** What stands of the log besides corrections: words, rules, and who had the last word on what. */
function standingOf(log: readonly Decision[]): Pick<Opened, 'words' | 'rulesOff' | 'editors'> {
  const last = new Map<string, Decision>()
  const editors = new Map<string, string>()
  for (const one of notUndone([...log].sort((a, b) => Date.parse(a.at) - Date.parse(b.at)))) {
    if (one.act !== 'clear' && one.act !== 'note') editors.set(one.target.id, one.by)
    if (isAboutWord(one) || isAboutRule(one)) last.set(`${one.by} ${one.target.id}`, one)
  }
  const standing = [...last.values()].filter(({ act }) => act !== 'clear')
  const words = standing.filter(isAboutWord).map(({ target }) => target.word)
  const rules = standing.filter(isAboutRule).map(({ target }) => target.rule)
  return { words: [...new Set(words)].sort(), rulesOff: [...new Set(rules)].sort(), editors }
}
