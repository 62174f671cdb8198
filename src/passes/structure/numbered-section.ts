import type { Language } from '../../model/language.ts'
import type { LaidLine } from './laid-line.ts'

/** The number of a section: `1.`, `1.2`, `1.2.3.`, `§ 4`. */
export interface SectionNumber {
  readonly parts: readonly number[]
  /** UTF-16 units that it takes at the beginning of the line. */
  readonly length: number
}

/** A word and a number: `Chapter 3.`, `Kapitel 3`, `Часть II`. */
const WORDED = /^(\p{L}+)\s+(?:\d{1,3}|[IVXLCІХ]{1,7})(?:[.:]?$|[.:]?\s+(?=[\p{Lu}«“„"‘]))/u

const NUMBER = /^((?:\d{1,3}|\p{Lu})(?:\.\d{1,3}){1,4})\.?(?=\s+\S)/u

/** Of a numbering, so many numbers may be missing where white stands before the next. */
const MISSING = 2

/** So many sections in a row make a numbering. */
const ENOUGH = 3

/** The number of several parts with which a line begins, if it does. */
export function sectionNumber(text: string): SectionNumber | undefined {
  const match = NUMBER.exec(text)
  if (!match?.[1]) return undefined
  const parts = match[1].split('.').map((part) => {
    return /\d/u.test(part) ? Number(part) : part.charCodeAt(0)
  })
  return { parts, length: match[0].length }
}

/**
 * The lines at which titles of sections begin: with a number of several parts that follows from the
 * one before it, `1.2` or `1.1.1` or `2.1` upon `1.1`, or with the word for a chapter or part and its
 * number. What breaks the sequence is a reference or a figure. O(n).
 */
export function numberedSections(
  lines: readonly LaidLine[],
  language: Language,
): ReadonlySet<LaidLine> {
  const words = new Set([...language.headings.part, ...language.headings.chapter])
  const numbered: LaidLine[] = []
  const worded: LaidLine[] = []
  const candidates: { readonly line: LaidLine; readonly parts: readonly number[] }[] = []
  for (const line of lines) {
    if (isWorded(line, words)) worded.push(line)
    const number = sectionNumber(line.text)
    if (!number || /^\s+\p{Ll}/u.test(line.text.slice(number.length))) continue
    candidates.push({ line, parts: number.parts })
  }
  let last: readonly number[] = []
  candidates.forEach(({ line, parts }, i) => {
    const next = candidates[i + 1]?.parts
    const white = line.gap > 0 || line.pageTop
    const starts = next !== undefined && follows(parts, next, 0)
    const first = white || parts.at(-1) === 1
    if (!follows(last, parts, white ? MISSING : 0) && !(first && starts)) return
    numbered.push(line)
    last = parts
  })
  return new Set(numbered.length >= ENOUGH ? [...numbered, ...worded] : worded)
}

/** Whether a line begins with the word for a chapter or part, and its number, with white before it. */
function isWorded(line: LaidLine, words: ReadonlySet<string>): boolean {
  if (line.gap === 0 && !line.pageTop) return false
  const word = WORDED.exec(line.text)?.[1]
  return word !== undefined && words.has(word.toLowerCase())
}

/**
 * Whether a number is the next one: on its level, one deeper, or after the end of deeper ones; so many
 * may be missing between.
 */
function follows(last: readonly number[], next: readonly number[], missing: number): boolean {
  const first = 1 + missing
  if (last.length === 0) return next.slice(1).every((part) => part <= 1)
  const same = Math.min(last.length, next.length)
  for (let i = 0; i < same; i++) {
    const [a = 0, b = 0] = [last[i], next[i]]
    if (a === b) continue
    return b > a && b <= a + first && next.slice(i + 1).every((part) => part <= first)
  }
  return next.length === last.length + 1 && (next.at(-1) ?? 0) <= first
}
