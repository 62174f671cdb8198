import createHyphenator from 'hyphen'
import oldGerman from 'hyphen/patterns/de-1901.js'
import german from 'hyphen/patterns/de-1996.js'
import english from 'hyphen/patterns/en-gb.js'
import spanish from 'hyphen/patterns/es.js'
import french from 'hyphen/patterns/fr.js'
import italian from 'hyphen/patterns/it.js'
import latin from 'hyphen/patterns/la.js'
import polish from 'hyphen/patterns/pl.js'
import russian from 'hyphen/patterns/ru.js'
import { divideAsOfOld } from './old-division.ts'

const MARK = '\u00ad'

/** Patterns, and the fewest letters of a word before and after a break. */
const LANGUAGES = new Map([
  ['de', { patterns: german, before: 2, after: 2 }],
  ['en', { patterns: english, before: 2, after: 3 }],
  ['es', { patterns: spanish, before: 2, after: 2 }],
  ['fr', { patterns: french, before: 2, after: 3 }],
  ['it', { patterns: italian, before: 2, after: 2 }],
  ['la', { patterns: latin, before: 2, after: 2 }],
  ['pl', { patterns: polish, before: 2, after: 2 }],
  ['ru', { patterns: russian, before: 2, after: 2 }],
])

type Patterns = Parameters<typeof createHyphenator>[0]

/** Where a word may be broken: `tail` is set behind the first `to` characters, `next` begins the rest. */
export interface BreakPoint {
  readonly to: number
  readonly next: number
  /** Letters that stand only at a break: the k of Zuk-ker. */
  readonly tail: string
}

/** Says where a compositor may break a word. */
export type Breaks = (word: string) => readonly BreakPoint[]

/**
 * The break points of a language, by Liang's patterns; `old` divides German as before 1996.
 *
 * Words in capitals, and words with anything but letters in them, are not broken. Throws for a
 * language that has no patterns here.
 */
export function breaksOf(language: string, old = false): Breaks {
  const known = LANGUAGES.get(language.split('-')[0] ?? '')
  if (!known) {
    const names = [...LANGUAGES.keys()].join(', ')
    throw new Error(`Unexpected language ${language}, expected one of ${names}`)
  }
  const { patterns, before, after } = known
  const breaks = liang(patterns, before, after)
  if (!old || known.patterns !== german) return once(breaks)
  return once(divideAsOfOld(breaks, liang(oldGerman, before, after)))
}

function liang(patterns: Patterns, before: number, after: number): Breaks {
  const hyphenate = createHyphenator(patterns, { hyphenChar: MARK })
  return (word) => {
    if (!/^\p{L}+$/u.test(word) || /\p{Lu}{2}/u.test(word)) return []
    const marked = hyphenate(word)
    if (typeof marked !== 'string') return []
    const points: BreakPoint[] = []
    let at = 0
    for (const syllable of marked.split(MARK).slice(0, -1)) {
      at += syllable.length
      if (at >= before && word.length - at >= after) points.push({ to: at, next: at, tail: '' })
    }
    return points
  }
}

/** Breaks each word of a text only once. */
function once(breaks: Breaks): Breaks {
  const known = new Map<string, readonly BreakPoint[]>()
  return (word) => {
    const found = known.get(word) ?? breaks(word)
    known.set(word, found)
    return found
  }
}
