import type { Edit } from '../../model/emendation.ts'
import { pieceAt } from '../../model/reading.ts'
import type { Pass } from '../../model/rule.ts'
import type { View } from '../../model/view.ts'

const RULE = 'structure/invisible-character'

const SOFT_HYPHEN = '\u00ad'
const INVISIBLE =
  /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]+/u
const ALL = new RegExp(INVISIBLE.source, 'gu')

/** From here on are scripts whose letters join, run from right to left, or have no blanks. */
const FIRST_OF_OTHERS = 0x590
const LATIN_AND_GREEK = [0x1e00, 0x1fff] as const
const PUNCTUATION_AND_SYMBOLS = [0x2010, 0x2bff] as const

const NAMES: Readonly<Record<string, string>> = {
  [SOFT_HYPHEN]: 'a soft hyphen',
  '\u200b': 'a zero-width space',
  '\u200c': 'a zero-width non-joiner',
  '\u200d': 'a zero-width joiner',
  '\u2060': 'a word joiner',
  '\ufeff': 'a byte order mark',
}

/**
 * Finds characters that nobody sees: soft hyphens in the middle of a line, zero-width characters and
 * marks of direction. Beside letters of scripts that need them they stay. O(n), and no more than a look
 * at the witness where there are none.
 */
export const invisibleCharacter: Pass = (view) => {
  if (!INVISIBLE.test(view.witness.text)) return []
  const { text } = view.reading
  return [...text.matchAll(ALL)].flatMap(({ 0: run, index: from }): readonly Edit[] => {
    const to = from + run.length
    if (!isPlain(text.charCodeAt(from - 1)) || !isPlain(text.charCodeAt(to))) return []
    if (run.includes(SOFT_HYPHEN) && endsLine(view, to)) return []
    return [judge(view, run, from, to)]
  })
}

/** Whether a neighbour is of a script that needs no such characters; so is the end of a block. */
function isPlain(unit: number): boolean {
  if (Number.isNaN(unit) || unit < FIRST_OF_OTHERS) return true
  return [LATIN_AND_GREEK, PUNCTUATION_AND_SYMBOLS].some(([a, z]) => unit >= a && unit <= z)
}

/** Whether a hyphen is the last character of its line: then another rule has judged it. */
function endsLine({ reading, witness }: View, to: number): boolean {
  const piece = reading.pieces[pieceAt(reading, to - 1)]
  const at = piece?.source === 'witness' ? piece.from + to - piece.at : -1
  return /^\s*(?:[\r\n]|$)/u.test(witness.text.slice(at, at + 8))
}

function judge(view: View, run: string, from: number, to: number): Edit {
  const { text } = view.reading
  const left = /[\p{L}\p{M}]*$/u.exec(text.slice(Math.max(0, from - 40), from))?.[0] ?? ''
  const right = /^[\p{L}\p{M}]*/u.exec(text.slice(to, to + 40))?.[0] ?? ''
  const [corr, cert] = readingOf(view, run, left, right)
  const name = NAMES[run.charAt(0)] ?? 'a mark of direction or another sign'
  const code = run.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
  const read = corr === '' ? '' : `; «${left}${corr}${right}» is known, «${left}${right}» is not`
  return {
    kind: 'edit',
    rule: RULE,
    error: 'character',
    from,
    to,
    corr,
    candidates: corr === '' ? [corr] : [corr, ''],
    cert,
    evidence: [`${name} (U+${code}) is nothing that is printed${read}`],
  }
}

/** Nothing, unless the halves are words and the whole is none. */
function readingOf(
  view: View,
  run: string,
  left: string,
  right: string,
): readonly [corr: string, cert: Edit['cert']] {
  if (left === '' || right === '' || isWord(view, left + right)) return ['', 'high']
  if (run === SOFT_HYPHEN) {
    return isWord(view, `${left}-${right}`) ? ['-', 'medium'] : ['', 'high']
  }
  return isWord(view, left) && isWord(view, right) ? [' ', 'medium'] : ['', 'high']
}

function isWord({ language: { lexicon }, words, survey }: View, word: string): boolean {
  const small = word.toLowerCase()
  // The survey has what is printed without these characters, too: the lexicon goes first.
  const isKnown = lexicon.has(small) || lexicon.has(word) || words.has(small)
  return isKnown || (word.includes('-') && survey.count(small) > 0)
}
