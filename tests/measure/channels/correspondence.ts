import { alignCharacters } from './align-characters.ts'
import { alignLines } from './align-lines.ts'
import { pagesOf } from './page-lines.ts'

/** A place in a raw text: the line, from 1, and the offset in it. */
export interface Place {
  readonly line: number
  readonly at: number
}

/** Where the lines of one copy of a text stand in another. Lines are counted from 1. */
export interface Correspondence {
  /** The lines of the new copy that hold an old line. */
  readonly now: ReadonlyMap<number, readonly number[]>
  /** The first old line that stands on a new one. */
  readonly old: ReadonlyMap<number, number>
  /** Printed lines of the new copy that stand for nothing in the old one. */
  readonly come: ReadonlySet<number>
  /** Old lines that are split, and those that stand behind another on one line. */
  readonly split: number
  readonly merged: number
  /** Characters of the old copy, and what it takes to make the new one of them. */
  readonly characters: number
  readonly wrong: number
  /** Where a character went, or undefined where it is lost. */
  readonly placeOf: (line: number, at: number) => Place | undefined
}

/**
 * Finds the lines of one copy of a text in another, page by page. O(lines of a page) for each line.
 *
 * Throws where the pages are not as many.
 */
export function correspondence(oldRaw: string, newRaw: string): Correspondence {
  const oldLines = oldRaw.split('\n')
  const newLines = newRaw.split('\n')
  const oldPages = printedPages(oldRaw, oldLines)
  const newPages = printedPages(newRaw, newLines)
  if (oldPages.length !== newPages.length) {
    throw new Error(`Expected ${oldPages.length} pages, found ${newPages.length}`)
  }
  const now = new Map<number, readonly number[]>()
  const old = new Map<number, number>()
  const come = new Set<number>()
  const places = new Map<number, (Place | undefined)[]>()
  const counts = { split: 0, merged: 0, characters: 0, wrong: 0 }
  oldPages.forEach((page, i) => {
    const other = newPages[i] ?? []
    const text = (lines: readonly string[], n: number): string => lines[n - 1] ?? ''
    const pairs = alignLines(
      page.map((n) => text(oldLines, n)),
      other.map((n) => text(newLines, n)),
    )
    for (const pair of pairs) {
      const from = pair.old.map((n) => page[n] ?? 0)
      const to = pair.now.map((n) => other[n] ?? 0)
      if (from.length === 0) for (const n of to) come.add(n)
      if (from.length === 0 || to.length === 0) continue
      counts.split += to.length - 1
      counts.merged += from.length - 1
      for (const n of from) now.set(n, to)
      for (const n of to) if (from[0] !== undefined) old.set(n, from[0])
      const found = alignGroup(
        from.map((n) => text(oldLines, n)),
        to.map((n) => text(newLines, n)),
      )
      from.forEach(
        (n, k) =>
          void places.set(
            n,
            (found[k] ?? []).map((place) => placed(place, to)),
          ),
      )
      count(
        counts,
        from.map((n) => text(oldLines, n)),
        to.map((n) => text(newLines, n)),
        found,
      )
    }
  })
  return { now, old, come, ...counts, placeOf: (line, at) => places.get(line)?.[at] }
}

/** The lines of each page on which something is printed. A page at the end with nothing is none. */
function printedPages(raw: string, lines: readonly string[]): readonly (readonly number[])[] {
  const pages = pagesOf(raw).map((page) => page.filter((n) => (lines[n - 1] ?? '').trim() !== ''))
  return pages.at(-1)?.length === 0 ? pages.slice(0, -1) : pages
}

/** For each character of each old line: which new line it is on, and where; undefined where lost. */
function alignGroup(
  old: readonly string[],
  now: readonly string[],
): readonly (readonly (Place | undefined)[])[] {
  const aligned = alignCharacters(old.join('\n'), now.join('\n'))
  const begins: number[] = []
  let length = 0
  for (const line of now) {
    begins.push(length)
    length += line.length + 1
  }
  let offset = 0
  return old.map((line) => {
    const own = aligned.subarray(offset, offset + line.length)
    offset += line.length + 1
    return [...own].map((to): Place | undefined => {
      if (to < 0) return undefined
      const n = begins.findLastIndex((begin) => begin <= to)
      return { line: n, at: to - (begins[n] ?? 0) }
    })
  })
}

function placed(place: Place | undefined, lines: readonly number[]): Place | undefined {
  const line = place && lines[place.line]
  return line === undefined ? undefined : { line, at: place?.at ?? 0 }
}

/** Adds up characters, and those that are wrong, lost or come. */
function count(
  counts: { characters: number; wrong: number },
  old: readonly string[],
  now: readonly string[],
  found: readonly (readonly (Place | undefined)[])[],
): void {
  let same = 0
  let paired = 0
  let all = 0
  old.forEach((line, k) => {
    for (let at = 0; at < line.length; at++) {
      if (/\s/u.test(line[at] ?? '')) continue
      all++
      const place = found[k]?.[at]
      if (!place) continue
      paired++
      if (now[place.line]?.[place.at] === line[at]) same++
    }
  })
  const inNew = now.reduce((sum, line) => sum + line.replace(/\s+/gu, '').length, 0)
  counts.characters += all
  counts.wrong += all - same + (inNew - paired)
}
