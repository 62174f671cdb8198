import type { Book, Responsible } from '../../../model/book.ts'
import type { Edition } from '../../../model/edition.ts'
import type { Marking } from '../../../model/marking.ts'
import { escapeText } from '../../../model/xml-text.ts'
import { nonFiling } from '../../library/codes.ts'
import { notesOf } from '../../reading/passage.ts'
import { isSignedByEditor } from '../signed-note.ts'
import { attribute, editorId } from '../xml-id.ts'
import { agent, maker, resp, responsibility } from './agent.ts'
import { element } from './element.ts'

/** What the book is called, and everyone who had a part in it and in its edition. */
export function titleStatement(edition: Edition): string {
  const { authors, contributors = [], editors, scan } = edition.book
  const lines = [
    ...titles(edition.book),
    ...authors.map((author) => maker('author', author)),
    ...editors.map((editor) => maker('editor', editor)),
    ...payers(edition.book),
    ...contributors.map(responsibility),
    ...makersOfEdition(edition),
    scan?.by
      ? `<respStmt xml:id="resp.scan"><resp>digitisation and raw text</resp>${agent(scan.by)}</respStmt>`
      : '',
    hasWordsOfEditors(edition) ? editorsOfPrint(edition.book) : '',
  ]
  return `<titleStmt>\n${lines.map((line) => line && `${line}\n`).join('')}</titleStmt>\n`
}

function titles({ language, subtitle, title }: Book): readonly string[] {
  const lang = attribute('xml:lang', language)
  const skipped = nonFiling(title, language)
  return [
    `<title type="main"${lang}>${escapeText(title)}</title>`,
    subtitle ? `<title type="sub"${lang}>${escapeText(subtitle)}</title>` : '',
    skipped > 0 ? `<title type="filing"${lang}>${escapeText(title.slice(skipped))}</title>` : '',
  ]
}

const PAYERS: ReadonlySet<string> = new Set(['funder', 'sponsor'])

function payers({ preparedBy = [] }: Book): readonly string[] {
  return preparedBy
    .filter(({ role = '' }) => PAYERS.has(role))
    .map((who) => `<${who.role}>${agent(who)}</${who.role}>`)
}

/** Who makes this edition: those whom `book.yaml` names, and those who decided, each once. */
function makersOfEdition(edition: Edition): readonly string[] {
  const { preparedBy = [] } = edition.book
  const decided = decidedBy(edition)
  const named = preparedBy.filter(({ role = '' }) => !PAYERS.has(role))
  const names = [...new Set([...named.map(({ name }) => name), ...decided])]
  return names.map((name) => {
    const own = named.filter((one) => one.name === name)
    const who: Responsible | undefined = own.find(({ refs }) => refs) ?? own[0]
    const roles = [
      ...own.map(({ role }) => resp(role ?? 'editor')),
      ...(decided.includes(name) ? ['<resp>decisions on corrections</resp>'] : []),
    ]
    const called = who ? agent(who) : element('name', name)
    return `<respStmt xml:id="${editorId(name)}">${roles.join('')}${called}</respStmt>`
  })
}

/** Everyone whom the files point to by `resp` or `who`, sorted. */
function decidedBy({ corrections, sessions = [] }: Edition): readonly string[] {
  const names = corrections.flatMap(({ by, notes }) => [
    ...(by === undefined ? [] : [by]),
    ...notes.map((note) => note.by),
  ])
  return [...new Set([...names, ...sessions.map(({ by }) => by)])].sort()
}

/** Whether the editors of the printed book have left marks or notes in it. */
function hasWordsOfEditors(edition: Edition): boolean {
  const isMark = ({ role }: Marking) => role === 'editorial-mark'
  return edition.markings.some(isMark) || [...notesOf(edition).values()].some(isSignedByEditor)
}

function editorsOfPrint({ editors }: Book): string {
  const names =
    editors.length > 0 ? editors.map(agent).join('') : '<name>editors of the printed book</name>'
  return `<respStmt xml:id="ed.print"><resp>marks such as [sic], […] and &lt;…&gt;, and notes signed by an editor, in the printed book</resp>${names}</respStmt>`
}
