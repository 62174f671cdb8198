import { hash } from './hash.ts'
import { FIRST_CALL, type Pieces } from './html-pieces.ts'

const REFERENCE = / \[(?<body>\p{Lu}[^[\]]{6,160}, pp?\. [\d-]+)\](?<mark>[.,;]?)/gu

/** Sets every second reference in square brackets as a footnote: `[Author, Title, p. 7]`. O(n). */
export function setReferences({ pieces, notes }: Pieces): Pieces {
  const all = new Map(notes)
  let code = FIRST_CALL + notes.size
  const set = (text: string): string =>
    text.replaceAll(REFERENCE, (whole: string, body: string, mark: string) => {
      if (hash(body) % 2 === 0) return whole
      const call = String.fromCharCode(code++)
      all.set(call, [`${body}.`])
      return mark + call
    })
  const called = pieces.map((piece) =>
    piece.what === 'paragraph' ? { ...piece, text: set(piece.text) } : piece,
  )
  return { pieces: called, notes: all }
}
