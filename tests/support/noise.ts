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

/** Spoils about one in `every` words of four letters and more, none beside another. */
export function plant(text: string, every: number, spoil: Spoil, random: Random): Noisy {
  const planted: Planted[] = []
  const pieces: string[] = []
  let last = 0
  let length = 0
  let rest = 0
  for (const match of text.matchAll(/(?<![\p{L}\p{N}-])\p{L}{4,}(?![\p{L}\p{N}-])/gu)) {
    const [right] = match
    rest--
    if (rest > 0 || random() > 2 / every) continue
    const wrong = spoil(right, random)
    if (wrong === undefined) continue
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
