import type { FlowLine } from '../../model/flow.ts'
import { readSiglum, type Siglum } from './siglum.ts'

/** A place in the text that may be a reference mark. Witness offsets; the span is the mark alone. */
export interface CallCandidate {
  readonly from: number
  readonly to: number
  readonly line: number
  readonly siglum: Siglum
  /** How much like a call it looks, from 0 to 1. */
  readonly likeness: number
}

/** What a mark may stand behind. */
const BEHIND = '[\\p{L}\\p{M}\\p{Pf}\\p{Pe}»”"’.,;:!?…]'

// A mark glued to a word or to punctuation, or torn off by a blank. What follows it is no digit and no
// letter of a word that the mark could be part of.
const MARK = new RegExp(
  [
    `(?<=${BEHIND})(?<arabic>\\d{1,3})(?![\\d\\p{L}]|[.,]\\d|[-–]\\p{L}|\\))`,
    '(?<=[\\p{L}\\p{M}»”"’.,;:!?…)])(?<paren>\\d{1,3}\\))',
    `(?<=${BEHIND})(?<raised>[⁰¹²³⁴-⁹]{1,3})`,
    '(?<=[\\p{Script=Cyrillic}\\p{Script=Greek}»”"’.,;:!?…)])(?<roman>[ivxlc]{1,7})(?![\\p{Ll}\\d]|\\.[\\p{L}\\d])',
    '(?<=[\\p{L}\\p{M}\\p{N}»”"’.,;:!?…)])(?<symbol>[*∗⁎＊†‡§¶]{1,8})(?![\\p{L}\\d])',
    '(?<=[\\p{L}\\p{M}»”"’.,;:!?…)])\\s?(?<boxed>[[(](?:\\d{1,3}|[ivxlc]{1,7}|\\p{Ll})[\\])])',
    '(?<=[\\p{L}\\p{M}»”"’)][.,;:!?…»”")]|\\p{N}[)»”"]|[!?…»”"])(?<letter>(?<own>\\p{Ll})\\k<own>{0,3})(?=[\\s.,;:]|$)',
    `(?<=${BEHIND} )(?<torn>\\d{1,3}\\)?|[*∗⁎＊†‡§¶]{1,4})(?=[.,;:!?)»”]?(?: |$))`,
  ].join('|'),
  'gu',
)

/** What every line with a call has; most lines have none of it. */
const MAYBE =
  /[\d*∗⁎＊†‡§¶⁰¹²³⁴-⁹[(]|[\u0370-\u052f»”"’.,;:!?…)][ivxlc]|[.,;:!?…»”")]\p{Ll}{1,4}(?:[\s.,;:]|$)/u

/** A name of a file or an address up to its last stop: `/etc/rc.`, `www.example.` */
const IN_NAME = /(?:[/\\_@]\S*|www\.\S*)\.$/u

/** A line of marks alone: they stood raised above the line below and were torn off. */
const ALONE =
  /^(?:\d{1,3}\)?|[*∗⁎＊†‡§¶]{1,4}|[⁰¹²³⁴-⁹]{1,3})(?:\s{2,}(?:\d{1,3}\)?|[*∗⁎＊†‡§¶]{1,4}))*$/u

/** The places in a line that may be reference marks, in order. O(n) in the line. */
export function callsIn(text: string, line: FlowLine): readonly CallCandidate[] {
  const shown = text.slice(line.from, line.to)
  if (!MAYBE.test(shown)) return []
  if (ALONE.test(shown)) return aloneIn(shown, line)
  const found: CallCandidate[] = []
  for (const match of shown.matchAll(MARK)) {
    const { arabic, paren, raised, roman, symbol, boxed, letter, torn } = match.groups ?? {}
    const mark = arabic ?? paren ?? raised ?? roman ?? symbol ?? boxed ?? letter ?? torn ?? ''
    const siglum = readSiglum(mark.replace(/[[\]()]/gu, ''))
    if (!siglum) continue
    const at = match.index + match[0].length - mark.length
    const likeness = torn === undefined ? likenessOf(shown, at, mark) : tornLikeness(shown, at)
    if (likeness === 0) continue
    const from = line.from + at
    found.push({ from, to: from + mark.length, line: line.line, siglum, likeness })
  }
  return found
}

function aloneIn(shown: string, line: FlowLine): readonly CallCandidate[] {
  return [...shown.matchAll(/\S+/gu)].flatMap(({ 0: mark, index }): readonly CallCandidate[] => {
    const siglum = readSiglum(mark.replace(')', ''))
    const from = line.from + index
    return siglum ? [{ from, to: from + mark.length, line: line.line, siglum, likeness: 0.5 }] : []
  })
}

function likenessOf(shown: string, at: number, mark: string): number {
  const before = shown.slice(0, at)
  const last = before.at(-1) ?? ''
  if (/[)\]]$/u.test(mark) && !/^[[(]/u.test(mark) && hasOpen(before)) return 0
  // `(a)` and `(i)` in the text are mostly the members of a list.
  if (mark.startsWith('(')) return 0.4
  if (mark.startsWith('[')) return 0.95
  if (/^(\p{Ll})\1{0,3}$/u.test(mark)) return letterLikeness(before, last)
  // The part of a name in which a star stands for the rest, `5.28*`, and a word that is not printed, `f***`.
  if (/^[*∗⁎＊]/u.test(mark) && /(?:\d|(?:^|\P{L})\p{L})$/u.test(before)) return 0.4
  // Between quotation marks a digit is quoted: »1«.
  if (/[»”"]/u.test(last) && /^[«“”"]/u.test(shown.slice(at + mark.length))) return 0.2
  if (/\p{L}/u.test(last)) {
    // Names such as `F1`, `IPv6` and `[TUT02]`.
    if (/(?:^|[^\p{L}])\p{Lu}$|\p{Ll}\p{Lu}$/u.test(before)) return 0.3
    if (/\p{Lu}{2}\p{L}*$/u.test(before)) return 0.4
    if (/[[/_=@]\p{L}*$/u.test(before)) return 0.35
    // `(let* ((a 1)))`
    if (/\(\p{L}*$/u.test(before) && /^[*∗⁎＊] \(/u.test(shown.slice(at))) return 0.3
    // `30x30`
    if (/\d[xхXХ]$/u.test(before)) return 0
    return mark.length > 2 && /^\d+$/u.test(mark) ? 0.6 : 0.9
  }
  if (/[.,]/u.test(last)) {
    // `т.1`, `3.5`, `No.1` are no calls; `слово.1` is.
    if (/\d[.,]$/u.test(before)) return 0.3
    if (/(^|[^\p{L}])\p{L}{1,3}\.$/u.test(before)) return 0.4
    return 1
  }
  if (last === ':') return /\d:$/u.test(before) ? 0.2 : 0.5
  return 1
}

/** A letter or a Roman numeral: `i.e.` is none, `word.e` is, and so is one of another script. */
function letterLikeness(before: string, last: string): number {
  if (/[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(last)) return 0.9
  if (IN_NAME.test(before)) return 0.3
  if (/\p{L}{3}[^\p{L}\s]+$/u.test(before)) return 0.9
  return /(?:^|\P{L})\p{L}[.,:;]$/u.test(before) ? 0.3 : 0.5
}

/** A mark that a blank tears off from what it stands behind. */
function tornLikeness(shown: string, at: number): number {
  const before = shown.slice(0, at - 1)
  const after = shown.slice(at)
  // Behind leaders stands the number of a page.
  if (/[.·…_]\s*[.·…_]$/u.test(before)) return 0
  if (/[.!?…][»”"')]?$/u.test(before)) {
    const goesOn = /^\S+(?: [\p{Lu}«„“"(]|$)/u.test(after)
    // Behind `Nr.` and `fig.` a number is none.
    if (/(?:^|[^\p{L}])\p{L}{1,4}\.$/u.test(before)) return goesOn ? 0.37 : 0.35
    return goesOn ? 0.7 : 0.4
  }
  if (/[*†‡§¶]/u.test(after.charAt(0))) return 0.6
  if (/[,;:»”"]$/u.test(before)) return 0.45
  // `1 : 2`, with a blank before the colon as the French set it.
  if (/^\S+ [:×]/u.test(after)) return 0
  // An abbreviation at the end of its sentence: `DNS 1.`
  if (/\p{Lu}{2}$/u.test(before) && /^\S+[.!?…](?: |$)/u.test(after)) return 0.4
  // `Chapter 4`, `Bild 3`: a name and its number.
  if (/(?:^|[^\p{L}])\p{Lu}\p{L}*\.?$/u.test(before)) return 0.25
  return /^\S+[.!?…](?: |$)/u.test(after) ? 0.5 : 0.35
}

/** Whether a bracket stands open before the place: then a closing one belongs to it. */
function hasOpen(before: string): boolean {
  return before.lastIndexOf('(') > before.lastIndexOf(')')
}
