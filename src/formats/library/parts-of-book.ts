import type { Article } from '../../model/book.ts'
import type { Division, Edition, EditionNode, PageBeginningNode } from '../../model/edition.ts'
import { once } from '../reading/once.ts'
import { notesOf } from '../reading/passage.ts'
import { readOf } from '../reading/run.ts'
import { type Notes, runsOf } from '../reading/running-text.ts'

/** A division that has a heading, as catalogues list it. */
export interface PartOfBook {
  /** Its xml:id in the TEI. */
  readonly id: string
  readonly kind: Division['kind']
  readonly title: string
  /** Who wrote it, as printed; empty where nothing says so. */
  readonly byline: string
  /** What `book.yaml` says of it, where that names its heading. */
  readonly said: Article | undefined
  /** The pages on which it stands, the first of them being that on which it begins, if it is known. */
  readonly pages: readonly PageBeginningNode[]
  readonly parts: readonly PartOfBook[]
}

/** A book as its divisions and pages tell of it. */
export interface BookPlan {
  readonly pages: readonly PageBeginningNode[]
  readonly parts: readonly PartOfBook[]
  /** The xml:ids of articles without a heading, which are in no list. */
  readonly untitled: readonly string[]
}

/** The plan of an edition. Pages that begin in notes are counted where the text has them. Linear, and once. */
export const planOf = once((edition: Edition): BookPlan => {
  const notes = notesOf(edition)
  const said = new Map(edition.book.articles?.map((one) => [keyOf(one.heading), one]))
  const pages: PageBeginningNode[] = []
  const untitled: string[] = []
  const parts = visit(edition.children)
  return { pages, parts, untitled }

  function visit(nodes: readonly EditionNode[]): readonly PartOfBook[] {
    const found: PartOfBook[] = []
    for (const node of nodes) {
      if (node.type === 'pageBeginning' && !node.inNote) pages.push(node)
      else if (node.type === 'division') found.push(...partsOf(node))
      else if ('children' in node) found.push(...visit(node.children))
    }
    return found
  }

  /** A division without a heading hands its parts on. */
  function partsOf(node: Division): readonly PartOfBook[] {
    const before = pages.length
    const inner = visit(node.children)
    const title = titleOf(node, notes)
    if (title === '') {
      if (isArticle(node)) untitled.push(node.id)
      return inner
    }
    const own = pages.slice(beginsPage(node) ? before : Math.max(0, before - 1))
    const { id, kind } = node
    const byline = linesOf(node, 'byline', notes)
    return [{ id, kind, title, byline, said: said.get(keyOf(title)), pages: own, parts: inner }]
  }
})

/** A heading, by which it is found again however it is set. */
function keyOf(heading: string): string {
  return heading.normalize('NFC').toLowerCase().replace(/\s+/gu, ' ').trim()
}

/** Articles of `book.yaml` whose heading is that of no division. */
export function lostArticles({ book }: Edition, plan: BookPlan): readonly Article[] {
  const found = new Set([...allParts(plan.parts)].map(({ said }) => said))
  return (book.articles ?? []).filter((one) => !found.has(one))
}

/** All parts, each before those in it. */
export function* allParts(parts: readonly PartOfBook[]): Generator<PartOfBook> {
  for (const part of parts) {
    yield part
    yield* allParts(part.parts)
  }
}

/** The articles and documents of a collection, whatever parts of the book they stand in. */
export function articlesOf(plan: BookPlan): readonly PartOfBook[] {
  return [...allParts(plan.parts)].filter(isArticle)
}

/** Whether a division is a work of its own, of which the header and the catalogues tell. */
export function isArticle({ kind }: Pick<Division, 'kind'>): boolean {
  return kind === 'article' || kind === 'document'
}

function titleOf(node: Division, notes: Notes): string {
  return linesOf(node, 'heading', notes)
}

/** The lines of one type at the head of a division, joined. */
function linesOf(node: Division, type: 'heading' | 'byline', notes: Notes): string {
  const lines: string[] = []
  for (const child of node.children) {
    if (child.type === 'division' || child.type === 'paragraph') break
    if (child.type === type) lines.push(runsOf(child.children, notes).map(readOf).join('').trim())
  }
  return lines.join('. ')
}

/** Whether a page begins with a division, before anything is printed of it. */
function beginsPage(node: EditionNode): boolean {
  if (node.type === 'pageBeginning') return true
  if (!('children' in node)) return false
  const first = node.children.find(({ type }) => !BEFORE_PRINT.has(type))
  return first !== undefined && beginsPage(first)
}

const BEFORE_PRINT: ReadonlySet<string> = new Set(['layout', 'formeWork', 'lineBeginning'])
