import type { LaidLine } from './laid-line.ts'

/** The number of a section: `1.`, `1.2`, `1.2.3.`, `§ 4`. */
export interface SectionNumber {
  readonly parts: readonly number[]
  /** UTF-16 units that it takes at the beginning of the line. */
  readonly length: number
}

const NUMBER = /^(\d{1,3}(?:\.\d{1,3}){1,4})\.?(?=\s+\S)/u

/** So many sections in a row make a numbering. */
const ENOUGH = 3

/** The number of several parts with which a line begins, if it does. */
export function sectionNumber(text: string): SectionNumber | undefined {
  const match = NUMBER.exec(text)
  if (!match?.[1]) return undefined
  return { parts: match[1].split('.').map(Number), length: match[0].length }
}

/**
 * The lines that begin with the numbers of sections: each follows from the one before it, `1.2` or
 * `1.1.1` or `2` upon `1.1`. What breaks the sequence is a reference or a figure. O(n).
 */
export function numberedSections(lines: readonly LaidLine[]): ReadonlySet<LaidLine> {
  const found: LaidLine[] = []
  let last: readonly number[] = []
  for (const line of lines) {
    const number = sectionNumber(line.text)
    if (!number || /^\s+\p{Ll}/u.test(line.text.slice(number.length))) continue
    if (!follows(last, number.parts)) continue
    found.push(line)
    last = number.parts
  }
  return new Set(found.length >= ENOUGH ? found : [])
}

/** Whether a number is the next one, on its level, one deeper, or after the end of deeper ones. */
function follows(last: readonly number[], next: readonly number[]): boolean {
  if (last.length === 0) return next.every((part) => part <= 1)
  const same = Math.min(last.length, next.length)
  for (let i = 0; i < same; i++) {
    const [a = 0, b = 0] = [last[i], next[i]]
    if (a === b) continue
    const rest = next.slice(i + 1)
    return b === a + 1 && rest.every((part) => part <= 1)
  }
  return next.length === last.length + 1 && (next.at(-1) ?? 0) <= 1
}
