import { authorityOf } from '../../model/authority.ts'
import type { Responsible } from '../../model/book.ts'
import { relator } from '../library/codes.ts'
import { type Attributes, field, parent } from '../library/xml.ts'

export type Subfields = readonly (readonly [code: string, value: string | undefined])[]

/** A field with the subfields that have a value; nothing where none has. */
export function data(tag: string, indicators: string, subfields: Subfields): string {
  const attributes: Attributes = { tag, ind1: indicators[0], ind2: indicators[1] }
  return parent(
    'datafield',
    attributes,
    ...subfields.map(([code, value]) => field('subfield', { code }, value)),
  )
}

/** A name with what it did: `100` becomes `110` for an institution. */
export function named(hundreds: '1' | '7', who: Responsible, role: string): string {
  const { isInstitution, name, refs = [] } = who
  const code = relator(role)
  const first = isInstitution ? 2 : name.includes(',') ? 1 : 0
  return data(`${hundreds}${isInstitution ? '10' : '00'}`, `${first} `, [
    ['a', name],
    ['e', code === undefined ? role : undefined],
    ...refs.flatMap((ref) => {
      const record = authorityOf(ref)
      return record?.marc ? [['0', `(${record.marc})${record.id}`] as const] : []
    }),
    ...refs.map((ref) => ['1', ref] as const),
    ['4', code],
  ])
}

/** Parts of a description with the marks of ISBD between those that there are. */
export function punctuated(
  parts: readonly (readonly [code: string, value: string | undefined, mark: string])[],
): Subfields {
  const there = parts.filter(([, value]) => value !== undefined && value.trim() !== '')
  return there.map(([code, value, mark], i) => {
    return [code, i + 1 < there.length ? `${value}${mark}` : value]
  })
}
