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
  /** Whether references in square brackets are set as footnotes. */
  readonly references?: boolean
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

const FAQ = 'usr/share/doc/debian/FAQ'
const DEVELOPERS = 'usr/share/developers-reference'
const PACKAGE_BOOK = 'debian-paketmanagement-buch'

/** The sections of the English essays, which do not name each other. */
const ANARCHISM = [
  ...sections('A', 5),
  ...sections('B', 7),
  ...sections('C', 12),
  ...sections('D', 11),
].map((section) => `sec${section}.html`)

/** Half of the texts of each language are held back. */
export const CORPORA: readonly Corpus[] = [
  text('handbook-ru', 'debian-handbook', { folder: `${HANDBOOK}/ru-RU`, first: 'preface.html' }),
  text('gimp-ru', 'gimp-help-ru', { folder: `${GIMP}/ru`, first: 'introduction.html' }),
  held('install-ru', 'installation-guide-amd64', { folder: `${INSTALL}/ru`, first: 'ch01.html' }),
  held('faq-ru', 'debian-faq-ru', { folder: `${FAQ}/ru`, first: 'basic-defs.ru.html' }),

  text('handbook-de', 'debian-handbook', { folder: `${HANDBOOK}/de-DE`, first: 'preface.html' }),
  text('gimp-de', 'gimp-help-de', { folder: `${GIMP}/de`, first: 'introduction.html' }),
  held('install-de', 'installation-guide-amd64', { folder: `${INSTALL}/de`, first: 'ch01.html' }),
  held('packages-de', PACKAGE_BOOK, {
    folder: `usr/share/doc/${PACKAGE_BOOK}`,
    first: 'debian-paketmanagement.allinone.html',
    top: 2,
  }),

  text('handbook-fr', 'debian-handbook', { folder: `${HANDBOOK}/fr-FR`, first: 'preface.html' }),
  text('gimp-fr', 'gimp-help-fr', { folder: `${GIMP}/fr`, first: 'introduction.html' }),
  held('install-fr', 'installation-guide-amd64', { folder: `${INSTALL}/fr`, first: 'ch01.html' }),
  held('developers-fr', 'developers-reference-fr', {
    folder: `${DEVELOPERS}/fr`,
    first: 'scope.html',
  }),

  text('handbook-en', 'debian-handbook', { folder: `${HANDBOOK}/en-US`, first: 'preface.html' }),
  text('anarchism-en', 'anarchism', {
    folder: 'usr/share/doc/anarchism/html',
    first: 'secA1.html',
    titles: ANARCHISM,
    references: true,
  }),
  held('install-en', 'installation-guide-amd64', { folder: `${INSTALL}/en`, first: 'ch01.html' }),
  held('securing-en', 'harden-doc', {
    folder: 'usr/share/doc/harden-doc/html/en-US',
    first: 'ch02.html',
  }),

  text('handbook-it', 'debian-handbook', { folder: `${HANDBOOK}/it-IT`, first: 'preface.html' }),
  held('install-it', 'installation-guide-amd64', { folder: `${INSTALL}/it`, first: 'ch01.html' }),
  text('handbook-es', 'debian-handbook', { folder: `${HANDBOOK}/es-ES`, first: 'preface.html' }),
  held('install-es', 'installation-guide-amd64', { folder: `${INSTALL}/es`, first: 'ch01.html' }),
  text('handbook-pl', 'debian-handbook', { folder: `${HANDBOOK}/pl-PL`, first: 'preface.html' }),
]

function sections(letter: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, i) => `${letter}${i + 1}`)
}

/** A text; the end of its slug is its language. */
function text(slug: string, name: string, chapters: Chapters): Corpus {
  const language = slug.replace(/^.*-/u, '')
  return { slug, language, package: name, chapters, held: false }
}

function held(slug: string, name: string, chapters: Chapters): Corpus {
  return { ...text(slug, name, chapters), held: true }
}
