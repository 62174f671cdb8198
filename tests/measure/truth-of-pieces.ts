import type { Annotation, Block, Copy, Group, Note, Truth } from '../support/typesetter/truth.ts'
import { FIRST_CALL, type Piece, type Pieces } from './html-pieces.ts'

const HEADINGS = [
  { heading: 'article', level: 2 },
  { heading: 'section', level: 3 },
  { heading: 'subsection', level: 4 },
] as const

const CALLS = /[\ue000-\uf8ff]/gu

/** Makes a truth of pieces: notes are counted in the order of their calls. O(n). */
export function truthOf({ pieces, notes }: Pieces, language: string): Truth {
  const found = new Map<string, Note>()
  let group: Group | undefined
  const copy = (text: string): Copy => {
    let bare = ''
    let done = 0
    const annotations: Annotation[] = []
    for (const { 0: call, index } of text.matchAll(CALLS)) {
      bare += text.slice(done, index)
      done = index + 1
      const body = notes.get(call)
      if (!body) continue
      const placeholder = String.fromCharCode(FIRST_CALL + found.size)
      const key = `n${found.size + 1}`
      const paragraphs = body.map((one) => ({ text: one.replaceAll(CALLS, ''), annotations: [] }))
      found.set(key, { key, place: 'foot', label: { placeholder }, paragraphs })
      annotations.push({ what: 'call', from: bare.length, to: bare.length + 1, note: key })
      bare += placeholder
    }
    return { text: bare + text.slice(done), annotations }
  }
  const blocks = pieces.flatMap((piece): Block[] => {
    group = isQuoted(piece) ? (group ?? { kind: 'quote' }) : undefined
    return blockOf(piece, copy, group)
  })
  return { language, blocks, notes: found }
}

function isQuoted(piece: Piece): boolean {
  return piece.what === 'paragraph' && piece.quoted
}

function blockOf(piece: Piece, copy: (text: string) => Copy, group: Group | undefined): Block[] {
  switch (piece.what) {
    case 'heading': {
      const rank = HEADINGS[Math.min(piece.rank, HEADINGS.length - 1)] ?? HEADINGS[0]
      const bare = piece.text.replaceAll(CALLS, '')
      return [{ role: 'heading', ...rank, lines: [{ text: bare, annotations: [] }] }]
    }
    case 'item': {
      const label = /^(?:[-–—•]|\d+[.)]) +/u.exec(piece.text)?.[0].length
      const text = copy(piece.text)
      return label === undefined
        ? [{ role: 'paragraph', copy: text }]
        : [{ role: 'item', copy: text, label }]
    }
    case 'rows':
      return [{ role: 'table', lines: piece.rows.map((text) => ({ text, annotations: [] })) }]
    default:
      return [{ role: 'paragraph', copy: copy(piece.text), ...(group ? { group } : {}) }]
  }
}
