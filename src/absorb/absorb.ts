import { tracedText } from '../formats/markdown/markdown-tree.ts'
import type { PlaceDecision } from '../model/decision.ts'
import type { Edition } from '../model/edition.ts'
import type { Change, Refusal } from './change.ts'
import { interpret } from './interpret.ts'
import type { Passage } from './passage.ts'
import { readMarkdown } from './read-markdown.ts'
import { readPassages } from './read-passages.ts'
import { type Judgement, Targets } from './target-of.ts'

/** Who decides, when, and what all decisions of one file share. */
export type Signature = Pick<PlaceDecision, 'at' | 'by' | 'batch'>

/** What became of an edited file. */
export interface Absorbed {
  readonly decisions: readonly PlaceDecision[]
  readonly refusals: readonly Refusal[]
  /** With the decisions. It reads as the file does, but for what was refused. */
  readonly edition: Edition
}

/** How often the edition is built to see what is left; the first changes may bring others to light. */
const ROUNDS = 6

/** How often it is begun again without what could not be carried out. */
const ATTEMPTS = 4

/** A judgement, and the passage of the file that asks for it. */
interface Asked extends Judgement {
  readonly origin: Passage
}

/**
 * Turns the differences between an edition and an edited `BOOK.md` into decisions. `build` makes the
 * edition with more decisions than it has.
 *
 * The edition is built with them and compared with the file again, until nothing differs or nothing
 * more can be done; what then differs still is refused, and nothing is decided about it.
 */
export async function absorb(
  markdown: string,
  edition: Edition,
  signature: Signature,
  build: (decisions: readonly PlaceDecision[]) => Promise<Edition>,
): Promise<Absorbed> {
  const edited = readPassages(readMarkdown(markdown))
  const signed = (asked: readonly Asked[]): readonly PlaceDecision[] =>
    asked.map(({ act, target }) => ({ at: signature.at, by: signature.by, act, target, ...batch }))
  const batch = signature.batch === undefined ? {} : { batch: signature.batch }
  const given = new Set<Passage>()
  const failures: Refusal[] = []
  for (let attempt = 0; ; attempt++) {
    let asked: readonly Asked[] = []
    let built = edition
    let refusals: readonly Refusal[] = []
    let left: readonly Change[] = []
    for (let round = 0; round < ROUNDS; round++) {
      const base = readPassages(tracedText(built))
      const found = interpret(base, edited)
      refusals = found.refusals
      left = found.changes.filter(({ origin }) => !given.has(origin))
      const targets = new Targets(built, base)
      const fresh = left.flatMap((change) => {
        return targets.of(change).map((judgement) => ({ ...judgement, origin: change.origin }))
      })
      const next = merged(asked, fresh)
      if (fresh.length === 0 || isSame(next, asked)) break
      asked = next
      built = await build(signed(asked))
      left = []
    }
    if (left.length === 0 || attempt === ATTEMPTS) {
      const all = [...failures, ...left.map(failureOf), ...refusals]
      return { decisions: signed(asked), refusals: all, edition: built }
    }
    // What could not be carried out is given up, and all that was asked for in the same passages.
    for (const change of left) {
      if (!given.has(change.origin)) failures.push(failureOf(change))
      given.add(change.origin)
    }
  }
}

/** The newer judgements take the place of older ones on the same thing. */
function merged(older: readonly Asked[], newer: readonly Asked[]): readonly Asked[] {
  const ids = new Set(newer.map(({ target }) => target.id))
  return [...older.filter(({ target }) => !ids.has(target.id)), ...newer]
}

function isSame(a: readonly Asked[], b: readonly Asked[]): boolean {
  const keys = (all: readonly Asked[]): string =>
    all
      .map(({ act, target }) => JSON.stringify([act, target]))
      .sort()
      .join('\n')
  return a.length === b.length && keys(a) === keys(b)
}

function failureOf(change: Change): Refusal {
  const { passage, origin } = change
  const at = 'from' in change ? change.from : 'at' in change ? change.at : 0
  const place = passage.places.slice(at).find((one) => one !== undefined)
  const offset = typeof place === 'number' ? place : place?.from
  const around = passage.text.slice(Math.max(0, at - 15), at + 25)
  return {
    origin,
    line: origin.line,
    offset,
    unexpected: UNEXPECTED[change.kind],
    expected: `“${around}” as it is: the edition cannot be made to read so`,
  }
}

const UNEXPECTED: Readonly<Record<Change['kind'], string>> = {
  reading: 'other words',
  join: 'one block in the place of two',
  block: 'another block',
  call: 'call of a note',
  page: 'number of a page',
  emphasis: 'emphasis',
}
