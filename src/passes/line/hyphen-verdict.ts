import type { Certainty } from '../../model/certainty.ts'
import type { BrokenWord } from './broken-word.ts'
import type { Facts } from './hyphen-facts.ts'

/** What is to be said of a hyphen at a line end; `none` where it is no hyphen within a word. */
export interface Verdict {
  readonly value: 'soft' | 'hard' | 'ask' | 'none'
  readonly cert: Certainty
  /** Why, in one sentence for a reader. */
  readonly why: string
  /** Whether an editor has said it. */
  readonly editor?: true
}

/** A broken word, and what it reads as with and without its hyphen. */
export interface Halves {
  readonly word: BrokenWord
  /** The last member before the break, as printed: `pea` of *worker-pea⏎sant-soldier*. */
  readonly last: string
  /** The first member after it, as printed: `sant`. */
  readonly first: string
  /** The same in lower case. */
  readonly before: string
  readonly after: string
  /** The two members as one word and as two, in lower case: `peasant`, `pea-sant`. */
  readonly joined: string
  readonly hyphenated: string
  /** The whole word, in lower case: `worker-peasant-soldier`, `worker-pea-sant-soldier`. */
  readonly wholeJoined: string
  readonly wholeHyphenated: string
}

/** Looks at one kind of evidence: gives a verdict, or passes the word on. */
export type Judge = (halves: Halves, facts: Facts) => Verdict | undefined

/** Takes a broken word apart. */
export function halvesOf(word: BrokenWord): Halves {
  const last = word.left.slice(lastSeam(word.left) + 1)
  const first = word.right.slice(0, firstSeam(word.right))
  const before = last.toLowerCase()
  const after = first.toLowerCase()
  const joined = before + after
  const hyphenated = `${before}-${after}`
  const whole = { wholeJoined: joined, wholeHyphenated: hyphenated }
  const longer = last.length < word.left.length || first.length < word.right.length
  return {
    word,
    last,
    first,
    before,
    after,
    joined,
    hyphenated,
    ...(longer ? wholeOf(word) : whole),
  }
}

function wholeOf(word: BrokenWord): Pick<Halves, 'wholeJoined' | 'wholeHyphenated'> {
  const left = word.left.toLowerCase()
  const right = word.right.toLowerCase()
  return { wholeJoined: left + right, wholeHyphenated: `${left}-${right}` }
}

/** Where the last hyphen or apostrophe in a word is, or -1. The one of *boat's* is none. */
function lastSeam(word: string): number {
  return Math.max(word.lastIndexOf('-'), word.lastIndexOf("'", word.length - 3))
}

/** Where the first one is, or the length of the word. */
function firstSeam(word: string): number {
  const at = word.search(/[-']/u)
  return at < 0 ? word.length : at
}

/** The printer's. */
export function soft(cert: Certainty, why: string): Verdict {
  return { value: 'soft', cert, why }
}

/** The author's. */
export function hard(cert: Certainty, why: string): Verdict {
  return { value: 'hard', cert, why }
}

/** Nobody can tell. */
export function ask(why: string): Verdict {
  return { value: 'ask', cert: 'low', why }
}

/** No hyphen within a word: a dash, or a suspended hyphen. */
export function none(why: string): Verdict {
  return { value: 'none', cert: 'high', why }
}
