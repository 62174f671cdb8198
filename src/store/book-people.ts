import { AUTHORITY_FILES, AUTHORITY_KEYS, recordAddress } from '../model/authority.ts'
import type { Responsible } from '../model/book.ts'
import type { Fields, Value } from './yaml-value.ts'

/** What a person or institution may have. */
const PERSON = ['name', 'organisation', 'role', 'ref', ...AUTHORITY_KEYS] as const

/** The same for one whose part is plain from the place. */
const NAMED = PERSON.filter((key) => key !== 'role')

/** A person or institution: a name, or a map of name, role and authority records. */
export function responsible(value: Value): Responsible {
  if (value.isText) return { name: value.text(/./u, 'a name') }
  const fields = value.map(PERSON)
  return { ...named(fields), ...fields.texts(['role']) }
}

/** The same where the role must be said. */
export function responsibleWithRole(value: Value): Responsible {
  if (value.isText) {
    throw value.unexpected(
      `name \`${value.text()}\` without a role`,
      'a map with `name` and `role`',
      'Write for example `- {name: "Voss, Harriet", role: translator}`.',
    )
  }
  const fields = value.map(PERSON)
  return { ...named(fields), role: fields.need('role').text() }
}

/** A publisher: a name, or a map of name and authority records. */
export function publisherOf(value: Value | undefined): {
  readonly publisher?: string
  readonly publisherRefs?: readonly string[]
} {
  if (value === undefined) return {}
  if (value.isText) return { publisher: value.text() }
  const { name, refs } = named(value.map(NAMED))
  return { publisher: name, ...(refs ? { publisherRefs: refs } : {}) }
}

function named(fields: Fields): Pick<Responsible, 'name' | 'isInstitution' | 'refs'> {
  const refs = refsOf(fields)
  const institution = fields.get('organisation')
  const person = fields.get('name')
  if (institution && person) {
    throw institution.unexpected('second name', '`name` or `organisation`, not both')
  }
  return {
    name: (institution ?? fields.need('name')).text(),
    ...(institution ? { isInstitution: true } : {}),
    ...(refs.length > 0 ? { refs } : {}),
  }
}

/** Addresses of records, those of the known files first. */
function refsOf(fields: Fields): readonly string[] {
  const known = AUTHORITY_KEYS.flatMap((file) => {
    const value = fields.get(file)
    if (value === undefined) return []
    const record = recordAddress(file, value.text())
    if ('address' in record) return [record.address]
    throw value.unexpected(
      `\`${value.text()}\``,
      record.expected,
      `An address goes to \`ref\`; here stands the id alone, as in \`${file}: ${AUTHORITY_FILES[file].example}\`.`,
    )
  })
  return [...new Set([...known, ...fields.oneOrMore('ref').map(addressOf)])]
}

/** An address of a record. */
export function addressOf(value: Value): string {
  return value.text(/^\S+$/u, 'an address without blanks')
}
