import type { DivisionKind } from '../model/marking.ts'

/** How high a division stands: 1 for a part of the book, 4 for a subsection. */
export const DIVISION_LEVELS: Readonly<Record<DivisionKind, number>> = {
  part: 1,
  article: 2,
  document: 2,
  section: 3,
  notes: 3,
  subsection: 4,
}

/** What a heading opens of which nothing but the level is known. */
export function divisionOfLevel(level: number): DivisionKind {
  if (level <= 1) return 'part'
  if (level === 2) return 'article'
  return level === 3 ? 'section' : 'subsection'
}
