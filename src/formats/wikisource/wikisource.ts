import type { Edition, NoteNode } from '../../model/edition.ts'
import type { FormeWork } from '../../model/marking.ts'
import type { Format } from '../format.ts'
import { pageName } from '../pages/pages.ts'
import { type Fragment, type PrintedPage, printedPages } from '../pages/printed-page.ts'
import { closedUp } from '../reading/blanks.ts'
import type { Passage } from '../reading/passage.ts'
import { escapeWiki, wholeLine } from './escape.ts'
import { noteBody, type References, wikiText } from './wiki-text.ts'

/** `wikisource/00000012.wiki`: each page as it goes into the namespace of pages. */
export const wikisource: Format = {
  name: 'wikisource',
  files: (edition) => new Map(wikiPages(edition)),
}

/** The page files, by their places in the book. */
export function* wikiPages(edition: Edition): Generator<[string, readonly string[]]> {
  const printed = printedPages(edition)
  const written = new Set<NoteNode>()
  const heads = headsOf(edition, printed)
  let number = 0
  for (const [index, page] of printed.entries()) {
    if (page.page) number++
    const notes = new Map(page.notes.filter(begins).map((note) => [note.note, note]))
    const body = bodyOf(page, { notes, written }, printed[index + 1])
    const head = `<noinclude><pagequality level="1" user="" />${heads[index] ?? ''}</noinclude>`
    const foot = '<noinclude>\n<references/></noinclude>'
    yield [`wikisource/${pageName(number)}.wiki`, [`${head}${body}${foot}`]]
  }
}

function begins({ fragments }: PrintedPage['notes'][number]): boolean {
  return fragments[0]?.begun === false
}

/** What MediaWiki knows at the beginning of a line only, where the text of a page does not begin. */
const AT_LINE_START: ReadonlySet<Passage['kind']> = new Set(['heading', 'item', 'row'])

/** What stands between head and foot. A paragraph that ends with the page needs a sign that it does. */
function bodyOf(
  { notes, text }: PrintedPage,
  references: References,
  next: PrintedPage | undefined,
): string {
  const carried = notes
    .filter((note) => !begins(note))
    .map((note) => `<ref follow="${note.note.id}">${noteBody(note)}</ref>`)
  const [first] = text
  const parts: string[] = first && AT_LINE_START.has(first.passage.kind) ? ['{{nop}}\n'] : []
  let last: Fragment | undefined
  for (const [index, fragment] of text.entries()) {
    if (last) parts.push(partingOf(last, fragment))
    if (isVerse(fragment) && !isSameVerse(last, fragment)) parts.push('<poem>\n')
    parts.push(blockOf(fragment, references))
    const following = text[index + 1]
    if (isVerse(fragment) && !isSameVerse(fragment, following)) parts.push('\n</poem>')
    last = fragment
  }
  const uncalled = [...references.notes.values()].filter(
    ({ note }) => !references.written.has(note),
  )
  for (const note of uncalled) {
    references.written.add(note.note)
    parts.push(`<ref name="${note.note.id}">${noteBody(note)}</ref>`)
  }
  const ends = last && !last.goesOn && next?.text[0]?.begun === false
  return `${carried.join('')}${parts.join('')}${ends ? '\n{{nop}}' : ''}`
}

function partingOf(last: Fragment, next: Fragment): string {
  const tight =
    last.passage.kind === next.passage.kind &&
    last.passage.within.at(-1) === next.passage.within.at(-1) &&
    (next.passage.kind === 'verseLine' ||
      next.passage.kind === 'row' ||
      next.passage.kind === 'item')
  return tight ? '\n' : '\n\n'
}

function blockOf(fragment: Fragment, references: References): string {
  const { kind, indent, label, level, within } = fragment.passage
  const start = label === '' ? '' : `${escapeWiki(label)} `
  const text = start + wikiText(fragment, references)
  if (kind === 'row') return ` ${' '.repeat(indent)}${text}`
  const line = wholeLine(text)
  if (kind === 'heading') {
    const marks = '='.repeat(Math.min(level + 1, 6))
    return `${marks} ${line} ${marks}`
  }
  if (kind === 'item') return `:${line}`
  const quoted = within.some(({ type }) => type === 'quotation' || type === 'epigraph')
  return quoted && kind !== 'verseLine' ? `<blockquote>${line}</blockquote>` : line
}

function isVerse({ passage }: Fragment): boolean {
  return passage.kind === 'verseLine'
}

function isSameVerse(one: Fragment | undefined, other: Fragment | undefined): boolean {
  if (!one || !other || !isVerse(one) || !isVerse(other)) return false
  return one.passage.within.at(-1) === other.passage.within.at(-1)
}

/** Running heads and numbers, which go into the heads of the pages and not into the text. */
function headsOf({ markings, witness }: Edition, pages: readonly PrintedPage[]): readonly string[] {
  const works = markings.filter((marking): marking is FormeWork => marking.role === 'forme-work')
  const tops = works.filter(({ place, work }) => place === 'top' && work !== 'rule')
  let at = 0
  return pages.map((_, index) => {
    const end = pages[index + 1]?.page?.from ?? witness.text.length
    const heads: string[] = []
    for (let top = tops[at]; top && top.from < end; top = tops[++at]) {
      heads.push(escapeWiki(closedUp(witness.text.slice(top.from, top.to)).trim()))
    }
    return heads.join(' ')
  })
}
