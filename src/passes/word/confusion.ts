import type { Certainty } from '../../model/certainty.ts'
import type { Edit } from '../../model/emendation.ts'
import type { TableRule } from '../../model/reading-table.ts'
import type { Pass } from '../../model/rule.ts'
import type { View } from '../../model/view.ts'
import { beginsSentence, isAmongStrange, isPart, isSpaced } from './beside-word.ts'
import { inShape } from './in-shape.ts'
import { type Acquaintance, acquaintance, byAcquaintance, tell } from './known-word.ts'
import { Lasting } from './lasting.ts'
import { type RunningWord, textOf } from './running-word.ts'
import { wordIndex } from './word-index.ts'
import { isWorn } from './worn-text.ts'

/** Of a shorter word too much is another one. */
const SHORTEST = 4
/** Words so long have few that are like them; the reading stands so often in the book. */
const LONG = 7
const OFTEN = 3
/** More readings of one word are not tried. */
const MOST_TRIED = 64
const MOST_SHOWN = 5

/** The rows of a table: what is printed, and what may be read for it. */
type Rows = readonly (readonly [string, readonly string[]])[]

/** One place of a word where letters may have been mistaken. */
interface Slip {
  readonly at: number
  readonly printed: string
  readonly read: string
}

interface Candidate {
  readonly word: string
  readonly slips: readonly Slip[]
  readonly known: Acquaintance
}

/**
 * The pass of a rule that is a table of letters mistaken for others: reads an unknown word as a known
 * one that has them in one place, or else in two. A word that somebody knows stays as it is. O(words),
 * and at most 64 look-ups for an unknown form.
 */
export function confusionPass(rule: TableRule): Pass {
  const candidates = new Lasting<readonly Candidate[]>()
  return (view) => {
    const table = Object.entries(rule.readings[view.language.script] ?? {})
    if (table.length === 0) return []
    const worn = isWorn(view)
    if (rule.worn && !worn) return []
    const index = wordIndex(view)
    return index.strangeWords().flatMap((i): readonly Edit[] => {
      const word = index.words[i]
      const form = index.forms[i] ?? -1
      if (!word || word.to - word.from < SHORTEST) return []
      const small = index.spelled[form] ?? ''
      const found = candidates.about(view, small, () => candidatesFor(view, table, small))
      if (found.length === 0 || isPart(view, word) || isSpaced(index.words, i)) return []
      const edit = judge(view, rule, word, found)
      if (!edit) return []
      // A machine seldom misreads a word twice in the same way.
      const isOnce = (index.counts[form] ?? 0) === 1 || (found[0]?.known.inBook ?? 0) >= 2 * OFTEN
      if (worn && isOnce && isPlain(view, word) && isSureWhenWorn(view, small, found)) {
        return [{ ...edit, cert: rule.cert }]
      }
      // What only wear makes alike is no proof by itself.
      if (rule.worn) return [{ ...edit, cert: edit.cert === 'low' ? 'low' : 'medium' }]
      const isForeign = edit.cert !== 'low' && isAmongStrange(view, index, i)
      return [isForeign ? { ...edit, cert: 'low' } : edit]
    })
  }
}

function judge(
  view: View,
  { id, error, cert, evidence }: TableRule,
  word: RunningWord,
  all: readonly Candidate[],
): Edit | undefined {
  const text = textOf(view, word)
  const isCapital = text !== text.toLowerCase()
  // Short words in capitals are abbreviations.
  if (isCapital && text === text.toUpperCase() && text.length < LONG) return undefined
  if (/['’]|\p{M}/u.test(text) || text !== inShape(text.toLowerCase(), text)) return undefined
  if (view.language.lexicon.has(text)) return undefined
  const isName =
    view.language.capitals === 'names' &&
    isCapital &&
    text !== text.toUpperCase() &&
    !beginsSentence(view.reading.text, word.from)
  const found = all.filter(({ word: read, known: { inBook } }) =>
    isName ? isNameInBook(view, read) : inBook > 0 || !isCapital,
  )
  const [best] = found
  if (!best) return undefined
  const candidates = found.slice(0, MOST_SHOWN).map((one) => inShape(one.word, text))
  return {
    kind: 'edit',
    rule: id,
    error,
    from: word.from,
    to: word.to,
    corr: candidates[0] ?? text,
    candidates,
    cert: certaintyOf(found, text, isName, cert),
    evidence: [evidence ?? why(text, best)],
  }
}

function certaintyOf(
  [best, second]: readonly Candidate[],
  text: string,
  isName: boolean,
  most: Certainty,
): Certainty {
  if (!best || isName || text.length < SHORTEST + 1) return 'low'
  const stands = best.known.inLexicon && best.known.inBook >= OFTEN
  const alone = second === undefined || best.known.inBook > 8 * (second.known.inBook + 1)
  if (stands && alone && best.slips.length === 1 && text.length >= LONG) return most
  return most !== 'low' && best.known.inLexicon && alone ? 'medium' : 'low'
}

/**
 * Whether an unknown word of a text that a machine misread badly can be but one known one: it is one
 * slip away, and no other word is one letter away, or none that the book has.
 */
function isSureWhenWorn(
  view: View,
  small: string,
  [best, ...others]: readonly Candidate[],
): boolean {
  if (!best || best.slips.length > 1 || !best.known.inLexicon || small.length <= SHORTEST)
    return false
  const near = view.language.lexicon.near(small).filter((word) => word !== best.word)
  if (near.length === 0 && others.length === 0) return true
  const isInBook = (word: string): boolean => view.survey.count(word) > 0
  return best.known.inBook >= OFTEN && ![...near, ...others.map(({ word }) => word)].some(isInBook)
}

/** Whether a word is in small letters and not set apart, as one is that the text speaks about. */
function isPlain(view: View, { from, to }: RunningWord): boolean {
  const { text } = view.reading
  const printed = text.slice(from, to)
  const isQuoted = /[«„“"‘']/u.test(text.charAt(from - 1)) && /[»”“"’']/u.test(text.charAt(to))
  return printed === printed.toLowerCase() && !isQuoted
}

/** Words with one slip before those with two, and the best known first. */
function candidatesFor(view: View, table: Rows, small: string): readonly Candidate[] {
  const slips = slipsIn(small, table)
  const once = known(
    view,
    slips.map((slip) => ({ word: mended(small, [slip]), slips: [slip] })),
  )
  if (once.length > 0 || small.length < LONG) return once
  const twice = slips.flatMap((one, i) =>
    slips
      .slice(i + 1)
      .filter((other) => other.at >= one.at + one.printed.length)
      .map((other) => ({ word: mended(small, [one, other]), slips: [one, other] })),
  )
  return known(view, twice.slice(0, MOST_TRIED))
}

function known(view: View, tried: readonly Omit<Candidate, 'known'>[]): readonly Candidate[] {
  const words = new Map(tried.map((one) => [one.word, one]))
  return [...words.values()]
    .map((one) => ({ ...one, known: acquaintance(view, one.word) }))
    .filter((one) => one.known.inLexicon || one.known.inBook >= OFTEN)
    .sort((a, b) => byAcquaintance(a.known, b.known) || (a.word < b.word ? -1 : 1))
}

/** The slips that may have made a word, from its beginning to its end; no more than are tried. */
function slipsIn(word: string, table: Rows): readonly Slip[] {
  const slips: Slip[] = []
  for (const [printed, readings] of table) {
    for (let at = word.indexOf(printed); at >= 0; at = word.indexOf(printed, at + 1)) {
      for (const read of readings) slips.push({ at, printed, read })
    }
  }
  const inOrder = slips.sort((a, b) => a.at - b.at || b.printed.length - a.printed.length)
  return inOrder.slice(0, MOST_TRIED)
}

function mended(word: string, slips: readonly Slip[]): string {
  return slips.reduceRight(
    (text, { at, printed, read }) => text.slice(0, at) + read + text.slice(at + printed.length),
    word,
  )
}

function isNameInBook(view: View, word: string): boolean {
  return view.survey.countAsPrinted(word.charAt(0).toUpperCase() + word.slice(1)) > 1
}

function why(text: string, { word, slips, known }: Candidate): string {
  const mistaken = slips.map(({ printed, read }) => `«${printed}» for «${read}»`)
  return `«${text}» is unknown; ${tell(word, known)}; ${mistaken.join(', ')}`
}
