import { createRequire } from 'node:module'

const load = createRequire(import.meta.url)

/** The patterns of a language, where their name is not its code. A break that one of them allows is allowed. */
const PATTERNS: Readonly<Record<string, readonly string[]>> = {
  en: ['en-us', 'en-gb'],
  de: ['de-1996'],
}

const SOFT_HYPHEN = '\u00ad'

/**
 * Where the patterns of Liang let a word of a language be broken: a function of a word in lower case
 * and an offset in it. They are loaded when the first word is asked about, in some ten milliseconds.
 *
 * A language that there are no patterns for allows no break.
 */
export function breakPoints(code: string): (word: string, at: number) => boolean {
  let hyphenators: readonly ((word: string) => string)[] | undefined
  return (word, at) => {
    hyphenators ??= (PATTERNS[code] ?? [code]).map(hyphenator)
    return hyphenators.some((hyphenate) => isBrokenAt(hyphenate(word), at))
  }
}

/** Whether a word with soft hyphens in it has one behind so many other characters. */
function isBrokenAt(hyphenated: string, at: number): boolean {
  let seen = 0
  for (const syllable of hyphenated.split(SOFT_HYPHEN)) {
    seen += syllable.length
    if (seen >= at) return seen === at
  }
  return false
}

interface Patterns {
  readonly hyphenateSync: (text: string, options: { minWordLength: number }) => string
}

function hyphenator(name: string): (word: string) => string {
  const patterns = patternsOf(name)
  return patterns ? (word) => patterns.hyphenateSync(word, { minWordLength: 2 }) : (word) => word
}

function patternsOf(name: string): Patterns | undefined {
  try {
    const found: unknown = load(`hyphen/${name}`)
    return isPatterns(found) ? found : undefined
  } catch {
    return undefined
  }
}

function isPatterns(value: unknown): value is Patterns {
  return typeof value === 'object' && value !== null && 'hyphenateSync' in value
}
