import type {
  CorrectionNode,
  Division,
  Edition,
  EditionNode,
  NoteNode,
} from '../../model/edition.ts'

/** What a walk through the edition finds, in reading order. */
export interface Landmarks {
  readonly notes: readonly NoteNode[]
  /** The id of the article, document or part that a note belongs to; none for notes outside all. */
  readonly divisionOf: ReadonlyMap<NoteNode, string>
  /** The ids of the notes called in a note, or, under undefined, in the text of the book. */
  readonly called: ReadonlyMap<string | undefined, readonly string[]>
  /** The corrected words, by the ids of the corrections in them. */
  readonly words: ReadonlyMap<string, CorrectionNode>
}

/** Divisions that have no numbering of notes of their own. */
const WITHIN: ReadonlySet<Division['kind']> = new Set(['section', 'subsection', 'notes'])

/** Walks through the edition once. Linear in its nodes. */
export function landmarksOf(edition: Edition): Landmarks {
  const notes: NoteNode[] = []
  const divisionOf = new Map<NoteNode, string>()
  const called = new Map<string | undefined, string[]>()
  const words = new Map<string, CorrectionNode>()
  visit(edition, undefined, undefined)
  return { notes, divisionOf, called, words }

  function visit(node: EditionNode, division: string | undefined, note: string | undefined): void {
    if (!('children' in node)) return
    let inner = division
    let inside = note
    if (node.type === 'division' && !WITHIN.has(node.kind)) inner = node.id
    else if (node.type === 'note') {
      notes.push(node)
      if (division !== undefined) divisionOf.set(node, division)
      inside = node.id
    } else if (node.type === 'call') {
      if (node.note !== undefined) callsIn(note).push(node.note)
    } else if (node.type === 'correction') {
      for (const { id } of node.corrections) if (!words.has(id)) words.set(id, node)
      return
    }
    for (const child of node.children) visit(child, inner, inside)
  }

  function callsIn(note: string | undefined): string[] {
    const calls = called.get(note) ?? []
    called.set(note, calls)
    return calls
  }
}
