import type { Responsible } from '../../../model/book.ts'
import { digitalSource } from '../../../model/digital-source.ts'
import type { Edition } from '../../../model/edition.ts'
import { escapeText } from '../../../model/xml-text.ts'
import { attribute, editorId } from '../xml-id.ts'
import { dated, element } from './element.ts'

/** What the file is, who answers for it, and from what it was made. */
export function fileDescription(edition: Edition): string {
  return [
    '<fileDesc>\n',
    titleStatement(edition),
    editionStatement(edition),
    publicationStatement(edition),
    sourceDescription(edition),
    '</fileDesc>\n',
  ].join('')
}

function titleStatement(edition: Edition): string {
  const { title, subtitle, authors, editors, language } = edition.book
  const lang = attribute('xml:lang', language)
  return [
    '<titleStmt>\n',
    `<title type="main"${lang}>${escapeText(title)}</title>\n`,
    subtitle ? `<title type="sub"${lang}>${escapeText(subtitle)}</title>\n` : '',
    ...authors.map((author) => person('author', author)),
    ...editors.map((editor) => person('editor', editor)),
    ...decidedBy(edition).map(
      (name) =>
        `<respStmt xml:id="${editorId(name)}"><resp>decisions on corrections</resp>${element('name', name)}</respStmt>\n`,
    ),
    hasEditorialMarks(edition)
      ? '<respStmt xml:id="ed.print"><resp>marks such as [sic], […] and &lt;…&gt; in the printed book</resp><name>editors of the printed book</name></respStmt>\n'
      : '',
    '</titleStmt>\n',
  ].join('')
}

function person(name: string, { name: who, ref, role }: Responsible): string {
  const roled = attribute('role', role?.replaceAll(/\s+/gu, '-'))
  return `<${name}${roled}><persName${attribute('ref', ref && encodeURI(ref))}>${escapeText(who)}</persName></${name}>\n`
}

function decidedBy(edition: Edition): readonly string[] {
  const names = edition.corrections.flatMap(({ by, notes }) => [
    ...(by === undefined ? [] : [by]),
    ...notes.map((note) => note.by),
  ])
  return [...new Set(names)].sort()
}

function hasEditorialMarks(edition: Edition): boolean {
  return edition.markings.some(({ role }) => role === 'editorial-mark')
}

function editionStatement({ book: { edition } }: Edition): string {
  return edition ? `<editionStmt>${element('edition', edition)}</editionStmt>\n` : ''
}

function publicationStatement({ book: { publisher, date, licence } }: Edition): string {
  return [
    '<publicationStmt>',
    element('publisher', publisher),
    dated(date),
    licence
      ? `<availability><licence${attribute('target', licence.url && encodeURI(licence.url))}>${escapeText(licence.name)}</licence></availability>`
      : '',
    '</publicationStmt>\n',
  ].join('')
}

function sourceDescription({ book, witness }: Edition): string {
  const { authors, editors, source } = book
  return [
    '<sourceDesc>\n<biblStruct xml:id="print" type="source"><monogr>',
    ...authors.map(({ name }) => element('author', name)),
    `<title level="m">${escapeText(source.title ?? book.title)}</title>`,
    source.identifier ? element('idno', source.identifier) : '',
    ...editors.map(({ name }) => element('editor', name)),
    '<imprint>',
    source.place ? element('pubPlace', source.place) : '',
    source.publisher ? element('publisher', source.publisher) : '',
    dated(source.date),
    '</imprint>',
    source.pages ? element('extent', source.pages) : '',
    '</monogr></biblStruct>\n',
    digitalSource(witness),
    '</sourceDesc>\n',
  ].join('')
}
