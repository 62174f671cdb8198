import type { Book } from '../../../model/book.ts'
import type { Correction } from '../../../model/correction.ts'
import type { Division, Edition, EditionNode } from '../../../model/edition.ts'
import { allParts, type BookPlan, isArticle, type PartOfBook } from '../../library/parts-of-book.ts'
import { firstAtLeast } from '../leaf-run.ts'

/** An article as an edition of its own, for its header. */
export interface ArticleEdition {
  /** The xml:id of its division. */
  readonly id: string
  readonly edition: Edition
  /** With the page on which it begins, also where that begins before it. */
  readonly plan: BookPlan
  /** The book that the article stands in. */
  readonly host: Book
}

/**
 * The articles and documents of a collection, those within others not apart; of a book that has none, its
 * divisions. Each has what of the apparatus and of the page reviews is its own. O(n log n).
 */
export function articleEditions(edition: Edition, plan: BookPlan): readonly ArticleEdition[] {
  const units = unitsOf(edition)
  const ownerOf = ownersOf(units)
  const parts = new Map([...allParts(plan.parts)].map((part) => [part.id, part]))
  const corrections = new Map<Division, Correction[]>(units.map((unit) => [unit, []]))
  for (const one of edition.corrections) {
    const owner = ownerOf(one.from)
    if (owner) corrections.get(owner)?.push(one)
  }
  return units.map((unit) => {
    const part = parts.get(unit.id)
    const pages = part?.pages ?? plan.pages.filter(({ from }) => ownerOf(from) === unit)
    const begins = new Set(pages.map(({ from }) => from))
    return {
      id: unit.id,
      host: edition.book,
      plan: { pages, parts: part ? [part] : [], untitled: part ? [] : [unit.id] },
      edition: {
        ...edition,
        book: bookOf(edition.book, part),
        children: [unit],
        corrections: corrections.get(unit) ?? [],
        pageReviews: edition.pageReviews.filter(({ from }) => begins.has(from)),
      },
    }
  })
}

function unitsOf({ children }: Edition): readonly Division[] {
  const articles: Division[] = []
  const divisions = children.filter((node) => node.type === 'division')
  const stack: EditionNode[] = divisions.toReversed()
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type !== 'division') continue
    if (isArticle(node)) articles.push(node)
    else stack.push(...node.children.toReversed())
  }
  return articles.length > 0 ? articles : divisions
}

/** Tells to which of the divisions an offset of the witness belongs. */
function ownersOf(units: readonly Division[]): (offset: number) => Division | undefined {
  const spans = units.flatMap((unit) => leavesOf(unit).map(({ from, to }) => ({ from, to, unit })))
  spans.sort((a, b) => a.from - b.from)
  return (offset) => {
    const at = firstAtLeast(spans, offset + 1, ({ from }) => from)
    const span = spans[at - 1]
    return span && offset <= span.to ? span.unit : undefined
  }
}

function leavesOf(unit: Division): readonly { readonly from: number; readonly to: number }[] {
  const leaves: { readonly from: number; readonly to: number }[] = []
  const stack: EditionNode[] = [unit]
  for (let node = stack.pop(); node; node = stack.pop()) {
    if ('children' in node) stack.push(...node.children)
    else leaves.push(node)
  }
  return leaves
}

/** What is true of the book and of the article; its series is the book. */
function bookOf(book: Book, part: PartOfBook | undefined): Book {
  const { abstract: _, authors: all, identifiers: __, subtitle: ___, written: ____, ...rest } = book
  const authors = part?.said?.authors ?? []
  const printed = part?.byline ? [{ name: part.byline }] : all
  return {
    ...rest,
    title: part?.said?.title ?? part?.title ?? `[${book.title}]`,
    authors: authors.length > 0 ? authors : printed,
    series: { title: book.title },
  }
}
