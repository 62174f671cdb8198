import createHyphenator from 'hyphen'
import english from 'hyphen/patterns/en-gb.js'
import russian from 'hyphen/patterns/ru.js'

const MARK = '\u00ad'

/** Patterns, and the fewest letters of a word before and after a break. */
const LANGUAGES = {
  en: { patterns: english, before: 2, after: 3 },
  ru: { patterns: russian, before: 2, after: 2 },
} as const

/** Says at which offsets of a word a compositor may break it. */
export type Breaks = (word: string) => readonly number[]

/**
 * The break points of a language, by Liang's patterns.
 *
 * Words in capitals, and words with anything but letters in them, are not broken. Throws for a
 * language that has no patterns here.
 */
export function breaksOf(language: string): Breaks {
  const name = language === 'en' || language === 'ru' ? language : undefined
  if (!name) throw new Error(`Unexpected language ${language}, expected en or ru`)
  const { patterns, before, after } = LANGUAGES[name]
  const hyphenate = createHyphenator(patterns, { hyphenChar: MARK })
  return (word) => {
    if (!/^\p{L}+$/u.test(word) || /\p{Lu}{2}/u.test(word)) return []
    const marked = hyphenate(word)
    if (typeof marked !== 'string') return []
    const points: number[] = []
    let at = 0
    for (const syllable of marked.split(MARK).slice(0, -1)) {
      at += syllable.length
      if (at >= before && word.length - at >= after) points.push(at)
    }
    return points
  }
}
