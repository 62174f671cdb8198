/** The kinds of identifiers that are told apart, as `idno/@type` has them. */
export type IdentifierType =
  | 'ISBN'
  | 'ISSN'
  | 'DOI'
  | 'URN'
  | 'ARK'
  | 'Handle'
  | 'OCLC'
  | 'LCCN'
  | 'URI'

/** An identifier, and what kind it is, if that can be told. */
export interface Identifier {
  readonly type: IdentifierType | undefined
  /** Without the name of its kind: `0-306-40615-2`, `10.5281/zenodo.1`. */
  readonly value: string
}

const NAMED = /^(ISBN|ISSN|DOI|ARK|Handle|OCLC|LCCN)(?:-1[03])?(?:\s*[:#]\s*|\s+)(?=\S)/iu

const NAMES: Readonly<Record<string, IdentifierType>> = {
  isbn: 'ISBN',
  issn: 'ISSN',
  doi: 'DOI',
  ark: 'ARK',
  handle: 'Handle',
  oclc: 'OCLC',
  lccn: 'LCCN',
}

/** The kinds that are known by how they look. */
const LOOKS: readonly (readonly [IdentifierType, RegExp])[] = [
  ['DOI', /^10\.\d{4,9}\/\S+$/u],
  ['URN', /^urn:[a-z\d][a-z\d-]{0,31}:\S+$/iu],
  ['ARK', /^ark:\/?\d{5}\S+$/u],
  ['ISBN', /^(?:97[89][- ]?)?(?:\d[- ]?){9}[\dXx]$/u],
  ['URI', /^https?:\/\/\S+$/u],
]

/** Reads an identifier as people write it: `ISBN 0-306-40615-2`, `doi:10.5281/zenodo.1`, `no. 7`. */
export function identifierOf(text: string): Identifier {
  const plain = text.trim().replace(/^https?:\/\/(?:dx\.)?doi\.org\/(?=10\.)/u, '')
  const name = NAMED.exec(plain)
  // The name of an ARK is part of it.
  const type = name && NAMES[name[1]?.toLowerCase() ?? '']
  if (name && type && type !== 'ARK') return { type, value: plain.slice(name[0].length) }
  return { type: LOOKS.find(([, looks]) => looks.test(plain))?.[0], value: plain }
}

/** The identifiers of one kind, without the name of the kind. */
export function identifiersOf(
  type: IdentifierType,
  texts: readonly string[] = [],
): readonly string[] {
  return texts.map(identifierOf).flatMap((one) => (one.type === type ? [one.value] : []))
}

/** An ISBN as catalogues have it: its digits alone. */
export function bareIsbn(isbn: string): string {
  return isbn.replace(/[- ]/gu, '').toUpperCase()
}

/** Whether the check digit of an ISBN of ten or thirteen digits is right. */
export function isSoundIsbn(isbn: string): boolean {
  const bare = bareIsbn(isbn)
  if (/^\d{9}[\dX]$/u.test(bare)) {
    const sum = [...bare].reduce((total, sign, i) => total + (10 - i) * worthOf(sign), 0)
    return sum % 11 === 0
  }
  if (!/^97[89]\d{10}$/u.test(bare)) return false
  return (
    [...bare].reduce((sum, sign, i) => sum + (i % 2 === 0 ? 1 : 3) * worthOf(sign), 0) % 10 === 0
  )
}

function worthOf(sign: string): number {
  return sign === 'X' ? 10 : Number(sign)
}
