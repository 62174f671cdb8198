/** A file of subjects, as the formats name it. */
export interface SubjectFile {
  /** The address of the file, for `keywords/@scheme`. */
  readonly address: string
  /** The second indicator of MARC field 650, and the code in its `$2` where that is 7. */
  readonly marc: readonly [indicator: string, code: string | undefined]
  /** `authority` in MODS. */
  readonly mods: string
}

const FILES: readonly (readonly [RegExp, SubjectFile])[] = [
  [
    /^https?:\/\/id\.loc\.gov\/authorities\/subjects\//u,
    { address: 'http://id.loc.gov/authorities/subjects', marc: ['0', undefined], mods: 'lcsh' },
  ],
  [
    /^https?:\/\/d-nb\.info\/gnd\//u,
    { address: 'https://d-nb.info/gnd/', marc: ['7', 'gnd'], mods: 'gnd' },
  ],
  [
    /^https?:\/\/vocab\.getty\.edu\/(?:page\/)?aat\//u,
    { address: 'http://vocab.getty.edu/aat', marc: ['7', 'aat'], mods: 'aat' },
  ],
  [
    /^https?:\/\/(?:www\.)?wikidata\.org\//u,
    { address: 'http://www.wikidata.org/entity/', marc: ['7', 'wikidata'], mods: 'wikidata' },
  ],
]

/** The file that the record of a subject is in; undefined for one that is not known here. */
export function subjectFileOf(ref: string | undefined): SubjectFile | undefined {
  return ref === undefined ? undefined : FILES.find(([looks]) => looks.test(ref))?.[1]
}

/** How the formats name a classification. */
export interface Classification {
  /** For `classCode/@scheme`. */
  readonly address: string
  /** The tag of its field in MARC, its indicators, and the code in `$2` where it has no field of its own. */
  readonly marc: readonly [tag: string, indicators: string, code?: string]
  /** `authority` in MODS. */
  readonly mods: string
}

/** Classifications, by the keys of `book.yaml`. */
export const CLASSIFICATIONS: Readonly<Record<string, Classification>> = {
  lcc: {
    address: 'http://id.loc.gov/authorities/classification',
    marc: ['050', ' 4'],
    mods: 'lcc',
  },
  udc: { address: 'https://udcdata.info/', marc: ['080', '  '], mods: 'udc' },
  ddc: { address: 'https://www.oclc.org/dewey', marc: ['082', '04'], mods: 'ddc' },
  bbk: {
    address: 'http://id.loc.gov/vocabulary/classSchemes/rubbk',
    marc: ['084', '  ', 'rubbk'],
    mods: 'rubbk',
  },
  bkl: {
    address: 'http://id.loc.gov/vocabulary/classSchemes/bcl',
    marc: ['084', '  ', 'bcl'],
    mods: 'bcl',
  },
  rvk: {
    address: 'http://id.loc.gov/vocabulary/classSchemes/rvk',
    marc: ['084', '  ', 'rvk'],
    mods: 'rvk',
  },
}
