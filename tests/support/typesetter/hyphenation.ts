import createHyphenator from 'hyphen'
import german from 'hyphen/patterns/de-1996.js'
import english from 'hyphen/patterns/en-gb.js'
import spanish from 'hyphen/patterns/es.js'
import french from 'hyphen/patterns/fr.js'
import italian from 'hyphen/patterns/it.js'
import latin from 'hyphen/patterns/la.js'
import polish from 'hyphen/patterns/pl.js'
import russian from 'hyphen/patterns/ru.js'

const MARK = '\u00ad'

/** Patterns, and the fewest letters of a word before and after a break. */
const LANGUAGES = {
  de: { patterns: german, before: 2, after: 2 },
  en: { patterns: english, before: 2, after: 3 },
  es: { patterns: spanish, before: 2, after: 2 },
  fr: { patterns: french, before: 2, after: 3 },
  it: { patterns: italian, before: 2, after: 2 },
  la: { patterns: latin, before: 2, after: 2 },
  pl: { patterns: polish, before: 2, after: 2 },
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
  if (!isKnown(language)) {
    throw new Error(
      `Unexpected language ${language}, expected ${Object.keys(LANGUAGES).join(', ')}`,
    )
  }
  const { patterns, before, after } = LANGUAGES[language]
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

function isKnown(language: string): language is keyof typeof LANGUAGES {
  return Object.hasOwn(LANGUAGES, language)
}
