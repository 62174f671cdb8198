import type { Decision } from '../model/decision.ts'
import type { Edition } from '../model/edition.ts'
import { isWeighty } from '../model/notice.ts'
import { entriesOf } from './entries.ts'
import { type Stretch, sheetAt } from './sheets.ts'
import type { BookState, Change, Entry, Orphan, Remark, Sheet, Undoable } from './wire.ts'

/** What a state of the book is made of. */
export interface Opened {
  readonly edition: Edition
  readonly stretches: readonly Stretch[]
  readonly decisions: readonly Decision[]
  /** Decisions whose place is gone. */
  readonly orphans: readonly Decision[]
  readonly editor: string
  readonly revision: number
  readonly undo: Undoable | null
}

/** The book as the page needs it. O(n log n) in what there is to decide. */
export function bookState(opened: Opened): BookState {
  const { edition, stretches, decisions, editor, revision, undo } = opened
  const { book } = edition
  return {
    slug: book.slug,
    title: book.title,
    language: book.language,
    editor,
    revision,
    entries: entriesOf(edition, stretches, decisions),
    sheets: stretches.map(({ name, line }): Sheet => ({ name, line, state: '', by: null })),
    remarks: remarksOf(edition, stretches),
    orphans: opened.orphans.map(orphan),
    rules: edition.rules.map(({ id, title, summary }) => ({ id, title, summary })),
    undo,
  }
}

function remarksOf(
  { notices, witness }: Edition,
  stretches: readonly Stretch[],
): readonly Remark[] {
  return notices.map((notice) => ({
    code: notice.code,
    line: notice.line,
    sheet: notice.line === 0 ? 0 : sheetAt(stretches, witness.lines.from(notice.line)),
    message: notice.message,
    weighty: isWeighty(notice),
  }))
}

function orphan({ at, by, act, target }: Decision): Orphan {
  const quoted = target.parts[0]
  const what = target.kind === 'correction' ? `${target.sic} → ${target.corr}` : target.role
  return {
    id: target.id,
    by,
    at,
    act,
    what,
    line: quoted?.line ?? 0,
    prefix: quoted?.prefix ?? '',
    exact: quoted?.exact ?? '',
    suffix: quoted?.suffix ?? '',
  }
}

/** What differs between two states of a book: what an open page has to be told. */
export function changeOf(before: BookState, after: BookState): Change {
  const known = new Map(before.entries.map((entry) => [entry.id, JSON.stringify(entry)]))
  const changed: Entry[] = []
  for (const entry of after.entries) {
    if (known.get(entry.id) !== JSON.stringify(entry)) changed.push(entry)
    known.delete(entry.id)
  }
  const { revision, undo, sheets, remarks, orphans } = after
  return {
    revision,
    changed,
    gone: [...known.keys()],
    ...(same(before.sheets, sheets) ? {} : { sheets }),
    ...(same(before.remarks, remarks) ? {} : { remarks }),
    ...(same(before.orphans, orphans) ? {} : { orphans }),
    undo,
  }
}

function same(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && JSON.stringify(a) === JSON.stringify(b)
}
