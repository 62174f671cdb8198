/** A file of authority records, in which a person, an institution, a place or a subject has its number. */
interface AuthorityFile {
  /** What an id looks like. */
  readonly id: RegExp
  /** For messages: an id that there is. */
  readonly example: string
  /** What stands before the id in the address of a record. */
  readonly address: string
  /** The other beginnings that addresses of its records have. */
  readonly others?: RegExp
  /** The code that MARC has for it, in `$0`. */
  readonly marc?: string
}

/** The authority files that libraries know, by the key that `book.yaml` has for each. */
export const AUTHORITY_FILES = {
  viaf: {
    id: /^\d{1,22}$/u,
    example: '64002165',
    address: 'https://viaf.org/viaf/',
    others: /^https?:\/\/(?:www\.)?viaf\.org\/viaf\//u,
  },
  gnd: {
    id: /^(?:\d{6,10}[\dX]|\d{1,8}-[\dX])$/u,
    example: '118540238',
    address: 'https://d-nb.info/gnd/',
    others: /^https?:\/\/d-nb\.info\/gnd\//u,
    marc: 'DE-588',
  },
  orcid: {
    id: /^(?:\d{4}-){3}\d{3}[\dX]$/u,
    example: '0000-0002-1825-0097',
    address: 'https://orcid.org/',
    others: /^https?:\/\/orcid\.org\//u,
    marc: 'orcid',
  },
  isni: {
    id: /^\d{15}[\dX]$/u,
    example: '0000000121251077',
    address: 'https://isni.org/isni/',
    others: /^https?:\/\/(?:www\.)?isni\.org\/(?:isni\/)?/u,
    marc: 'isni',
  },
  wikidata: {
    id: /^Q[1-9]\d*$/u,
    example: 'Q42',
    address: 'http://www.wikidata.org/entity/',
    others: /^https?:\/\/(?:www\.)?wikidata\.org\/(?:entity|wiki)\//u,
    marc: 'wikidata',
  },
  lc: {
    id: /^[a-z]{1,3}\d{8,10}$/u,
    example: 'n79021164',
    address: 'http://id.loc.gov/authorities/names/',
    others: /^https?:\/\/id\.loc\.gov\/authorities\/names\//u,
  },
  ror: {
    id: /^0[a-hj-km-np-tv-z\d]{6}\d{2}$/u,
    example: '05dxps055',
    address: 'https://ror.org/',
    others: /^https?:\/\/ror\.org\//u,
    marc: 'ror',
  },
} as const satisfies Readonly<Record<string, AuthorityFile>>

export type AuthorityKey = keyof typeof AUTHORITY_FILES

export const AUTHORITY_KEYS: readonly AuthorityKey[] = [
  'viaf',
  'gnd',
  'orcid',
  'isni',
  'wikidata',
  'lc',
  'ror',
]

/** A record in a file that libraries know. */
export interface Authority {
  readonly file: AuthorityKey
  readonly id: string
  /** The code that MARC has for the file, if it has one. */
  readonly marc: string | undefined
}

/** The record that an address is of; undefined for one in no file that is known here. */
export function authorityOf(address: string): Authority | undefined {
  for (const file of AUTHORITY_KEYS) {
    const known: AuthorityFile = AUTHORITY_FILES[file]
    const id = known.others ? address.replace(known.others, '') : address
    if (id !== address && known.id.test(id)) return { file, id, marc: known.marc }
  }
  return undefined
}

/**
 * The address of a record, or what is wrong with its id, for a message: *expected an ORCID such as …*.
 */
export function recordAddress(
  file: AuthorityKey,
  id: string,
): { readonly address: string } | { readonly expected: string } {
  const known: AuthorityFile = AUTHORITY_FILES[file]
  const bare = file === 'isni' ? id.replaceAll(' ', '') : id
  if (!known.id.test(bare)) return { expected: `an id such as ${known.example}` }
  const checked = file === 'orcid' || file === 'isni'
  if (checked && !endsWithItsCheck(bare.replaceAll('-', ''))) {
    return {
      expected:
        'an id whose last sign is right: a digit of it is wrong, or two have changed places',
    }
  }
  return { address: known.address + bare }
}

/** ISO 7064, MOD 11-2, over fifteen digits. */
function endsWithItsCheck(id: string): boolean {
  let sum = 0
  for (const digit of id.slice(0, -1)) sum = (sum + Number(digit)) * 2
  const check = (12 - (sum % 11)) % 11
  return id.endsWith(check === 10 ? 'X' : String(check))
}
