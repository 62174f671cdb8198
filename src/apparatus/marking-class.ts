import {
  BLOCK_ROLES,
  GROUP_ROLES,
  type Marking,
  type NoteBody,
  type Role,
} from '../model/marking.ts'
import { partitionPoint } from '../model/partition-point.ts'
import type { Span } from '../model/span.ts'

/** Roles that exclude each other where they overlap go by one name; blocks are one class. */
export function classOf({ role }: { readonly role: Role }): string {
  return blockRoles.has(role) ? 'block' : role
}

const blockRoles: ReadonlySet<Role> = new Set(BLOCK_ROLES)

const groupRoles: ReadonlySet<Role> = new Set(GROUP_ROLES)

/** Groups of blocks may lie within each other, others of the same class may not. */
export function mayNest({ role }: { readonly role: Role }): boolean {
  return groupRoles.has(role)
}

/** What a marking claims for itself. A note owns its parts, not what lies between them. */
export function claimsOf(marking: Marking): readonly Span[] {
  if (marking.role === 'note') return marking.parts
  // A page begins at a place, and no other page begins there.
  if (marking.role === 'page') return [{ from: marking.from, to: marking.from + 1 }]
  return [marking]
}

/**
 * Tells to which flow a place belongs: the index of the note that owns it, or -1 for the text of the
 * book. Notes may interrupt a block of the text, and do not belong to it. O(log n).
 */
export function flowFinder(notes: readonly NoteBody[]): (offset: number) => number {
  const parts = notes
    .flatMap((note, owner) => note.parts.map(({ from, to }) => ({ from, to, owner })))
    .sort((a, b) => a.from - b.from)
  return (offset) => {
    const next = partitionPoint(parts, ({ from }) => from <= offset)
    const part = parts[next - 1]
    return part && offset < part.to ? part.owner : -1
  }
}
