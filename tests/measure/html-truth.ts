import type { Truth } from '../support/typesetter/truth.ts'
import { cleanPiece, cleanText } from './clean-pieces.ts'
import { type Piece, type Ranking, readPieces } from './html-pieces.ts'
import { setNotes } from './set-notes.ts'
import { setReferences } from './set-references.ts'
import { truthOf } from './truth-of-pieces.ts'

/** A page of documentation. */
export interface Page {
  readonly html: string
  /** Of a page whose body has none. */
  readonly title?: string
}

/** What is made of pages, and how much of them. */
export interface Cut extends Ranking {
  readonly language: string
  /** Characters of reading text after which the truth ends, at the end of a section. */
  readonly most: number
  /** Whether references in square brackets are set as footnotes. */
  readonly references: boolean
}

/** Makes a truth of the pages of a text, in their order. O(n). */
export function htmlTruth(pages: Iterable<Page>, cut: Cut): Truth {
  const notes = new Map<string, readonly string[]>()
  const pieces: Piece[] = []
  let length = 0
  for (const page of pages) {
    if (length >= cut.most) break
    const own = readPieces(page.html, cut)
    const before = notes.size
    const call = (text: string): string => renumber(text, before)
    for (const [mark, paragraphs] of own.notes) notes.set(call(mark), paragraphs.map(cleanText))
    if (page.title !== undefined) pieces.push({ what: 'heading', rank: 0, text: page.title })
    for (const piece of own.pieces) {
      const moved = 'text' in piece ? { ...piece, text: call(piece.text) } : piece
      const clean = cleanPiece(moved, cut.language)
      if (!clean) continue
      if (length >= cut.most && clean.what === 'heading') break
      pieces.push(clean)
      if ('text' in clean) length += clean.text.length
    }
  }
  const read = { pieces: withoutEmpty(pieces), notes }
  const annotated = setNotes(cut.references ? setReferences(read) : read, cut.language)
  return truthOf(annotated, cut.language)
}

/** Calls are counted from the first on every page. */
function renumber(text: string, before: number): string {
  return text.replaceAll(/[\ue000-\uf8ff]/gu, (mark) =>
    String.fromCharCode(mark.charCodeAt(0) + before),
  )
}

/** Without headings that nothing stands under. */
function withoutEmpty(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.filter((piece, i) => {
    if (piece.what !== 'heading') return true
    const next = pieces[i + 1]
    return next !== undefined && !(next.what === 'heading' && next.rank <= piece.rank)
  })
}
