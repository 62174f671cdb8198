import { XMLParser } from 'fast-xml-parser'
import { InputError } from '../model/input-error.ts'
import type { Box } from '../model/word-box.ts'

/** A word as an engine read it, and where it stands. */
export interface BoxedWord {
  readonly text: string
  readonly box: Box
}

/** Deeper than any file of these formats. */
const DEEPEST = 100

// Entities are decoded here: none that a file declares is believed.
const parser = new XMLParser({
  preserveOrder: true,
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
  ignoreAttributes: false,
  processEntities: false,
  removeNSPrefix: true,
  attributeNamePrefix: '',
  unpairedTags: ['area', 'br', 'hr', 'img', 'input', 'link', 'meta'],
})

/** The size of a page in the units of its file, and the words found on it. */
interface Page {
  readonly width: number
  readonly height: number
  readonly words: BoxedWord[]
}

/**
 * Reads where words stand, page by page: hOCR (of Tesseract, or of the Internet Archive), ALTO of any
 * version, or what `pdftotext -bbox` writes. `name` is for messages. Linear.
 *
 * Throws an `InputError` for what is none of these.
 */
export function parseBoxes(text: string, name: string): readonly (readonly BoxedWord[])[] {
  const pages: Page[] = []
  walk(parsed(text, name), 0, (element, inner) => {
    const size = sizeOf(element)
    if (size) pages.push({ ...size, words: [] })
    const page = pages.at(-1)
    const word = page && wordOf(element, inner, page)
    if (word) page.words.push(word)
  })
  if (pages.some(({ width, height }) => width > 0 && height > 0))
    return pages.map(({ words }) => words)
  throw new InputError(
    `Unexpected content of ${name}, expected pages with their size, as hOCR, ALTO or pdftotext -bbox has them`,
    'Write it with `tesseract image name hocr`, or `pdftotext -bbox book.pdf`, or take `boxes` out of book.yaml.',
  )
}

function parsed(text: string, name: string): unknown {
  try {
    return parser.parse(text)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new InputError(`Unexpected XML in ${name}: ${why}`, 'Write the file anew.')
  }
}

interface Element {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
}

/** Calls back for each element, an outer one before those in it, with all the text within it. */
function walk(
  nodes: unknown,
  depth: number,
  visit: (one: Element, text: () => string) => void,
): void {
  if (!Array.isArray(nodes) || depth > DEEPEST) return
  for (const node of nodes) {
    if (typeof node !== 'object' || node === null) continue
    for (const [name, children] of Object.entries(node)) {
      if (name === ':@' || name === '#text') continue
      const attributes = ':@' in node ? attributesOf(node[':@']) : new Map<string, string>()
      visit({ name, attributes }, () => textIn(children))
      walk(children, depth + 1, visit)
    }
  }
}

function attributesOf(found: unknown): ReadonlyMap<string, string> {
  return new Map(Object.entries(found ?? {}).map(([key, value]) => [key, String(value)]))
}

function textIn(nodes: unknown): string {
  if (!Array.isArray(nodes)) return ''
  return nodes
    .flatMap((node) => (typeof node === 'object' && node !== null ? Object.entries(node) : []))
    .map(([name, value]) => (name === '#text' ? String(value) : textIn(value)))
    .join('')
}

/** The size of an element that is a page, 0 where it says none; undefined for any other element. */
function sizeOf({ name, attributes }: Element): Pick<Page, 'width' | 'height'> | undefined {
  const said = (key: string): number => Number(attributes.get(key) ?? 0)
  if (name === 'Page') return { width: said('WIDTH'), height: said('HEIGHT') }
  if (name === 'page') return { width: said('width'), height: said('height') }
  if (!isOf(attributes, 'ocr_page')) return undefined
  const [, , width = 0, height = 0] = bboxOf(attributes)
  return { width, height }
}

function wordOf(
  { name, attributes }: Element,
  inner: () => string,
  page: Page,
): BoxedWord | undefined {
  const of = (...keys: readonly string[]) => keys.map((key) => Number(attributes.get(key)))
  if (isOf(attributes, 'ocrx_word')) return boxed(inner(), bboxOf(attributes), page)
  if (name === 'word') return boxed(inner(), of('xMin', 'yMin', 'xMax', 'yMax'), page)
  if (name !== 'String') return undefined
  const [left = 0, top = 0, width = 0, height = 0] = of('HPOS', 'VPOS', 'WIDTH', 'HEIGHT')
  return boxed(attributes.get('CONTENT') ?? '', [left, top, left + width, top + height], page)
}

/** A word whose box lies on the page; undefined for any other. */
function boxed(
  text: string,
  units: readonly number[],
  { width, height }: Page,
): BoxedWord | undefined {
  const [left = 0, top = 0, right = 0, bottom = 0] = units
  const box: Box = [left / width, top / height, right / width, bottom / height]
  const isOnPage = box.every((part) => part >= 0 && part <= 1) && left < right && top < bottom
  return isOnPage ? { text: decoded(text).trim(), box } : undefined
}

function isOf(attributes: ReadonlyMap<string, string>, kind: string): boolean {
  return (attributes.get('class') ?? '').split(' ').includes(kind)
}

function bboxOf(attributes: ReadonlyMap<string, string>): readonly number[] {
  const found = /\bbbox ([-\d.]+) ([-\d.]+) ([-\d.]+) ([-\d.]+)/u.exec(
    attributes.get('title') ?? '',
  )
  return found ? found.slice(1).map(Number) : []
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
}

/** Without entities: characters by number, and the named ones that stand in words. Others are nothing. */
function decoded(text: string): string {
  return text.replace(
    /&(?:#(?:x([\da-f]{1,6})|(\d{1,7}))|(\w{1,20}));/giu,
    (_, hex, figures, name) => {
      if (name !== undefined) return ENTITIES[name] ?? ''
      const code = hex === undefined ? Number(figures) : Number.parseInt(hex, 16)
      return code <= 0x10ffff ? String.fromCodePoint(code) : ''
    },
  )
}
