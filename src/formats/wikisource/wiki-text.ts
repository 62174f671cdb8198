import type { CorrectionNode, NoteNode } from '../../model/edition.ts'
import type { ErrorKind } from '../../model/emendation.ts'
import type { Fragment, NoteFragment } from '../pages/printed-page.ts'
import { closedUp } from '../reading/blanks.ts'
import type { Run } from '../reading/run.ts'
import { shownOf } from '../reading/running-text.ts'
import { escapeArgument, escapeWiki, wholeLine } from './escape.ts'

/** What cannot be seen in print: damage of the extraction, which Wikisource mends silently. */
const UNSEEN: ReadonlySet<ErrorKind> = new Set([
  'homoglyph',
  'digit',
  'ocr',
  'hyphenation',
  'ligature',
  'character',
  'space',
])

/** What a page must know to write its running text. */
export interface References {
  /** The footnotes that begin on the page. */
  readonly notes: ReadonlyMap<NoteNode, NoteFragment>
  /** Those that have been written already, here or on an earlier page. */
  readonly written: Set<NoteNode>
}

/** The running text of a fragment, in the midst of a line. */
export function wikiText(fragment: Fragment, references: References | undefined): string {
  const text = fragment.runs.map((run) => inline(run, references)).join('')
  if (fragment.hyphen !== '') return `${text}-`
  // MediaWiki takes a hyphen at the end of a page away when it joins pages.
  return fragment.goesOn && text.endsWith('-') ? `${text}<nowiki/>` : text
}

function inline(run: Run, references: References | undefined): string {
  switch (run.type) {
    case 'text':
      return spaced(escapeWiki(run.value), run.emphasised)
    case 'correction':
      return spaced(corrected(run.node), run.emphasised)
    case 'call':
      return run.note ? call(run.note, references) : escapeWiki(run.printed)
    default:
      return ''
  }
}

function corrected(node: CorrectionNode): string {
  const reading = closedUp(node.reading)
  const printed = closedUp(node.children.map(shownOf).join(''))
  if (node.corrections.every(({ error }) => UNSEEN.has(error))) return escapeWiki(reading)
  return `{{SIC|${escapeArgument(printed)}|${escapeArgument(reading)}}}`
}

/** A footnote is written at its first call; an endnote stands in the text of its own page. */
function call(note: NoteNode, references: References | undefined): string {
  const body = references?.notes.get(note)
  if (references?.written.has(note)) return `<ref name="${note.id}"/>`
  if (!references || !body) return `<sup>${escapeWiki(note.siglum)}</sup>`
  references.written.add(note)
  return `<ref name="${note.id}">${noteBody(body)}</ref>`
}

/** The paragraphs of a note on one page. */
export function noteBody({ fragments }: NoteFragment): string {
  return fragments
    .map((fragment) => {
      const { label } = fragment.passage
      const start = label === '' ? '' : `${escapeWiki(label)} `
      return wholeLine(start + wikiText(fragment, undefined))
    })
    .join('<br/>')
}

function spaced(wiki: string, emphasised: boolean): string {
  return emphasised ? `<span style="letter-spacing:0.15em">${wiki}</span>` : wiki
}
