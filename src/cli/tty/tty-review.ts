import { setTimeout } from 'node:timers/promises'
import { InputError } from '../../model/input-error.ts'
import { actOn } from '../../review/act-on.ts'
import type { Desk } from '../../review/desk.ts'
import {
  EVERYTHING,
  isOpen,
  type Series,
  type Split,
  seriesOf,
  wordOf,
} from '../../review/series.ts'
import type { Act, BookState, Change, Entry } from '../../review/wire.ts'
import { type Screen, styled, widthOf } from '../screen.ts'
import { INTERRUPT, type Keys } from './keys.ts'
import { changeOf, hitLine, type Line, orphanLine, placeLines, stateOf } from './place.ts'

/** The keys, as `?` shows them; those of `git add -p` where it has them. */
const HELP = [
  ['y n', 'accept, reject, and go on'],
  ['a d', 'accept, reject the rest of the series'],
  ['e', 'set another reading'],
  ['j k', 'next, previous to decide'],
  ['J K', 'next, previous'],
  ['g', 'the list of series'],
  ['s', 'split the series'],
  ['/', 'search for a series'],
  ['x', 'the word is right everywhere in this book'],
  ['i', 'a note for the apparatus'],
  ['o', 'decisions whose place is gone: put back, give up'],
  ['u', 'undo, a bulk act as one'],
  ['q', 'quit; what is decided is on the disk already'],
] as const

const PROMPT = 'y,n,a,d,e,j,k,J,K,g,s,/,x,i,o,u,q,?'

/** The keys that do something with the place that is shown. */
const KEYS: readonly string[] = [...'yandejkJKsxi', '\r']

const SPLITS: Readonly<Record<string, Split>> = { p: 'page', b: 'before', a: 'after', w: 'word' }

/** What ends a line that is asked for; all but the first two leave it empty. */
const LINE_END: readonly string[] = ['\r', '\n', '\u001b', INTERRUPT]

/** How long the edition is waited for before the next place is shown, in milliseconds. */
const PATIENCE = 5000

/** How many series or places a screen lists. */
const LISTED = 20

/** The review of a book in a terminal, key by key. Every decision is on the disk before the next is shown. */
export class TtyReview {
  readonly #desk: Desk
  readonly #screen: Screen
  readonly #keys: Keys
  readonly #splits = new Map<string, Split>()
  /** Decided here, while the edition is still being made: open for the desk, but not for us. */
  readonly #done = new Set<string>()
  #entries: readonly Entry[] = []
  /** The series and the place of each act, so that undoing goes back to it. */
  readonly #past: (readonly [series: string, id: string])[] = []
  /** What stands on the last line, waiting for a key. */
  #asked = ''
  #series = ''
  #cursor = ''

  constructor(desk: Desk, screen: Screen, keys: Keys) {
    this.#desk = desk
    this.#screen = screen
    this.#keys = keys
  }

  /** Asks until somebody quits. */
  async run(): Promise<void> {
    const stop = this.#desk.subscribe((change) => this.#tellOthers(change))
    try {
      this.#open(this.#list().find((one) => one.entries.some((entry) => this.#isOpen(entry))))
      for (;;) {
        if (!this.#current()) this.#next(true)
        const shown = this.#show()
        const key = await this.#key()
        if (key === 'q') return
        await this.#press(key, shown)
      }
    } finally {
      stop()
    }
  }

  #list(): readonly Series[] {
    const { entries } = this.#desk.state()
    if (entries !== this.#entries && this.#done.size > 0) {
      const open = new Set(entries.filter(isOpen).map(({ id }) => id))
      for (const id of this.#done) if (!open.has(id)) this.#done.delete(id)
    }
    this.#entries = entries
    return seriesOf(entries, 'series', EVERYTHING, this.#splits)
  }

  #isOpen(entry: Entry): boolean {
    return isOpen(entry) && !this.#done.has(entry.id)
  }

  #open(series: Series | undefined): void {
    const entry = series?.entries.find((one) => this.#isOpen(one)) ?? series?.entries[0]
    this.#series = series?.key ?? ''
    this.#cursor = entry?.id ?? ''
  }

  #current(): Entry | undefined {
    const { entries } = this.#desk.state()
    return entries.find(({ id }) => id === this.#cursor)
  }

  #rows(): readonly Entry[] {
    return this.#list().find(({ key }) => key === this.#series)?.entries ?? []
  }

  /** Shows the place that is asked about, and returns what it has shown. */
  #show(): Entry | undefined {
    const entry = this.#current()
    this.#screen.line()
    if (!entry) {
      this.#screen.line('Everything is decided.')
      const { orphans } = this.#desk.state()
      if (orphans.length > 0) this.#screen.line('Some decisions have no place: o lists them.')
      this.#prompt('[g,/,o,u,q,?]? ')
      return undefined
    }
    const rows = this.#rows()
    const at = rows.findIndex(({ id }) => id === entry.id) + 1
    const left = rows.filter((one) => this.#isOpen(one)).length
    this.#screen.line([
      styled('strong', `${at}/${rows.length} `),
      ...changeOf(entry),
      styled('faint', `  ${left} left in this series`),
    ])
    for (const line of placeLines(entry, this.#desk.state())) this.#screen.line(line, 2, 2)
    this.#prompt(`${entry.class === 'hyphen' ? 'Join' : 'Accept'} [${PROMPT}]? `)
    return entry
  }

  #prompt(text: string): void {
    this.#asked = text
    this.#screen.raw(text)
  }

  async #key(): Promise<string> {
    const { done, value } = await this.#keys.next()
    const key = done || value === INTERRUPT ? 'q' : value
    this.#asked = ''
    this.#screen.raw(/^[\x21-\x7e]$/.test(key) ? `${key}\n` : '\n')
    return key
  }

  async #press(key: string, shown: Entry | undefined): Promise<void> {
    switch (key) {
      case 'g':
        return this.#choose(this.#list())
      case '/':
        return this.#search()
      case 'o':
        return this.#orphans()
      case 'u':
        return this.#undo()
    }
    const entry = this.#current()
    if (shown && !entry) this.#screen.line('Somebody has changed this place meanwhile')
    else if (entry && KEYS.includes(key)) return this.#pressOn(entry, key)
    else
      for (const [keys, what] of HELP) this.#screen.line([styled('strong', keys), `  ${what}`], 2)
  }

  async #pressOn(entry: Entry, key: string): Promise<void> {
    switch (key) {
      case 'y':
      case 'n':
        return this.#decide([entry], key === 'y' ? 'accept' : 'reject')
      case 'a':
      case 'd': {
        const rest = this.#rows().filter((one) => this.#isOpen(one))
        return this.#decide(rest, key === 'a' ? 'accept' : 'reject')
      }
      case 'e':
        return this.#amend(entry)
      case 'k':
        return this.#step(-1, true)
      case 'J':
        return this.#step(1, false)
      case 'K':
        return this.#step(-1, false)
      case 's':
        return this.#split(entry)
      case 'x':
        await this.#send([{ kind: 'word', act: 'accept', word: wordOf(entry) }])
        return
      case 'i':
        return this.#annotate(entry)
      default:
        return this.#step(1, true)
    }
  }

  async #decide(entries: readonly Entry[], act: 'accept' | 'reject'): Promise<void> {
    if (entries.length === 0) return
    if (!(await this.#send(entries.map((entry) => actOn(entry, act))))) return
    for (const { id } of entries) this.#done.add(id)
    this.#step(1, true)
  }

  async #amend(entry: Entry): Promise<void> {
    const value = await this.#ask('Read: ')
    if (value === '' || entry.kind === 'marking') return
    if (!(await this.#send([{ kind: 'entry', id: entry.id, act: 'amend', value }]))) return
    this.#done.add(entry.id)
    this.#step(1, true)
  }

  /** Notes something down, and goes on when the note can be seen. */
  async #annotate(entry: Entry): Promise<void> {
    const text = await this.#ask('Note: ')
    if (text === '' || !(await this.#send([{ kind: 'note', id: entry.id, note: text }]))) return
    await this.#until(({ entries }) =>
      entries.some(({ id, notes }) => id === entry.id && notes.some((note) => note.text === text)),
    )
  }

  /** Writes, and says so when it could not: nothing is taken for decided that is not on the disk. */
  async #send(acts: readonly Act[]): Promise<boolean> {
    try {
      const { saved } = await this.#desk.decide(acts)
      if (saved > 0) this.#past.push([this.#series, this.#cursor])
      if (saved > 1) this.#screen.line(`${saved} decisions written`)
      return true
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      this.#screen.line([styled('bad', error.message)])
      this.#screen.line(error.advice)
      return false
    }
  }

  /** Decisions whose place is gone: one is chosen, and gets a place or is given up. */
  async #orphans(): Promise<void> {
    const { orphans } = this.#desk.state()
    if (orphans.length === 0) this.#screen.line('Every decision has its place')
    const orphan = await this.#oneOf(orphans, orphanLine)
    if (!orphan) return
    const { id, by } = orphan
    this.#prompt('p(ut it back), g(ive it up), or l(eave it)? ')
    const key = await this.#key()
    if (key === 'g') await this.#send([{ kind: 'orphan', id, by }])
    if (key !== 'p') return
    const words = await this.#ask('Words at its place, as printed: ')
    const hits = this.#desk.search(words).hits.filter(({ where }) => where === 'raw')
    if (hits.length === 0) this.#screen.line('Nothing found')
    const hit = await this.#oneOf(hits, hitLine)
    if (!hit) return
    const to = { line: hit.line, from: hit.from, to: hit.from + hit.text.length }
    if (await this.#send([{ kind: 'orphan', id, by, to }])) this.#screen.line('Put back')
  }

  /** Lists things by number, and asks for one. */
  async #oneOf<T>(things: readonly T[], line: (thing: T) => Line): Promise<T | undefined> {
    if (things.length === 0) return undefined
    for (const [i, thing] of things.slice(0, LISTED).entries()) {
      this.#screen.line([`${String(i + 1).padStart(3)}  `, ...line(thing)], 0, 5)
    }
    const more = things.length - LISTED
    if (more > 0) this.#screen.line(`     and ${more} more: search for fewer`)
    return things[Number(await this.#ask('Which? ')) - 1]
  }

  async #undo(): Promise<void> {
    const { revision } = this.#desk.state()
    const { saved, undone } = await this.#desk.undo()
    const more = saved > 1 ? ` and ${saved - 1} more` : ''
    this.#screen.line(saved === 0 ? 'Nothing to undo' : `Undone: ${undone ?? ''}${more}`)
    if (saved === 0) return
    const back = this.#past.pop()
    await this.#until(({ entries, revision: now }) =>
      back ? entries.some((entry) => entry.id === back[1] && isOpen(entry)) : now > revision,
    )
    this.#done.clear()
    if (back) [this.#series, this.#cursor] = back
  }

  /** Waits until the edition is made in which something is so, but not for long. */
  async #until(isSo: (state: BookState) => boolean): Promise<void> {
    let stop = (): void => {}
    const made = new Promise<void>((resolve) => {
      const look = (): void => (isSo(this.#desk.state()) ? resolve() : undefined)
      stop = this.#desk.subscribe(look)
      look()
    })
    await Promise.race([made, setTimeout(PATIENCE, undefined, { ref: false })])
    stop()
  }

  #step(by: 1 | -1, onlyOpen: boolean): void {
    const rows = this.#rows()
    const at = rows.findIndex(({ id }) => id === this.#cursor)
    for (let i = at + by; i >= 0 && i < rows.length; i += by) {
      const entry = rows[i]
      if (!entry || (onlyOpen && !this.#isOpen(entry))) continue
      this.#cursor = entry.id
      return
    }
    if (by === 1 && onlyOpen) this.#next()
    else this.#screen.line(by === 1 ? 'The last one of the series' : 'The first one of the series')
  }

  /**
   * The next series in which something is open, from here on and then from the beginning; with `here`,
   * this one comes first.
   */
  #next(here = false): void {
    const list = this.#list()
    const at = list.findIndex(({ key }) => key === this.#series) - (here ? 1 : 0)
    const turned = [...list.slice(at + 1), ...list.slice(0, at + 1)]
    this.#open(turned.find(({ entries }) => entries.some((entry) => this.#isOpen(entry))))
  }

  async #choose(list: readonly Series[]): Promise<void> {
    const chosen = await this.#oneOf(list, ({ first, all, decided }) => [
      ...changeOf(first),
      styled('faint', `  ${all} places, ${decided} decided`),
    ])
    if (chosen) this.#open(chosen)
  }

  async #search(): Promise<void> {
    const query = (await this.#ask('Search: ')).toLowerCase()
    const has = ({ sic, corr, before, after, rules }: Entry): boolean =>
      [sic, corr, rules.join(' '), `${before}${sic}${after}`, `${before}${corr}${after}`].some(
        (text) => text.toLowerCase().includes(query),
      )
    const found = this.#list().filter(({ entries }) => entries.some(has))
    if (query === '' || found.length === 0) this.#screen.line('Nothing found')
    else await this.#choose(found)
  }

  async #split(entry: Entry): Promise<void> {
    this.#prompt('Split by p(age), b(efore), a(fter), w(ord), or n(ot)? ')
    const split = SPLITS[await this.#key()]
    if (split) this.#splits.set(entry.series, split)
    else this.#splits.delete(entry.series)
    const own = this.#list().find(({ entries }) => entries.some(({ id }) => id === entry.id))
    this.#series = own?.key ?? ''
  }

  /** Reads a line, key by key; Escape leaves it empty. */
  async #ask(prompt: string): Promise<string> {
    this.#prompt(prompt)
    for (let text = ''; ; ) {
      const { done, value } = await this.#keys.next()
      if (done || value === INTERRUPT || value === '\u001b') text = ''
      if (done || LINE_END.includes(value)) {
        this.#asked = ''
        this.#screen.raw('\n')
        return text.trim()
      }
      if (value === '\u007f' || value === '\b') {
        const rest = [...text].slice(0, -1).join('')
        const cells = widthOf(text) - widthOf(rest)
        this.#screen.raw('\b'.repeat(cells) + ' '.repeat(cells) + '\b'.repeat(cells))
        text = rest
      } else if (!/\p{Cc}/u.test(value)) {
        text += value
        this.#screen.raw(value)
      }
      this.#asked = prompt + text
    }
  }

  /** What other people decide meanwhile, at other screens. */
  #tellOthers({ changed }: Change): void {
    const { editor } = this.#desk.state()
    const theirs = changed.filter(({ by }) => by !== null && by !== editor)
    if (theirs.length === 0) return
    this.#screen.line()
    for (const entry of theirs.slice(0, 3)) {
      this.#screen.line([styled('warn', 'meanwhile: '), ...changeOf(entry), `, ${stateOf(entry)}`])
    }
    if (theirs.length > 3) this.#screen.line(`and ${theirs.length - 3} more`)
    this.#screen.raw(this.#asked)
  }
}
