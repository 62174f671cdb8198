import { diffArrays } from 'diff'
import type { SignName } from './align.ts'
import { framesOf, type Passage } from './passage.ts'

/** A word, a mark, a blank, a sign or the beginning of a passage. */
export interface Token {
  /** What tokens of two texts are compared by. */
  readonly name: string
  readonly passage: Passage
  /** In the text of the passage; the beginning of a passage is empty. */
  readonly from: number
  readonly to: number
}

/** The name of the token with which a passage begins. */
export const BEGINNING = '¶'

/** Tokens of the edition, and those that stand in their place; neither has to have any. */
export interface Hunk {
  readonly isSame: boolean
  readonly base: readonly Token[]
  readonly edited: readonly Token[]
}

const WORDS = /[\p{L}\p{M}\p{N}]+|\s|./gsu

/** The tokens of passages, each passage with its beginning. */
export function tokensOf(
  passages: readonly Passage[],
  name: SignName,
  pattern = WORDS,
): readonly Token[] {
  return passages.flatMap((passage) => {
    const beginning = { name: BEGINNING, passage, from: 0, to: 0 }
    return [beginning, ...tokensWithin(passage, 0, passage.text.length, name, pattern)]
  })
}

/** Each character as a token of its own. */
export function charactersOf(tokens: readonly Token[], name: SignName): readonly Token[] {
  return tokens.flatMap((token) => {
    if (token.name === BEGINNING) return [token]
    return tokensWithin(token.passage, token.from, token.to, name, /./gsu)
  })
}

function tokensWithin(
  passage: Passage,
  from: number,
  to: number,
  name: SignName,
  pattern: RegExp,
): readonly Token[] {
  return [...passage.text.slice(from, to).matchAll(pattern)].map((match) => {
    const start = from + match.index
    const sign = passage.signs.get(start)
    const end = start + match[0].length
    return { name: sign ? `\0${name(sign)}` : match[0], passage, from: start, to: end }
  })
}

/** How many tokens may differ before the search for the best alignment is given up. */
const MOST_DIFFERENT = 6000

/**
 * Aligns tokens. With `isLoose` a blank and the beginning of a passage may stand for each other, so
 * that passages joined and split are found. Undefined where too much differs.
 */
export function alignTokens(
  base: readonly Token[],
  edited: readonly Token[],
  isLoose: boolean,
): readonly Hunk[] | undefined {
  const changes = diffArrays([...base], [...edited], {
    maxEditLength: MOST_DIFFERENT,
    comparator: (a, b) => isSameToken(a, b) || (isLoose && isGap(a) && isGap(b)),
  })
  if (!changes) return undefined
  const hunks: Hunk[] = []
  let [at, place] = [0, 0]
  for (const { added, removed, count } of changes) {
    const isSame = !added && !removed
    const mine = base.slice(at, added ? at : at + count)
    const other = edited.slice(place, removed ? place : place + count)
    at += mine.length
    place += other.length
    const last = hunks.at(-1)
    if (!isSame && last && !last.isSame) {
      hunks[hunks.length - 1] = {
        isSame,
        base: [...last.base, ...mine],
        edited: [...last.edited, ...other],
      }
    } else hunks.push({ isSame, base: mine, edited: other })
  }
  return hunks
}

/** Passages that stand in other lists or quotations do not begin in each other's place. */
function isSameToken(a: Token, b: Token): boolean {
  if (a.name !== b.name) return false
  return a.name !== BEGINNING || framesOf(a.passage) === framesOf(b.passage)
}

function isGap({ name }: Token): boolean {
  return name === BEGINNING || name === ' '
}
