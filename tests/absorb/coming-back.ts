import fc from 'fast-check'
import { expect } from 'vitest'
import { filesOf } from '../../src/formats/formats.ts'
import { sourceFile } from '../../src/formats/source/source-file.ts'
import { restoreRaw } from '../../src/witness/restore-witness.ts'
import { parsed } from '../formats/markdown/parsed.ts'
import { invalidities, whyNoJing } from '../support/jing.ts'
import type { Absorber } from './absorbed.ts'
import { EDITS, type Edit, written } from './editing.ts'
import { textTree, withoutApparatus } from './same-text.ts'

export const KINDS = Object.keys(EDITS).filter((key): key is Edit => key in EDITS)

/** So many edits of one file: what is done, and where. */
export function editsOf(count: number): fc.Arbitrary<readonly (readonly [Edit, number])[]> {
  const edit = fc.tuple(fc.constantFrom(...KINDS), fc.nat(99_999))
  return fc.array(edit, { minLength: count, maxLength: count })
}

/** Proves of edited books that all edits come back, and counts the edits. */
export class ComingBack {
  readonly #counts = new Map<Edit, number>()
  readonly #tei = new Map<string, string>()

  /** Edits the Markdown of a book and absorbs it: the edition reads so, and its raw text is restored. */
  async prove(
    book: Absorber,
    raw: Uint8Array,
    wanted: readonly (readonly [Edit, number])[],
  ): Promise<void> {
    const tree = withoutApparatus(parsed(book.markdown))
    for (const [kind, n] of wanted) {
      if (EDITS[kind](tree, n)) this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + 1)
    }
    const edited = written(tree)
    const { edition, markdown, refusals } = await book.absorb(edited)
    expect(
      refusals.map(({ line, unexpected, expected }) => ({ line, unexpected, expected })),
    ).toEqual([])
    expect(textTree(markdown)).toEqual(textTree(edited))
    const source = [...sourceFile(edition)].join('')
    expect(Buffer.from(restoreRaw(source, 'source')).equals(raw)).toBe(true)
    const run = this.#tei.size
    for (const [name, chunks] of filesOf(edition, false)) {
      if (name === `${edition.book.slug}.xml`) this.#tei.set(`${run}.xml`, [...chunks].join(''))
    }
  }

  /** How often each kind of edit was made. */
  get counts(): ReadonlyMap<Edit, number> {
    return this.#counts
  }

  /** The TEI of all the editions, emphasis and calls put in among them, is TEI. */
  expectTei(): void {
    const all = [...this.#tei.values()]
    expect(all.length).toBeGreaterThan(0)
    if (this.#counts.has('emphasis set')) expect(all.join()).toMatch(/<emph\b/)
    const reason = whyNoJing()
    if (reason) console.log(`TEI is not validated: ${reason}`)
    else expect(invalidities(this.#tei)).toEqual([])
  }
}
