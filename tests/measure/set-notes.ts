import { hash } from './hash.ts'
import { FIRST_CALL, type Piece, type Pieces } from './html-pieces.ts'

/** Characters of text between two calls: about one and a half a page. */
const LEAST_GAP = 700
const GAP_RANGE = 700

/** Characters before the end of a chapter in which no note is called: it must end there. */
const LAST_STRETCH = 1800

const LONGEST_NOTE = 560
const SHORTEST_HOST = 150

/** Where a call stands beside the mark that ends a sentence. */
const BEFORE_MARK = new Set(['ru', 'fr', 'pl'])

/** A paragraph that becomes a note, and how many of those behind it. */
interface Choice {
  readonly at: number
  readonly paragraphs: number
}

/**
 * Sets every so manieth short paragraph as a note, called from the paragraph before it, since what
 * is written for the screen has few notes. Which ones, and where they are called, hangs on a hash of
 * their text alone. O(n).
 */
export function setNotes({ pieces, notes }: Pieces, language: string): Pieces {
  const chosen = new Map(chooseNotes(pieces).map((choice) => [choice.at, choice]))
  const all = new Map(notes)
  const kept: Piece[] = []
  let code = FIRST_CALL + highest(notes)
  let skip = 0
  pieces.forEach((piece, at) => {
    if (skip > 0) {
      skip--
      return
    }
    const choice = chosen.get(at)
    const host = kept.at(-1)
    if (!choice || host?.what !== 'paragraph') {
      kept.push(piece)
      return
    }
    const call = String.fromCharCode(code++)
    const bodies = pieces.slice(at, at + choice.paragraphs)
    all.set(
      call,
      bodies.flatMap((body) => ('text' in body ? [body.text] : [])),
    )
    kept[kept.length - 1] = { ...host, text: callFrom(host.text, call, language) }
    skip = choice.paragraphs - 1
  })
  return { pieces: kept, notes: all }
}

/** How many codes the notes that there are may take. */
function highest(notes: ReadonlyMap<string, unknown>): number {
  let most = 0
  for (const call of notes.keys()) most = Math.max(most, call.charCodeAt(0) - FIRST_CALL + 1)
  return most
}

function chooseNotes(pieces: readonly Piece[]): readonly Choice[] {
  const left = lengthsToEnd(pieces)
  const found: Choice[] = []
  let since = 0
  let last = -1
  pieces.forEach((piece, at) => {
    if (!('text' in piece)) return
    since += piece.text.length
    const before = pieces[at - 1]
    const gap = LEAST_GAP + (hash(piece.text) % GAP_RANGE)
    if (at <= last || since < gap || (left[at] ?? 0) < LAST_STRETCH) return
    if (!before || !isHost(before) || last === at - 1 || !isNote(piece)) return
    const next = pieces[at + 1]
    const two = next !== undefined && isNote(next) && hash(piece.text) % 5 === 0
    found.push({ at, paragraphs: two ? 2 : 1 })
    last = two ? at + 1 : at
    since = 0
  })
  return found
}

/** How many characters stand between each piece and the end of its chapter. */
function lengthsToEnd(pieces: readonly Piece[]): readonly number[] {
  const lengths: number[] = []
  let length = 0
  for (let at = pieces.length - 1; at >= 0; at--) {
    const piece = pieces[at]
    lengths[at] = length
    if (piece?.what === 'heading' && piece.rank === 0) length = 0
    else if (piece && 'text' in piece) length += piece.text.length
  }
  return lengths
}

function isHost(piece: Piece): boolean {
  return (
    piece.what === 'paragraph' &&
    piece.text.length >= SHORTEST_HOST &&
    !piece.quoted &&
    /[.!?]$/u.test(piece.text)
  )
}

/** One to three sentences that need nothing behind them. */
function isNote(piece: Piece): boolean {
  if (piece.what !== 'paragraph' || piece.quoted || piece.text.length > LONGEST_NOTE) return false
  const sentences = piece.text.match(/[.!?](?= |$)/gu)?.length ?? 0
  const isPlain = !/[\ue000-\uf8ff]/u.test(piece.text)
  return isPlain && /^\p{Lu}/u.test(piece.text) && /[.!?]$/u.test(piece.text) && sentences <= 3
}

/** Calls a note from the end of a paragraph, or from the end of a sentence in its midst. */
function callFrom(text: string, call: string, language: string): string {
  const ends = [...text.matchAll(/(?<=\p{Ll}{3})[.!?](?= \p{Lu}|$)/gu)].map(({ index }) => index)
  const within = ends.filter((end) => end > text.length / 3)
  const end = within[hash(text) % Math.max(1, within.length)] ?? text.length - 1
  const at = BEFORE_MARK.has(language) ? end : end + 1
  return text.slice(0, at) + call + text.slice(at)
}
