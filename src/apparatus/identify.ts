import { createHash } from 'node:crypto'
import type { EmendedPart } from '../model/emendation.ts'
import type { Marking, Role } from '../model/marking.ts'
import type { Witness } from '../model/witness.ts'
import { DECISION } from './decided-by.ts'

/** How many hexadecimal digits of the digest an id has. */
const DIGITS = 12

/**
 * The ids of edits, in their order: 'c' and twelve hexadecimal digits.
 *
 * An id is made of the digest of the raw line, its ordinal among equal lines, the offset in it and
 * the edit in normal form, of all parts, and of nothing else. So it outlives new rules, new versions
 * and new pages, and lines that come and go elsewhere. Line ends of another kind do not move it.
 *
 * O(n) in the lines of the witness, when there are any edits.
 */
export function correctionIds(
  witness: Witness,
  edits: readonly (readonly EmendedPart[])[],
): readonly string[] {
  const place = placesOf(
    witness,
    edits.flatMap((parts) => parts.map((part) => part.from)),
  )
  return edits.map((parts) => {
    const keys = parts.map((part) => {
      const sic = witness.text.slice(part.from, part.to).replace(/\r\n?/gu, '\n')
      return [place(part.from), sic, part.corr]
    })
    return `c${digest(JSON.stringify(keys)).slice(0, DIGITS)}`
  })
}

/**
 * The ids of markings, in their order: 'm' and twelve hexadecimal digits, made of the role and the
 * place where the marking begins. O(n) in the lines of the witness, when there are any.
 */
export function markingIds(
  witness: Witness,
  markings: readonly { readonly role: Role; readonly from: number }[],
): readonly string[] {
  const place = placesOf(
    witness,
    markings.map((marking) => marking.from),
  )
  return markings.map(({ role, from }) => {
    return `m${digest(JSON.stringify([role, place(from)])).slice(0, DIGITS)}`
  })
}

/** Names the places at these offsets: digest of the line, ordinal among equal lines, offset in it. */
function placesOf(witness: Witness, offsets: readonly number[]): (offset: number) => string {
  const { lines } = witness
  const wanted = new Set(offsets.map((offset) => lines.at(offset)))
  const equal = new Map<string, { seen: number; readonly digest: string }>()
  const lengths = new Set<number>()
  for (const line of wanted) {
    const content = lines.content(line)
    if (!equal.has(content)) equal.set(content, { seen: 0, digest: digest(content) })
    lengths.add(content.length)
  }
  const names = new Map<number, string>()
  const last = Math.max(0, ...wanted)
  for (let line = 1; line <= last; line++) {
    if (!lengths.has(lines.to(line) - lines.from(line))) continue
    const found = equal.get(lines.content(line))
    if (!found) continue
    found.seen++
    if (wanted.has(line)) names.set(line, `${found.digest}:${found.seen}`)
  }
  return (offset) => {
    const line = lines.at(offset)
    return `${names.get(line)}@${offset - lines.from(line)}`
  }
}

/** sha256 of the UTF-16 units, so that even characters that no encoding has are told apart. */
function digest(text: string): string {
  return createHash('sha256').update(text, 'utf16le').digest('hex')
}

/**
 * The ids of the markings that an editor may look for: those that ask, and those that a person set.
 * The others have none, since it would cost a digest each.
 */
export function openMarkingIds(
  witness: Witness,
  markings: readonly Marking[],
): ReadonlyMap<Marking, string> {
  const open = markings.filter(
    (marking) =>
      marking.rule === DECISION || (marking.role === 'hyphen' && marking.value === 'ask'),
  )
  const ids = markingIds(witness, open)
  return new Map(open.map((marking, i) => [marking, ids[i] ?? '']))
}
