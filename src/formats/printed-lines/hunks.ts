import type { Change } from './changes.ts'
import { changed } from './changes.ts'

/** Lines of a text that ends lines with a line feed alone, as git does; the last may have none. */
export interface ChangedLines {
  /** The first line, from 1. */
  readonly line: number
  readonly before: readonly string[]
  readonly after: readonly string[]
  readonly changes: readonly Change[]
}

/** A stretch of a patch: changed lines that stand near to each other, with what is around them. */
export interface Hunk {
  /** The first line of it before, and after, from 1. */
  readonly from: number
  readonly to: number
  readonly lines: readonly HunkLine[]
}

export interface HunkLine {
  readonly sign: ' ' | '-' | '+'
  /** With its line feed, if it has one. */
  readonly text: string
}

/** The lines of a text, each with its line feed. O(n). */
export function linesOf(text: string): readonly string[] {
  return text === '' ? [] : (text.match(/[^\n]*\n|[^\n]+$/gu) ?? [])
}

/** The lines that are changed, each stretch by itself. O(n) in the text. */
export function changedLines(text: string, changes: readonly Change[]): readonly ChangedLines[] {
  const lines = linesOf(text)
  const found: ChangedLines[] = []
  let next = 0
  let start = 0
  for (let i = 0; i < lines.length && next < changes.length; ) {
    const first = i
    const from = start
    let end = start + (lines[i]?.length ?? 0)
    const own: Change[] = []
    for (
      let change = changes[next];
      change && isWithin(change, end, text);
      change = changes[next]
    ) {
      own.push(change)
      next++
      // A change that runs over a line end takes the next line with it.
      while (
        change.to > end ||
        (change.to === end && change.to > change.from && end < text.length)
      ) {
        i++
        end += lines[i]?.length ?? 0
      }
    }
    i++
    start = end
    if (own.length === 0) continue
    const shifted = own.map((change) => ({
      ...change,
      from: change.from - from,
      to: change.to - from,
    }))
    const before = lines.slice(first, i)
    const after = linesOf(changed(text.slice(from, end), shifted))
    found.push({ line: first + 1, before, after, changes: own })
  }
  return found
}

/** Whether a change begins in a line that ends at `end`: what is put in there stands before the feed. */
function isWithin({ from }: Change, end: number, text: string): boolean {
  return from < end || (from === end && end === text.length)
}

/** Changed lines as hunks with `around` lines of context, as patches have three. O(n) in the text. */
export function hunksOf(text: string, changes: readonly Change[], around: number): readonly Hunk[] {
  const lines = linesOf(text)
  const groups: ChangedLines[][] = []
  for (const one of changedLines(text, changes)) {
    const last = groups.at(-1)
    const end = last?.at(-1)
    if (last && end && one.line - (end.line + end.before.length) <= 2 * around) last.push(one)
    else groups.push([one])
  }
  let shift = 0
  return groups.map((group) => {
    const first = group[0]?.line ?? 1
    const from = Math.max(1, first - around)
    const hunk: HunkLine[] = []
    let at = from
    const keep = (upTo: number) => {
      for (; at < upTo; at++) hunk.push({ sign: ' ', text: lines[at - 1] ?? '' })
    }
    const to = from + shift
    for (const { line, before, after } of group) {
      keep(line)
      for (const each of before) hunk.push({ sign: '-', text: each })
      for (const each of after) hunk.push({ sign: '+', text: each })
      at += before.length
      shift += after.length - before.length
    }
    keep(Math.min(lines.length + 1, at + around))
    return { from, to, lines: hunk }
  })
}
