import { type Book, EDITION_STATES, type Keyword } from '../model/book.ts'
import { addressOf, publisherOf, responsible, responsibleWithRole } from './book-people.ts'
import { article, identified, licensed, printedBook, scanned, seriesOf } from './book-source.ts'
import { readText } from './read-file.ts'
import { type Fields, Value } from './yaml-value.ts'

/** The keys of `book.yaml`, as its messages name them. */
const KEYS = [
  'title',
  'subtitle',
  'authors',
  'editors',
  'contributors',
  'prepared-by',
  'language',
  'date',
  'edition',
  'place',
  'publisher',
  'identifier',
  'series',
  'licence',
  'status',
  'project',
  'abstract',
  'keywords',
  'classification',
  'written',
  'source',
  'scan',
  'articles',
  'images',
  'boxes',
  'file',
  'encoding',
  'normalize',
  'words',
  'rules-off',
] as const

/** Classifications of libraries: Dewey, Library of Congress, Universal, Basic, Regensburg, Russian. */
const CLASSIFICATIONS = ['ddc', 'lcc', 'udc', 'bkl', 'rvk', 'bbk'] as const

const DATE = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/
const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/

/** What `book.yaml` says: of the book, and of how its text is to be read. */
export interface BookFile {
  /** All but the language, which may be left to be found out. */
  readonly book: Omit<Book, 'language'>
  readonly language: string | undefined
  /** Others that it has words or pages in; undefined where they are to be found out. */
  readonly languagesBeside: readonly string[] | undefined
  /** Where the language stands: `raw/book/book.yaml:4`. */
  readonly languageAt: string | undefined
  /** The raw file: a name beside `book.yaml`, or a path with `${VARIABLE}`s. */
  readonly file: string | undefined
  /** The name of an encoding, as it is written. */
  readonly encoding: string | undefined
  readonly encodingAt: string | undefined
  /** Where each of `book.rulesOff` stands: `raw/book/book.yaml:12`. */
  readonly rulesOffAt: readonly string[]
}

/**
 * Reads and checks a `book.yaml`.
 *
 * Throws an `InputError` with file and line for an unknown key, a wrong type or a missing title.
 */
export async function readBookFile(path: string, slug: string): Promise<BookFile> {
  return bookFileOf(await readText(path), path, slug)
}

/** The same for a text that is already read. */
export function bookFileOf(yaml: string, path: string, slug: string): BookFile {
  const whole = Value.parse(yaml, path)
  const top = whole.map(KEYS)
  const off = top.list('rules-off').map(ruleOff)
  const book = {
    slug,
    title: top.need('title').text(),
    ...top.texts(['subtitle', 'edition', 'place', 'project', 'abstract', 'written']),
    authors: top.list('authors').map(responsible),
    editors: top.list('editors').map(responsible),
    ...listed('contributors', top.list('contributors').map(responsibleWithRole)),
    ...listed('preparedBy', top.list('prepared-by').map(responsible)),
    ...dated(top),
    ...publisherOf(top.get('publisher')),
    ...identified(top.oneOrMore('identifier')),
    ...seriesOf(top.get('series')),
    ...licensed(top.get('licence')),
    ...stated(top),
    ...listed('keywords', top.list('keywords').map(keyword)),
    ...classified(top),
    ...imaged(top),
    source: printedBook(top.get('source')),
    ...scanned(top.get('scan')),
    ...listed('articles', top.list('articles').map(article)),
    ...normalized(top.get('normalize')),
    words: top.list('words').map((word) => word.text().toLowerCase()),
    rulesOff: off.map(({ rule, reason }) => ({ rule, reason })),
  }
  return {
    book,
    ...languagesOf(top.get('language')),
    languageAt: top.get('language')?.place,
    file: top.get('file')?.text(),
    encoding: top.get('encoding')?.text(),
    encodingAt: top.get('encoding')?.place,
    rulesOffAt: off.map(({ at }) => at),
  }
}

/** The book of a folder without a `book.yaml`: all that is known is its name. */
export function bookFileOfFolder(slug: string): BookFile {
  return {
    book: { slug, title: slug, authors: [], editors: [], source: {}, words: [], rulesOff: [] },
    language: undefined,
    languagesBeside: undefined,
    languageAt: undefined,
    file: undefined,
    encoding: undefined,
    encodingAt: undefined,
    rulesOffAt: [],
  }
}

/** A language, or a list: that of the book, and others that it has words or pages in. */
function languagesOf(value: Value | undefined): Pick<BookFile, 'language' | 'languagesBeside'> {
  const codes = value === undefined || value.isText ? [value] : value.list()
  const [main, ...beside] = codes.map((code) =>
    code?.text(LANGUAGE, 'a language code such as `ru` or `en-GB`'),
  )
  const others = beside.filter((code) => code !== undefined)
  return { language: main, languagesBeside: others.length > 0 ? others : undefined }
}

function normalized(value: Value | undefined): Pick<Book, 'normalize'> {
  const said = value?.text(/^(?:yes|no|true|false)$/u, '`yes` or `no`')
  return said === 'yes' || said === 'true' ? { normalize: true } : {}
}

function ruleOff(value: Value): { rule: string; reason: string; at: string } {
  const fields = value.map(['rule', 'reason'])
  return {
    rule: fields.need('rule').text(),
    reason: fields.need('reason').text(),
    at: value.place,
  }
}

function dated(top: Fields): { date?: string } {
  const date = top.get('date')?.text(DATE, 'a date such as 2026-07-28, 2026-07 or 2026')
  return date === undefined ? {} : { date }
}

/** A name that no `..` leads out of the folder of the book. */
function imaged(top: Fields): Pick<Book, 'images' | 'boxes'> {
  const images = top
    .get('images')
    ?.text(
      /^(?!.*(?:^|\/)\.{0,2}(?:\/|$))[^:\\]*\{(?:page|leaf(?::\d)?)\}[^\\]*$/u,
      'names in the folder of the book, such as `images/{page}.jpg` or `images/{leaf:4}.png`',
    )
  const boxes = top
    .get('boxes')
    ?.text(
      /^(?!.*(?:^|\/)\.{0,2}(?:\/|$))(?:[^:\\]|\{leaf:\d\})+$/u,
      'a name in the folder of the book, such as `boxes/{leaf:4}.hocr`, or `book.hocr` for all pages',
    )
  return { ...(images === undefined ? {} : { images }), ...(boxes === undefined ? {} : { boxes }) }
}

/** A list that is left out where nothing is in it. */
function listed<K extends string, T>(
  key: K,
  list: readonly T[],
): { readonly [P in K]?: readonly T[] } {
  const found: { [P in K]?: readonly T[] } = {}
  if (list.length > 0) found[key] = list
  return found
}

function stated(top: Fields): Pick<Book, 'status'> {
  const value = top.get('status')
  if (value === undefined) return {}
  const text = value.text()
  const status = EDITION_STATES.find((state) => state === text)
  if (status) return { status }
  throw value.unexpected(`\`${text}\``, `one of ${EDITION_STATES.join(', ')}`)
}

/** A subject: a term, or a map of the term and its record. */
function keyword(value: Value): Keyword {
  if (value.isText) return { term: value.text(/./u, 'a term') }
  const fields = value.map(['term', 'ref'])
  const ref = fields.get('ref')
  return { term: fields.need('term').text(), ...(ref ? { ref: addressOf(ref) } : {}) }
}

function classified(top: Fields): Pick<Book, 'classification'> {
  const said = top.get('classification')?.map(CLASSIFICATIONS).texts(CLASSIFICATIONS)
  return said ? { classification: { ...said } } : {}
}
