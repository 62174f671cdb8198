import type { Edition, NoteNode } from '../../model/edition.ts'
import { labelled, notesOf, noteText, type Passage, readingOf } from '../reading/passage.ts'
import { type Run, readOf } from '../reading/run.ts'
import { writable } from '../reading/writable.ts'

/** How far notes are set in, so that one can tell them from the text. */
const INDENT = '    '

/** Passages that follow one another without an empty line. */
const TIGHT: ReadonlySet<Passage['kind']> = new Set(['verseLine', 'row', 'item', 'entry'])

/**
 * `BOOK.txt`: the reading text and nothing else. One paragraph a line, empty lines between; verses, rows
 * and items line by line. Notes stand behind the passage that calls them, set in by four blanks, each
 * with its mark in brackets, as in the text: `[1]`.
 */
export function* textFile(edition: Edition): Generator<string> {
  const notes = notesOf(edition)
  const written = new Set<NoteNode>()
  let last: Passage | NoteNode | undefined
  for (const reading of readingOf(edition)) {
    if (reading.kind === 'page') continue
    if (reading.kind === 'note') {
      if (reading.note.calls.length > 0) yield* note(reading.note)
      else yield* orphan(reading.note)
      continue
    }
    yield* text(reading)
    for (const run of reading.runs) if (run.type === 'note') yield* note(run.note)
  }
  if (last) yield '\n'

  function* text(passage: Passage): Generator<string> {
    yield partingOf(last, passage)
    yield lineOf(passage)
    last = passage
  }

  /** A note that nothing calls is text, with its siglum before it. */
  function* orphan(one: NoteNode): Generator<string> {
    for (const passage of labelled(noteText(one, notes), one.siglum)) yield* text(passage)
  }

  function* note(one: NoteNode): Generator<string> {
    if (written.has(one)) return
    written.add(one)
    const lines = noteText(one, notes).map(lineOf)
    yield `${last ? '\n\n' : ''}${INDENT}${markOf(one)} ${lines.join(`\n${INDENT}`)}`
    last = one
  }
}

function partingOf(last: Passage | NoteNode | undefined, next: Passage): string {
  if (!last) return ''
  return 'runs' in last && isTight(last, next) ? '\n' : '\n\n'
}

function isTight(last: Passage, next: Passage): boolean {
  const group = next.within.at(-1)
  return TIGHT.has(next.kind) && last.kind === next.kind && last.within.at(-1) === group
}

function lineOf({ label, indent, runs }: Passage): string {
  const start = label === '' ? ' '.repeat(indent) : `${label} `
  return writable(start + runs.map(shown).join(''))
}

function shown(run: Run): string {
  return run.type === 'call' && run.note ? markOf(run.note) : readOf(run)
}

function markOf({ siglum }: NoteNode): string {
  return `[${siglum === '' ? '*' : siglum}]`
}
