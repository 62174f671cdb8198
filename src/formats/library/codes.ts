/** Languages as catalogues know them, ISO 639-2/B, by the subtag that a book has. */
const LANGUAGES: Readonly<Record<string, string>> = {
  be: 'bel',
  bg: 'bul',
  cs: 'cze',
  de: 'ger',
  el: 'gre',
  en: 'eng',
  es: 'spa',
  fr: 'fre',
  it: 'ita',
  la: 'lat',
  nl: 'dut',
  pl: 'pol',
  pt: 'por',
  ru: 'rus',
  sr: 'srp',
  uk: 'ukr',
}

/** Roles as the relator terms of MARC have them. */
const ROLES: Readonly<Record<string, string>> = {
  author: 'aut',
  compiler: 'com',
  contributor: 'ctb',
  editor: 'edt',
  illustrator: 'ill',
  translator: 'trl',
}

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
