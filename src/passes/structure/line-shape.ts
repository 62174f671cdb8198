import type { LaidLine } from './laid-line.ts'

/** How a line ends: what it leaves open for the next. */
export type LineEnding = 'hyphen' | 'sentence' | 'colon' | 'semicolon' | 'open'

// A sentence ends in a full stop or its like, with the marks that may close behind it (in French
// behind a blank) and a note call behind those.
const SENTENCE =
  /[.!?…](?:["»”“’)\]]|\s»)*(?:\d{1,3}\)?|\[\d{1,3}\]|\(\d{1,3}\)|[ivxl]+|[*∗†‡]+\)?)?$/u

// The source of a quotation may stand in brackets behind its end.
const SOURCE = /[.!?…]["»”“’]*\s?(?:\([^()]*\)|\[[^[\]]*\])$/u

/** How the line ends. A note call at its end does not count. */
export function endingOf(line: LaidLine): LineEnding {
  if (line.hyphen !== undefined) return 'hyphen'
  if (SENTENCE.test(line.text) || SOURCE.test(line.text)) return 'sentence'
  if (/:$/u.test(line.text)) return 'colon'
  if (/;$/u.test(line.text)) return 'semicolon'
  return 'open'
}

/** Whether the line begins as only the middle of a sentence does: with a small letter or a closing mark. */
export function beginsInside(text: string): boolean {
  return /^[«»‹›“„‚"(‘']*\p{Ll}|^[,;:.!?)”\]]|^»(?!\p{L})/u.test(text)
}

/** Whether the line begins as a sentence may: with a capital, a digit, an opening mark, a dash. */
export function beginsSentence(text: string): boolean {
  return /^[«»‹›“„‚"([‘'…]*\s?[\p{Lu}\p{N}]|^[«“„"[(…*∗\p{Pd}•]/u.test(text)
}

/**
 * How much of the column the line fills when the first word of the next is set behind it: 1 and more
 * when that word did not fit.
 */
export function fill(line: LaidLine, next: LaidLine): number {
  const word = /^\S+/u.exec(next.text)?.[0].length ?? 0
  return (line.text.length + 1 + word) / line.measure
}

/** Whether a line stands in the middle of the column, with as much room before it as behind. */
export function isCentred(line: LaidLine): boolean {
  const room = line.measure - line.text.length
  const off = Math.abs(line.indent * 2 - room)
  return line.indent >= 6 && off <= (room < line.measure * 0.25 ? 1 : 4 + room * 0.12)
}
