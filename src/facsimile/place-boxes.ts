import { diffArrays } from 'diff'
import type { Span } from '../model/span.ts'
import type { Witness } from '../model/witness.ts'
import type { WordBox } from '../model/word-box.ts'
import type { BoxedWord } from './parse-boxes.ts'

/** A printed word of the raw text. */
interface RawWord extends Span {
  readonly name: string
}

/** A word of so many letters is hardly another one that is spelled the same, in its place. */
const LONG = 4

/** How many words of a page may differ before they are taken for those of another page. */
const MOST_DIFFERENT = 2000

/**
 * Finds the boxes of the words of a printed page: words that are read the same by both engines, in the
 * same order. A short word needs a neighbour that is the same too. The others have no box: none is better
 * than a wrong one. At worst the words times those that differ.
 */
export function placeBoxes(
  { text, lines }: Witness,
  { from, to }: Span,
  words: readonly BoxedWord[],
): readonly WordBox[] {
  const raw: RawWord[] = [...text.slice(from, to).matchAll(/\S+/gu)].flatMap((match) => {
    const name = nameOf(match[0])
    const start = from + match.index
    return name === '' ? [] : [{ name, from: start, to: start + match[0].length }]
  })
  const seen = words
    .map((word) => ({ ...word, name: nameOf(word.text) }))
    .filter(({ name }) => name)
  const changes = diffArrays(
    raw.map(({ name }) => name),
    seen.map(({ name }) => name),
    { maxEditLength: MOST_DIFFERENT },
  )
  const found: WordBox[] = []
  let [mine, theirs] = [0, 0]
  for (const { added, removed, count } of changes ?? []) {
    for (let i = 0; i < count && !added && !removed; i++) {
      const [word, box] = [raw[mine + i], seen[theirs + i]]
      if (!word || !box || (count === 1 && word.name.length < LONG)) continue
      const line = lines.at(word.from)
      const start = lines.from(line)
      found.push({ line, from: word.from - start, to: word.to - start, box: box.box })
    }
    if (!added) mine += count
    if (!removed) theirs += count
  }
  return found
}

/** What words are compared by: their letters and figures, small. */
function nameOf(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/&\w+;|[^\p{L}\p{N}]/gu, '')
}
