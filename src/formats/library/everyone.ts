import type { Book, Responsible } from '../../model/book.ts'

/** Somebody with all that they did, in the words of `book.yaml`. */
export interface Participant {
  readonly who: Responsible
  readonly role: string
}

/** All who have a part in the book and in its edition, authors first, each with a role. */
export function everyoneOf(book: Book): readonly Participant[] {
  const { authors, contributors = [], editors, preparedBy = [] } = book
  return [
    ...authors.map((who) => ({ who, role: who.role ?? 'author' })),
    ...editors.map((who) => ({ who, role: who.role ?? 'editor' })),
    ...contributors.map((who) => ({ who, role: who.role ?? 'contributor' })),
    ...preparedBy.map((who) => ({ who, role: who.role ?? 'editor' })),
  ]
}
