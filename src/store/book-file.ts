import type { Book, Responsible } from '../model/book.ts'
import { readText } from './read-file.ts'
import { type Fields, Value } from './yaml-value.ts'

/** The keys of `book.yaml`, as its messages name them. */
const KEYS = [
  'title',
  'subtitle',
  'authors',
  'editors',
  'language',
  'date',
  'edition',
  'publisher',
  'licence',
  'source',
  'images',
  'file',
  'encoding',
  'words',
  'rules-off',
] as const

const SOURCE_KEYS = ['title', 'place', 'publisher', 'date', 'identifier', 'pages'] as const

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
    ...top.texts(['subtitle', 'edition', 'publisher']),
    authors: top.list('authors').map(responsible),
    editors: top.list('editors').map(responsible),
    ...dated(top),
    ...licensed(top),
    ...imaged(top),
    source: top.get('source')?.map(SOURCE_KEYS).texts(SOURCE_KEYS) ?? {},
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

/** A person: a name, or a map of name, authority record and role. */
function responsible(value: Value): Responsible {
  if (value.isText) return { name: value.text(/./u, 'a name') }
  const fields = value.map(['name', 'ref', 'role'])
  fields.get('ref')?.text(/^\S+$/u, 'an address without blanks')
  return { name: fields.need('name').text(), ...fields.texts(['ref', 'role']) }
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
function imaged(top: Fields): Pick<Book, 'images'> {
  const images = top
    .get('images')
    ?.text(
      /^(?!.*(?:^|\/)\.{0,2}(?:\/|$))[^:\\]*\{(?:page|leaf(?::\d)?)\}[^\\]*$/u,
      'names in the folder of the book, such as `images/{page}.jpg` or `images/{leaf:4}.png`',
    )
  return images === undefined ? {} : { images }
}

function licensed(top: Fields): Pick<Book, 'licence'> {
  const fields = top.get('licence')?.map(['name', 'url'])
  if (!fields) return {}
  fields.get('url')?.text(/^https?:\/\/\S+$/u, 'an address that begins with https://')
  return { licence: { name: fields.need('name').text(), ...fields.texts(['url']) } }
}
