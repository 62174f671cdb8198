import { strToU8 } from 'fflate'
import type { Edition } from '../../model/edition.ts'
import { apparatusEntry } from '../html/apparatus-entry.ts'
import { blocks } from '../html/block.ts'
import { colophon } from '../html/colophon.ts'
import { escapeText } from '../html/escape.ts'
import { notes } from '../html/foot.ts'
import { inline } from '../html/inline.ts'
import { Scribe } from '../html/scribe.ts'
import { Setting } from '../html/setting.ts'
import { titlePage } from '../html/title-page.ts'
import type { Words } from '../html/words/words.ts'
import { zipped } from '../zip.ts'
import { type Chapter, chaptersOf } from './chapter.ts'
import { eReader, idsIn, type ListedPage, linked } from './e-reader.ts'
import { navigation } from './navigation.ts'
import { packageDocument } from './package-document.ts'
import { STYLE } from './style.ts'
import { xhtml } from './xhtml.ts'

const CONTAINER =
  '<?xml version="1.0" encoding="UTF-8"?>\n<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">\n<rootfiles>\n<rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>\n</rootfiles>\n</container>\n'

/**
 * `BOOK.epub`: the edition for e-readers, EPUB 3. The same edition is the same bytes, wherever and
 * whenever it is made. Linear in the edition.
 */
export function epubFile(edition: Edition): Uint8Array {
  const files = [['mimetype', 'application/epub+zip'] as const, ...epubContent(edition)]
  const bytes = new Map(files.map(([name, content]) => [name, strToU8(content)]))
  return zipped(bytes, 'small', new Set(['mimetype']))
}

/** The files of the e-book by their names, but for the one that says that it is one. */
export function epubContent(edition: Edition): ReadonlyMap<string, string> {
  const pages: ListedPage[] = []
  const manner = eReader((page) => pages.push(page))
  const scribe = new Scribe(edition, manner, { inline, blocks })
  const { book } = edition
  const chapters = chaptersOf(edition)
  const texts = new Map([
    [
      'title.xhtml',
      xhtml(
        book,
        book.title,
        'frontmatter',
        `<section epub:type="titlepage">\n${titlePage(book)}</section>\n`,
      ),
    ],
  ])
  let apparatus = ''
  for (const chapter of chapters) {
    texts.set(chapter.file, chapterFile(chapter, scribe))
    apparatus += entriesOf(chapter.title, scribe)
  }
  scribe.anchor(scribe.untold())
  apparatus = `${scribe.rest()}${apparatus}${entriesOf(book.title, scribe)}`
  texts.set(
    'apparatus.xhtml',
    xhtml(book, scribe.words.apparatus, 'backmatter', apparatusSection(apparatus, scribe.words)),
  )
  texts.set('about.xhtml', xhtml(book, scribe.words.about, 'backmatter', colophon(edition)))
  texts.set('nav.xhtml', navigation(edition, pages, manner, chapters[0]?.file ?? 'title.xhtml'))
  const order = ['title.xhtml', 'nav.xhtml', ...[...texts.keys()].slice(1, -1)]
  const where = placesOf(texts)
  const content = [...texts].map(
    ([file, text]) => [`EPUB/${file}`, linked(text, file, where)] as const,
  )
  return new Map([
    ['META-INF/container.xml', CONTAINER],
    ['EPUB/package.opf', packageDocument(edition, order, pages.length > 0)],
    ...content,
    ['EPUB/style.css', STYLE],
  ])
}

/** In which file each id is. */
function placesOf(texts: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const places = new Map<string, string>()
  for (const [file, text] of texts) for (const id of idsIn(text)) places.set(id, file)
  return places
}

function chapterFile({ blocks, kind, title }: Chapter, scribe: Scribe): string {
  const setting = new Setting(scribe)
  for (const placed of blocks) setting.set(placed)
  setting.close()
  const text = scribe.rest()
  notes(scribe)
  const foot = scribe.rest()
  const what = kind === 'part' ? 'part' : 'chapter'
  const section = `<section class="text" epub:type="${what}" role="doc-${what}" aria-label="${escapeText(title)}">\n${text}</section>\n`
  const set =
    foot === ''
      ? ''
      : `<section class="notes" epub:type="footnotes" aria-label="${scribe.words.notes}">\n${foot}</section>\n`
  return xhtml(scribe.edition.book, title, 'bodymatter', section + set)
}

/** The entries of the apparatus that are due, under the title of their chapter. */
function entriesOf(title: string, scribe: Scribe): string {
  const titles = new Map(scribe.edition.rules.map(({ id, title }) => [id, title]))
  const entries = scribe.dueEntries().map((entry) => apparatusEntry(entry, titles, scribe))
  if (entries.length === 0) return ''
  return `<h2>${escapeText(title)}</h2>\n<ul class="apparatus">\n${entries.join('')}</ul>\n`
}

function apparatusSection(entries: string, words: Words): string {
  const none = `<p lang="${words.code}">${words.noEmendations}</p>\n`
  return `<section epub:type="appendix" role="doc-appendix" aria-labelledby="apparatus">\n<h1 id="apparatus" lang="${words.code}">${words.apparatus}</h1>\n<p lang="${words.code}">${words.howToReadApparatus}</p>\n${entries || none}</section>\n`
}
