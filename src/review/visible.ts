/** A stretch of text, with what an eye would not see about it. */
export interface Visible {
  readonly text: string
  /** What it is, for a reader: `U+00AD soft hyphen`, `Latin`. Empty for what is plain to see. */
  readonly hint: string
  readonly how: 'plain' | 'invisible' | 'look-alike'
}

/** Characters without a face of their own, or that turn the text around. */
const INVISIBLE =
  /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u00a0\u2000-\u200a\u202f\u205f\u3000\u115f\u1160\u3164\uffa0]|[\u034f\ufe00-\ufe0f]/u

const NAMES: Readonly<Record<string, string>> = {
  '\u00ad': 'soft hyphen',
  '\u00a0': 'no-break space',
  '\u200b': 'zero-width space',
  '\u200c': 'zero-width non-joiner',
  '\u200d': 'zero-width joiner',
  '\u200e': 'left-to-right mark',
  '\u200f': 'right-to-left mark',
  '\u202a': 'left-to-right embedding',
  '\u202b': 'right-to-left embedding',
  '\u202d': 'left-to-right override',
  '\u202e': 'right-to-left override',
  '\u2060': 'word joiner',
  '\u202f': 'narrow no-break space',
  '\u2009': 'thin space',
  '\u2028': 'line separator',
  '\ufeff': 'byte order mark',
  '\t': 'tab',
  '\n': 'line feed',
  '\r': 'carriage return',
  '\f': 'form feed',
}

/** What is shown for a character that has no face. */
const SIGNS: Readonly<Record<string, string>> = { '\n': '↵', '\r': '␍', '\t': '→', '\f': '␌' }

/**
 * Letters of one alphabet alone, with the marks of ordinary print: most of every book, and nothing in it
 * is hidden. Quick to tell, so that a page of them is.
 */
const PLAIN = [/^[ -~¡-¬®-ÿĀ-ſ‐-‧‹›№]*$/, /^[ -@[-`{-~«»§°А-яЁёѢѣѲѳѴѵІі‐-‧‹›№]*$/] as const

const SCRIPTS = [
  ['Latin', /\p{Script=Latin}/u],
  ['Cyrillic', /\p{Script=Cyrillic}/u],
  ['Greek', /\p{Script=Greek}/u],
] as const

type ScriptName = (typeof SCRIPTS)[number][0]

/**
 * Cuts a text so that every invisible character, and every letter that is of another script than most
 * of its word, stands by itself and says what it is. `before` and `after` are what stands around the
 * text, for the word may begin and end there. Linear.
 */
export function visible(text: string, before = '', after = ''): readonly Visible[] {
  if (text === '') return []
  if (isPlain(before + text + after)) return [{ text, hint: '', how: 'plain' }]
  const left = /[\p{L}\p{M}\p{N}]*$/u.exec(before)?.[0] ?? ''
  const right = /^[\p{L}\p{M}\p{N}]*/u.exec(after)?.[0] ?? ''
  const whole = left + text + right
  if (isPlain(whole)) return [{ text, hint: '', how: 'plain' }]
  const found: Visible[] = []
  for (const word of whole.matchAll(/[\p{L}\p{M}\p{N}]+|[^\p{L}\p{M}\p{N}]+/gu)) {
    const script = scriptOfMost(word[0])
    let at = word.index
    for (const character of word[0]) {
      const own = at >= left.length && at < left.length + text.length
      if (own) put(found, seen(character, script))
      at += character.length
    }
  }
  return found
}

/** Whether nothing in a text is hidden, as far as can be told quickly. */
function isPlain(text: string): boolean {
  return PLAIN.some((pattern) => pattern.test(text))
}

function seen(character: string, script: ScriptName | undefined): Visible {
  if (INVISIBLE.test(character)) {
    const name = NAMES[character]
    const hint = name === undefined ? codeOf(character) : `${codeOf(character)} ${name}`
    return { text: SIGNS[character] ?? '·', hint, how: 'invisible' }
  }
  const own = SCRIPTS.find(([, pattern]) => pattern.test(character))?.[0]
  if (own !== undefined && script !== undefined && own !== script) {
    return { text: character, hint: `${codeOf(character)} ${own}`, how: 'look-alike' }
  }
  return { text: character, hint: '', how: 'plain' }
}

/** The script of most letters of a word; undefined where none is of one of these. */
function scriptOfMost(word: string): ScriptName | undefined {
  const counts = SCRIPTS.map(([name, pattern]) => {
    return { name, count: [...word].filter((character) => pattern.test(character)).length }
  })
  const most = counts.reduce((a, b) => (b.count > a.count ? b : a))
  return most.count === 0 ? undefined : most.name
}

/** Plain characters are kept together. */
function put(found: Visible[], one: Visible): void {
  const last = found.at(-1)
  if (last?.how === 'plain' && one.how === 'plain') {
    found[found.length - 1] = { ...last, text: last.text + one.text }
  } else found.push(one)
}

/** `U+00AD`. */
export function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}
