import { randomUUID } from 'node:crypto'
import { setTimeout as after } from 'node:timers'
import { setTimeout } from 'node:timers/promises'
import { notUndone } from '../apparatus/undone.ts'
import { type Decision, isAboutRule, isAboutWord } from '../model/decision.ts'
import { imageName } from '../model/page-image.ts'
import type { Reading } from '../model/reading.ts'
import type { WordBox } from '../model/word-box.ts'
import { bookState, changeOf, nameOf, type Opened } from '../review/book-state.ts'
import type { Desk, Image } from '../review/desk.ts'
import { pageView } from '../review/page-view.ts'
import { readingToSearch, searchBook } from '../review/search.ts'
import { type Stretch, stretchesOf } from '../review/sheets.ts'
import type { Act, BookState, Change, Hits, PageView, Receipt, Undoable } from '../review/wire.ts'
import { readImage } from '../store/read-image.ts'
import { watchDecisions } from '../store/watch-decisions.ts'
import { BoxesOfPages } from './boxes-of-page.ts'
import { decisionsOfActs, type Signature } from './decisions-of-acts.ts'
import type { OpenBook } from './open-book.ts'
import { lastAct, undoing } from './undo.ts'

/** How long after a decision the files are written, so that a row of decisions writes them once. */
const REST = 400

/** How long after a decision the rules are asked again, so that a row of decisions is not held up. */
const BREATH = 150

/** A desk that can be left. */
export interface OpenDesk extends Desk {
  /** Called with what went wrong while nobody was waiting for an answer. */
  onFault: (error: unknown) => void
  /** Writes what is not written yet, and stops watching. */
  close(): Promise<void>
}

/** Lays an open book on a desk: makes its edition again whenever somebody decides. */
export async function openDesk(book: OpenBook, editor: string): Promise<OpenDesk> {
  const desk = new BookDesk(book, editor)
  await desk.watch()
  return desk
}

class BookDesk implements OpenDesk {
  onFault: (error: unknown) => void = () => {}
  readonly #book: OpenBook
  readonly #editor: string
  readonly #boxes: BoxesOfPages
  readonly #listeners = new Set<(change: Change) => void>()
  #stretches: readonly Stretch[]
  #state: BookState
  #text: string | undefined
  #reading: Reading | undefined
  /** Decisions are written one after the other, and so is the edition made. */
  #writing: Promise<unknown> = Promise.resolve()
  #building: Promise<void> | undefined
  #stale = false
  /** Ends a pause. */
  #wake = (): void => {}
  #files: NodeJS.Timeout | undefined
  #filing: Promise<void> = Promise.resolve()
  /** Whether the files are of an earlier state. */
  #unwritten = false
  #closing = false
  #unwatch = (): void => {}

  constructor(book: OpenBook, editor: string) {
    this.#book = book
    this.#editor = editor
    this.#boxes = new BoxesOfPages(book.book.folder)
    this.#stretches = stretchesOf(book.output.edition)
    this.#state = this.#stateOf(0)
  }

  async watch(): Promise<void> {
    this.#unwatch = await watchDecisions(this.#book.folder, () => void this.#lookAtLogs())
    await this.#lookAtLogs()
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
    return stretch && pageView(this.#book.output.edition, stretch, sheet, this.#state.revision)
  }

  async image(sheet: number): Promise<Image | undefined> {
    const imaged = this.#stretches[sheet]?.imaged
    const name = imaged && imageName(this.#book.output.edition.book, imaged)
    return name === undefined ? undefined : readImage(this.#book.book.folder, name)
  }

  boxes(sheet: number): Promise<readonly WordBox[]> {
    return this.#boxes.of(this.#book.output.edition, this.#stretches[sheet])
  }

  search(query: string): Hits {
    const { edition } = this.#book.output
    this.#reading ??= readingToSearch(edition)
    return searchBook(edition, this.#reading, this.#stretches, query)
  }

  subscribe(listener: (change: Change) => void): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  decide(acts: readonly Act[]): Promise<Receipt> {
    return this.#inTurn(async () => {
      const standing = { edition: this.#book.output.edition, stretches: this.#stretches }
      return this.#write(decisionsOfActs(acts, standing, this.#signature()))
    })
  }

  undo(): Promise<Receipt> {
    return this.#inTurn(async () => {
      const undone = this.#undoable()
      const event = undoing(this.#book.decisions, this.#signature())
      if (!undone || !event) return { saved: 0, undo: null }
      const { undo } = await this.#write([event])
      return { saved: undone.count, undone: undone.label, undo }
    })
  }

  async close(): Promise<void> {
    this.#closing = true
    this.#unwatch()
    await this.#writing.catch(() => {})
    this.#wake()
    await this.#building
    clearTimeout(this.#files)
    // A signal may have ended the last writing in its middle.
    await this.#filing.catch(() => {})
    if (this.#unwritten) await this.#writeFiles()
  }

  #signature(): Signature {
    return { by: this.#editor, at: new Date().toISOString(), batch: randomUUID() }
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#writing.then(work, work)
    this.#writing = done.catch(() => {})
    return done
  }

  /** Appends decisions: those of one act are there together, or none of them is. */
  async #write(decisions: readonly Decision[]): Promise<Receipt> {
    await this.#book.append(decisions)
    if (decisions.length > 0) this.#rebuildSoon()
    return { saved: decisions.length, undo: this.#undoable() }
  }

  /** Takes in what other processes have decided. */
  #lookAtLogs(): Promise<void> {
    const read = async (): Promise<void> => {
      if (await this.#book.reload()) this.#rebuildSoon()
    }
    return this.#inTurn(read).catch((error) => this.onFault(error))
  }

  /** Off the way of the request: whoever decided has an answer before the edition is made. */
  #rebuildSoon(): void {
    this.#stale = true
    this.#wake()
    this.#building ??= this.#rebuild().finally(() => {
      this.#building = undefined
    })
  }

  async #rebuild(): Promise<void> {
    while (this.#stale) {
      await setTimeout(1)
      this.#stale = false
      try {
        await this.#make()
      } catch (error) {
        this.onFault(error)
      }
    }
  }

  /** Shows what is decided at once, and what the rules say to it as soon as nobody decides more. */
  async #make(): Promise<void> {
    const isBehind = await this.#book.carryOut()
    this.#show()
    if (!isBehind || !(await this.#isQuiet())) return
    await this.#book.build()
    this.#show()
  }

  /** Waits a little; whether nobody has decided anything meanwhile. */
  async #isQuiet(): Promise<boolean> {
    const woken = new Promise<void>((resolve) => {
      this.#wake = resolve
    })
    if (!this.#closing && !this.#stale) await Promise.race([setTimeout(BREATH), woken])
    return !this.#closing && !this.#stale
  }

  /** Shows the edition as it is now, and writes its files in a while. */
  #show(): void {
    this.#stretches = stretchesOf(this.#book.output.edition)
    const before = this.#state
    this.#state = this.#stateOf(before.revision + 1)
    this.#text = undefined
    this.#reading = undefined
    const change = changeOf(before, this.#state)
    for (const listener of this.#listeners) listener(change)
    this.#unwritten = true
    clearTimeout(this.#files)
    this.#files = after(() => {
      const write = () => this.#writeFiles()
      this.#filing = this.#filing.then(write).catch((error) => this.#tellFault(error))
    }, REST)
  }

  /** Closing breaks a writing off and does it again: that is no fault. */
  #tellFault(error: unknown): void {
    if (!this.#closing) this.onFault(error)
  }

  async #writeFiles(): Promise<void> {
    const { revision } = this.#state
    await this.#book.write()
    if (revision === this.#state.revision) this.#unwritten = false
  }

  #stateOf(revision: number): BookState {
    return bookState({
      edition: this.#book.output.edition,
      stretches: this.#stretches,
      ...standingOf(this.#book.decisions),
      editor: this.#editor,
      revision,
      undo: this.#undoable(),
    })
  }

  #undoable(): Undoable | null {
    const last = lastAct(this.#book.decisions, this.#editor)
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
