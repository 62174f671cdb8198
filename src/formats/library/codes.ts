/** Languages as catalogues know them, ISO 639-2/B, by the subtag that a book has. */
const LANGUAGES: Readonly<Record<string, string>> = Object.fromEntries(
  (
    'be bel,bg bul,ca cat,cs cze,cu chu,cy wel,da dan,de ger,el gre,en eng,eo epo,es spa,et est,eu baq,' +
    'fi fin,fr fre,ga gle,gl glg,grc grc,he heb,hr hrv,hu hun,hy arm,is ice,it ita,ka geo,la lat,lt lit,' +
    'lv lav,mk mac,nb nob,nl dut,nn nno,no nor,oc oci,pl pol,pt por,ro rum,ru rus,sk slo,sl slv,sq alb,' +
    'sr srp,sv swe,tr tur,tt tat,uk ukr,yi yid'
  )
    .split(',')
    .map((pair) => pair.split(' ')),
)

/** Roles as the relator terms of MARC have them. */
const ROLES: Readonly<Record<string, string>> = {
  adapter: 'adp',
  annotator: 'ann',
  artist: 'art',
  author: 'aut',
  'author of afterword': 'aft',
  'author of foreword': 'aui',
  'author of introduction': 'aui',
  'book designer': 'bkd',
  cartographer: 'ctg',
  commentator: 'cwt',
  compiler: 'com',
  contributor: 'ctb',
  'cover designer': 'cov',
  'data manager': 'dtm',
  editor: 'edt',
  engraver: 'egr',
  funder: 'fnd',
  illustrator: 'ill',
  'markup editor': 'mrk',
  photographer: 'pht',
  printer: 'prt',
  programmer: 'prg',
  proofreader: 'pfr',
  publisher: 'pbl',
  reviewer: 'rev',
  sponsor: 'spn',
  transcriber: 'trc',
  translator: 'trl',
}

/** The roles that have a code, for messages. */
export const KNOWN_ROLES: readonly string[] = Object.keys(ROLES)

/** Articles that catalogues do not sort by, with the blank behind them. */
const ARTICLES: Readonly<Record<string, RegExp>> = {
  de: /^(?:Der|Die|Das|Ein|Eine) /u,
  en: /^(?:The|An|A) /u,
  es: /^(?:El|La|Los|Las|Un|Una) /u,
  fr: /^(?:(?:Le|La|Les|Un|Une) |L['’])/u,
  it: /^(?:(?:Il|Lo|La|I|Gli|Le|Un|Una) |L['’])/u,
}

/** `rus` for `ru`; `und` for a language that has no code here. */
export function marcLanguage(language: string): string {
  return LANGUAGES[language.split('-')[0] ?? ''] ?? 'und'
}

/** `trl` for a translator; undefined for a role that has no code here. */
export function relator(role: string): string | undefined {
  return ROLES[role.toLowerCase()]
}

/** The address of a relator term, for `resp/@ref`. */
export function relatorAddress(role: string): string | undefined {
  const code = relator(role)
  return code && `http://id.loc.gov/vocabulary/relators/${code}`
}

/** How many characters of a title are not sorted by. */
export function nonFiling(title: string, language: string): number {
  const article = ARTICLES[language.split('-')[0] ?? '']?.exec(title)?.[0]
  return Math.min(article?.length ?? 0, 9)
}

/** The year in a date, in four digits. */
export function yearOf(date: string | undefined): string | undefined {
  return /(?<!\d)\d{4}(?!\d)/.exec(date ?? '')?.[0]
}

/** `412 pages` for a bare number, else as it is said. */
export function extentOf(pages: string | undefined): string | undefined {
  return /^\d+$/.test(pages ?? '') ? `${pages} pages` : pages
}
