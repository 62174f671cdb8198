import type { Entry } from './wire.ts'

/** By what entries are put together. */
export type Grouping = 'series' | 'rule' | 'page' | 'certainty' | 'word'

/** By what a series is split: its entries in smaller ones. */
export type Split = 'page' | 'before' | 'after' | 'word'

/** What is shown. */
export interface Filter {
  /** What asks and nobody has decided. */
  readonly asks: boolean
  /** What a rule did unasked and nobody has looked at. */
  readonly done: boolean
  readonly decided: boolean
}

export const EVERYTHING: Filter = { asks: true, done: true, decided: true }

/** Entries that are looked at together. */
export interface Series {
  readonly key: string
  /** The first of them stands for all in what a series has in common. */
  readonly first: Entry
  /** Those that the filter lets through. */
  readonly entries: readonly Entry[]
  /** How many of all its entries people have decided. */
  readonly decided: number
  readonly all: number
  /** By what it was split off, and what it has in common besides. */
  readonly part: string
}

/** In which of the three states of work an entry is. */
export function workOn(entry: Entry): keyof Filter {
  if (entry.by !== null) return 'decided'
  return entry.state === 'proposed' ? 'asks' : 'done'
}

/** Whether nobody has decided an entry yet. */
export function isOpen(entry: Entry): boolean {
  return entry.by === null
}

/**
 * Groups entries, the largest group first, those of equal size in the order of the text; pages in
 * theirs. Groups of which the filter lets nothing through are left out. O(n log n) in the groups,
 * linear in the entries.
 */
export function seriesOf(
  entries: readonly Entry[],
  grouping: Grouping,
  filter: Filter,
  splits: ReadonlyMap<string, Split>,
): readonly Series[] {
  const groups = new Map<string, Entry[]>()
  for (const entry of entries) {
    const key = keyOf(entry, grouping)
    const split = splits.get(key)
    const whole = split === undefined ? key : `${key}\u0000${commonOf(entry, split)}`
    const group = groups.get(whole)
    if (group) group.push(entry)
    else groups.set(whole, [entry])
  }
  const found = [...groups].flatMap(([key, group]): readonly Series[] => {
    const [first] = group
    const shown = group.filter((entry) => filter[workOn(entry)])
    if (!first || shown.length === 0) return []
    const decided = group.reduce((sum, entry) => sum + (isOpen(entry) ? 0 : 1), 0)
    const part = key.split('\u0000')[1] ?? ''
    return [{ key, first, entries: shown, decided, all: group.length, part }]
  })
  return grouping === 'page' ? found : found.sort((a, b) => b.all - a.all)
}

/** How many entries a filter hides. */
export function hiddenBy(entries: readonly Entry[], filter: Filter): number {
  return entries.reduce((sum, entry) => sum + (filter[workOn(entry)] ? 0 : 1), 0)
}

/** The key of the series that an entry belongs to, before any split. */
export function keyOf(entry: Entry, grouping: Grouping): string {
  switch (grouping) {
    case 'series':
      return entry.series
    case 'rule':
      return entry.rules.join(' ')
    case 'page':
      return String(entry.sheet)
    case 'certainty':
      return `${entry.cert} ${entry.state === 'proposed' ? 'asks' : 'done'}`
    case 'word':
      return wordOf(entry)
  }
}

/** What the entries of a part of a series have in common. */
function commonOf(entry: Entry, split: Split): string {
  switch (split) {
    case 'page':
      return `page ${entry.sheet}`
    case 'before':
      return `${/(\S*)\s*$/u.exec(entry.before)?.[1] ?? ''} …`
    case 'after':
      return `… ${/^\s*(\S*)/u.exec(entry.after)?.[1] ?? ''}`
    case 'word':
      return wordOf(entry)
  }
}

/** The whole word in which an entry stands, as printed. */
export function wordOf({ before, sic, after }: Entry): string {
  const left = /[\p{L}\p{M}\p{N}]*$/u.exec(before)?.[0] ?? ''
  const right = /^[\p{L}\p{M}\p{N}]*/u.exec(after)?.[0] ?? ''
  return `${left}${sic}${right}`
}

/** In what order a concordance stands. */
export type Order = 'page' | 'left' | 'right'

/**
 * The lines of a concordance: in the order of the text, by what stands before, read from the entry
 * outwards, or by what stands behind.
 */
export function inOrderOf(entries: readonly Entry[], order: Order): readonly Entry[] {
  if (order === 'page') return entries
  const side = order === 'left' ? (entry: Entry) => outwards(entry.before) : (e: Entry) => e.after
  const keyed = entries.map((entry) => ({ entry, key: side(entry).toLowerCase() }))
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
  return keyed.map(({ entry }) => entry)
}

/** A context to the left, its words from the last to the first. */
function outwards(before: string): string {
  return before.trimEnd().split(/\s+/u).reverse().join(' ')
}

/** How far the work on a book has come, in entries. */
export interface Progress {
  readonly decided: number
  readonly done: number
  readonly asks: number
}

export function progressOf(entries: readonly Entry[]): Progress {
  const progress = { decided: 0, done: 0, asks: 0 }
  for (const entry of entries) progress[workOn(entry)]++
  return progress
}
