import { type FlowLine, isBlank } from '../../model/flow.ts'

/** A blank line with so many blanks is the trace of a rule over the notes. */
const RULE_BLANKS = 20
/** A printed rule over the notes. Three asterisks are a divider of the text. */
const RULE = /^(?:[_─━═]{4,}|[—―]{3,}|[\p{Pd}]{6,})$/u
/** Words whose letters are spaced: they are parted by more than one blank. */
const SPACED = /^\S(?: \S)+(?: {2,}\S(?: \S)+)*$/u

/** Whether a line is a printed rule. */
export function isRule(text: string): boolean {
  return RULE.test(text)
}

/** Whether `[from, to)` holds nothing but blanks, so many that a rule may have left them. */
export function isRuleOfBlanks(text: string, from: number, to: number): boolean {
  if (to - from < RULE_BLANKS) return false
  for (let at = from; at < to; at++) if (!isBlank(text.charCodeAt(at))) return false
  return true
}

/** Whether a line is one of the titles that the language sets over notes. */
export function isNotesTitle(text: string, titles: ReadonlySet<string>): boolean {
  const title = text.toLowerCase().replace(/[.:*\s]+$/u, '')
  if (titles.has(title)) return true
  if (!SPACED.test(title)) return false
  return titles.has(title.replaceAll(/(?<=\S) (?=\S)/gu, '').replaceAll(/ +/gu, ' '))
}

/** Whether a line leaves its sentence open: it ends in a letter, a comma or a hyphen. */
export function isOpen(text: string): boolean {
  return /[\p{L}\p{N},;:\p{Pd}¬⸗\u00ad(«„]$/u.test(text)
}

/** Whether a line may be a title: short, with a capital or a number first, and no mark at its end. */
export function isTitleLike(text: string, measure: number): boolean {
  return text.length < measure * 0.8 && /^[\p{Lu}\p{N}«“"]/u.test(text) && !/[.,;:]$/u.test(text)
}

/** Text with white above more than this share of its lines parts its paragraphs so. */
const PARTED = 0.12

/** Whether the lines of a page before one of them follow each other closely: white tells something. */
export function isClose(lines: readonly FlowLine[], end: number): boolean {
  const above = lines.slice(0, end)
  const parted = above.filter((line, i) => i > 0 && line.line > (above[i - 1]?.line ?? 0) + 1)
  return above.length > 4 && parted.length <= above.length * PARTED
}
