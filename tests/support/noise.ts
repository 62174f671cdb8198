import type { Orthography } from '../../src/model/language.ts'
import type { Random } from './random.ts'

/** A word that the noise model spoilt. Offsets are those of the noisy text. */
export interface Planted {
  readonly from: number
  readonly to: number
  readonly right: string
  readonly wrong: string
}

/** A text with known errors in it. */
export interface Noisy {
  readonly text: string
  readonly planted: readonly Planted[]
}

/** Spoils a word, or gives undefined where it cannot. */
export type Spoil = (word: string, random: Random) => string | undefined

/** Words of four letters and more that no hyphen joins to another. */
const WORDS = /(?<![\p{L}\p{N}-])\p{L}{4,}(?![\p{L}\p{N}-])/gu

/** Spoils about one in `every` words of four letters and more, none beside another. */
export function plant(text: string, every: number, spoil: Spoil, random: Random): Noisy {
  return plantWhere(text, WORDS, every, spoil, random)
}

/** Spoils about one in `every` matches of a pattern, none beside another. O(n). */
export function plantWhere(
  text: string,
  pattern: RegExp,
  every: number,
  spoil: Spoil,
  random: Random,
): Noisy {
  const planted: Planted[] = []
  const pieces: string[] = []
  let last = 0
  let length = 0
  let rest = 0
  for (const match of text.matchAll(pattern)) {
    const [right] = match
    rest--
    if (rest > 0 || random() > 2 / every) continue
    const wrong = spoil(right, random)
    if (wrong === undefined || wrong === right) continue
    rest = every / 2
    const before = text.slice(last, match.index)
    pieces.push(before, wrong)
    const from = length + before.length
    planted.push({ from, to: from + wrong.length, right, wrong })
    length = from + wrong.length
    last = match.index + right.length
  }
  return { text: pieces.join('') + text.slice(last), planted }
}

/** Leaves a letter out, doubles it, exchanges it with the next one, or puts another in its place. */
export const letter: Spoil = (word, random) => {
  const at = Math.floor(random() * word.length)
  const own = word.charAt(at)
  const next = word.charAt(at + 1)
  const rest = word.slice(at + 1)
  const slip = Math.floor(random() * 4)
  if (slip === 0) return word.slice(0, at) + rest
  if (slip === 1) return word.slice(0, at) + own + own + rest
  if (slip === 2) return next === '' ? undefined : word.slice(0, at) + next + own + rest.slice(1)
  const other = word.charAt(Math.floor(random() * word.length)).toLowerCase()
  return other === own.toLowerCase() ? undefined : word.slice(0, at) + other + rest
}

/** Prints the first letter of a word twice, the first time small. */
export const firstTwice: Spoil = (word) =>
  word.charAt(0) === word.charAt(0).toLowerCase() ? undefined : word.charAt(0).toLowerCase() + word

/** A dash between blanks, and a hyphen in its place. */
export const DASHES = /(?<=\S )[–—](?= \S)/gu
export const hyphen: Spoil = () => '-'

/** A mark after a word, and the same twice. */
export const MARKS = /(?<=\p{L}{3})[.,;](?= \p{L})/gu
export const doubled: Spoil = (mark) => mark + mark

/** A comma between words. */
export const COMMAS = /(?<=\p{L}),(?= \p{L})/gu

/** Where a blank stands behind a mark, and where none stands before a mark or within a bracket. */
export const BLANKS = /(?<=\p{L}{2}[»”)]?[,;…]|\p{L}{2}[»”)][.:]) (?=[\p{L}(«“])/gu
export const NO_BLANKS = /(?<=\p{L}{2})(?=[,;)] \p{L})|(?<=\()(?=\p{L}{2})/gu

/** Quotation marks, and the other member of their pair. */
export const QUOTATIONS = /[«»„“”](?=\p{L})|(?<=\p{L})[»“”]/gu
const OTHER_MEMBER: Readonly<Record<string, string>> = {
  '«': '»',
  '»': '«',
  '“': '”',
  '”': '“',
}
export const otherMember: Spoil = (mark) => OTHER_MEMBER[mark]

/** A stop or comma beside a closing quotation mark, and on its other side. */
export const STOPS = /(?<=\p{L})(?:[.,][»”“]|[»”“][.,])(?= )/gu
export const otherSide: Spoil = (both) => both.charAt(1) + both.charAt(0)

/** What parts an abbreviation from its number, and less of it. */
export const CITATIONS =
  /(?<=(?<![\p{L}\p{N}.-])(?:pp?|vol|no|S|Nr|Bd|Kap|Abb|с|т|стр|рис|гл|n°|chap|fig))\.? (?=\d)/gu
export const lessBetween: Spoil = (between, random) =>
  between.startsWith('.') ? (random() < 0.5 ? '.' : ' ') : ''

/** Letters that fonts have cast in one, and the character for them. */
export const CAST = /ffi|ffl|ff|fi|fl|st/gu
const LIGATURES: Readonly<Record<string, string>> = {
  ff: 'ﬀ',
  fi: 'ﬁ',
  fl: 'ﬂ',
  ffi: 'ﬃ',
  ffl: 'ﬄ',
  st: 'ﬆ',
}
export const inOne: Spoil = (letters) => LIGATURES[letters]

const UNSEEN = ['\u00ad', '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff'] as const

/** Puts a character that nobody sees into a word. */
export const unseen: Spoil = (word, random) => {
  const at = 1 + Math.floor(random() * (word.length - 1))
  return word.slice(0, at) + UNSEEN[Math.floor(random() * UNSEEN.length)] + word.slice(at)
}

/** Readings by what is printed. */
type Table = Readonly<Record<string, readonly string[]>>

/** Prints letters of a word as a table says that they are misread. */
export function misread(tables: Readonly<Record<string, Table>>): Spoil {
  const slips = slipsOf(tables)
  return (word, random) => {
    const places = slips.flatMap(([printed, read]) => {
      const at = word.indexOf(read)
      return at < 0 ? [] : [word.slice(0, at) + printed + word.slice(at + read.length)]
    })
    return places[Math.floor(random() * places.length)]
  }
}

/** Prints a word as a table says that it is misread. */
export function misreadWhole(tables: Readonly<Record<string, Table>>): Spoil {
  const slips = slipsOf(tables)
  return (word, random) => {
    const forms = slips.filter(([, read]) => read === word)
    return forms[Math.floor(random() * forms.length)]?.[0]
  }
}

/** Spells a word of today as one of its older orthographies does. */
export function older(orthographies: readonly Orthography[]): Spoil {
  const all = orthographies.flatMap(({ replacements }) => replacements)
  return (word, random) => {
    const forms = all.flatMap(({ printed, modern, at }) => {
      if (at === 'end') {
        return word.endsWith(modern) ? [word.slice(0, word.length - modern.length) + printed] : []
      }
      if (at === 'beginning') {
        return word.startsWith(modern) ? [printed + word.slice(modern.length)] : []
      }
      return modern !== '' && word.includes(modern) ? [word.replaceAll(modern, printed)] : []
    })
    return forms[Math.floor(random() * forms.length)]
  }
}

function slipsOf(tables: Readonly<Record<string, Table>>) {
  return Object.values(tables)
    .flatMap((table) => Object.entries(table))
    .flatMap(([printed, readings]) => readings.map((read) => [printed, read] as const))
}

const LIKE = 'aаcсeеoоpрxхyуAАBВCСEЕHНKКMМOОPРTТXХ'

/** Puts a look-alike of the other script in the place of one letter. */
export const homoglyph: Spoil = (word, random) => {
  const places = [...word].flatMap((letter, i) => (LIKE.includes(letter) ? [i] : []))
  const at = places[Math.floor(random() * places.length)]
  if (at === undefined) return undefined
  const index = LIKE.indexOf(word[at] ?? '')
  return word.slice(0, at) + LIKE[index % 2 === 0 ? index + 1 : index - 1] + word.slice(at + 1)
}

const DIGIT_FOR: Readonly<Record<string, string>> = {
  o: '0',
  о: '0',
  l: '1',
  з: '3',
  a: '4',
  ч: '4',
  s: '5',
  б: '6',
  t: '7',
  в: '8',
  g: '9',
}

/** Puts a digit into a word, or one in the place of a letter that looks like it. */
export const digit: Spoil = (word, random) => {
  const inside = 1 + Math.floor(random() * (word.length - 2))
  if (random() < 0.5) return word.slice(0, inside) + Math.floor(random() * 10) + word.slice(inside)
  const letter = word[inside] ?? ''
  const like = DIGIT_FOR[letter]
  return like === undefined ? undefined : word.slice(0, inside) + like + word.slice(inside + 1)
}
