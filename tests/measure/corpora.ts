/** Where the chapters of a text lie in its package, and in which order they are read. */
export interface Chapters {
  /** Below the root of the package. */
  readonly folder: string
  /** The first file: the others follow by `<link rel="next">`. */
  readonly first: string
  /** `h1` to `h…` of this number are chapters; 1 where it is left out. */
  readonly top?: number
  /** The files in their order where they do not name each other; each bears its title in its head. */
  readonly titles?: readonly string[]
}

/** A text that we did not write, out of a package of Debian. */
export interface Corpus {
  readonly slug: string
  /** BCP 47. */
  readonly language: string
  /** Of Debian; never committed. */
  readonly package: string
  readonly chapters: Chapters
  /** What it misses is not shown while the rules are mended, so that they are tried on it unseen. */
  readonly held: boolean
}

const HANDBOOK = 'usr/share/doc/debian-handbook/html'
const INSTALL = 'usr/share/doc/installation-guide-amd64'
const GIMP = 'usr/share/gimp/2.0/help'

/** Texts in full prose first; half of each language is held back. */
export const CORPORA: readonly Corpus[] = [
  corpus('handbook-ru', 'ru', 'debian-handbook', `${HANDBOOK}/ru-RU`, 'preface.html'),
  corpus('install-ru', 'ru', 'installation-guide-amd64', `${INSTALL}/ru`, 'ch01.html', 'held'),
  corpus('gimp-ru', 'ru', 'gimp-help-ru', `${GIMP}/ru`, 'introduction.html'),
  corpus(
    'developers-ru',
    'ru',
    'developers-reference-ru',
    'usr/share/developers-reference/ru',
    'scope.ru.html',
    'held',
  ),
  corpus('handbook-de', 'de', 'debian-handbook', `${HANDBOOK}/de-DE`, 'preface.html'),
  corpus('install-de', 'de', 'installation-guide-amd64', `${INSTALL}/de`, 'ch01.html', 'held'),
  corpus('gimp-de', 'de', 'gimp-help-de', `${GIMP}/de`, 'introduction.html'),
  corpus(
    'paketbuch-de',
    'de',
    'debian-paketmanagement-buch',
    'usr/share/doc/debian-paketmanagement-buch',
    'debian-paketmanagement.allinone.html',
    'held',
  ),
  corpus('handbook-fr', 'fr', 'debian-handbook', `${HANDBOOK}/fr-FR`, 'preface.html'),
  corpus('install-fr', 'fr', 'installation-guide-amd64', `${INSTALL}/fr`, 'ch01.html', 'held'),
  corpus('gimp-fr', 'fr', 'gimp-help-fr', `${GIMP}/fr`, 'introduction.html'),
  corpus(
    'edu-fr',
    'fr',
    'debian-edu-doc-fr',
    'usr/share/doc/debian-edu-doc-fr',
    'debian-edu-bookworm-manual.html',
    'held',
  ),
  corpus('handbook-en', 'en', 'debian-handbook', `${HANDBOOK}/en-US`, 'preface.html'),
  corpus('install-en', 'en', 'installation-guide-amd64', `${INSTALL}/en`, 'ch01.html', 'held'),
  corpus('anarchism-en', 'en', 'anarchism', 'usr/share/doc/anarchism/html', 'secA1.html'),
  corpus(
    'securing-en',
    'en',
    'harden-doc',
    'usr/share/doc/harden-doc/html/en-US',
    'ch01.html',
    'held',
  ),
]

function corpus(
  slug: string,
  language: string,
  name: string,
  folder: string,
  first: string,
  held?: 'held',
): Corpus {
  return { slug, language, package: name, chapters: { folder, first }, held: held === 'held' }
}
