import type { Decision, PlacedDecision } from '../model/decision.ts'
import type { Edition } from '../model/edition.ts'
import { isWeighty } from '../model/notice.ts'
import { imageName } from '../model/page-image.ts'
import { entriesOf } from './entries.ts'
import { type Stretch, sheetAt } from './sheets.ts'
import type { BookState, Change, Entry, Orphan, Remark, Sheet, Undoable } from './wire.ts'

/** What a state of the book is made of. */
export interface Opened {
  readonly edition: Edition
  readonly stretches: readonly Stretch[]
  /** Words that editors called right everywhere, and rules that they switched off. */
  readonly words: readonly string[]
  readonly rulesOff: readonly string[]
  /** Who had the last word on each thing, by its id. */
  readonly editors: ReadonlyMap<string, string>
  readonly editor: string
  readonly revision: number
  readonly undo: Undoable | null
}

/** The book as the page needs it. O(n log n) in what there is to decide. */
export function bookState(opened: Opened): BookState {
  const { edition, stretches, words, rulesOff, editor, revision, undo } = opened
  const { book } = edition
  return {
    slug: book.slug,
    title: book.title,
    language: book.language,
    editor,
    revision,
    entries: entriesOf(edition, stretches, opened.editors),
    sheets: sheetsOf(edition, stretches),
    remarks: remarksOf(edition, stretches),
    orphans: edition.orphans.map(orphanOf),
    words,
    rulesOff,
    rules: edition.rules.map(({ id, title, summary }) => ({ id, title, summary })),
    undo,
  }
}

function sheetsOf({ book, pageReviews }: Edition, stretches: readonly Stretch[]): readonly Sheet[] {
  const reviews = new Map(pageReviews.map((one) => [sheetAt(stretches, one.from), one]))
  return stretches.map(({ name, line, imaged }, index) => {
    const review = reviews.get(index)
    const image = imaged !== undefined && imageName(book, imaged) !== undefined
    return { name, line, image, state: review?.state ?? 'untouched', by: review?.by ?? null }
  })
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

/** A decision whose place is gone, for people. */
export function orphanOf({ at, by, act, target }: PlacedDecision): Orphan {
  const quoted = target.parts[0]
  const what = nameOf(target)
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

/** What a decision is about, in a few words. */
export function nameOf(target: Decision['target']): string {
  switch (target.kind) {
    case 'correction':
      return `${target.sic || 'nothing'} → ${target.corr || 'nothing'}`
    case 'marking':
      return `${target.role} ${target.value}`.trim()
    case 'word':
      return `“${target.word}” everywhere`
    case 'rule':
      return `rule ${target.rule}`
    case 'page':
      return `page ${target.value}`
    case 'batch':
      return 'an act'
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
  const { revision, undo, sheets, remarks, orphans, words, rulesOff } = after
  return {
    revision,
    changed,
    gone: [...known.keys()],
    ...(same(before.sheets, sheets) ? {} : { sheets }),
    ...(same(before.remarks, remarks) ? {} : { remarks }),
    ...(same(before.orphans, orphans) ? {} : { orphans }),
    ...(same(before.words, words) ? {} : { words }),
    ...(same(before.rulesOff, rulesOff) ? {} : { rulesOff }),
    undo,
  }
}

function same(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && JSON.stringify(a) === JSON.stringify(b)
}
