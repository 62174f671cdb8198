import type { Leaf, PageBeginningNode } from '../model/edition.ts'
import type { FormeWork } from '../model/marking.ts'
import type { Span } from '../model/span.ts'

/** What lies between the printed lines of a flow. */
export interface Between {
  readonly text: string
  readonly spans: readonly Span[]
  /** In order, apart from each other, within the spans. */
  readonly work: readonly FormeWork[]
  /** In order. */
  readonly pages: readonly PageBeginningNode[]
}

const NO_PAGES: readonly PageBeginningNode[] = []

/**
 * Goes through a flow once and makes leaves of all that is not printed text: layout, forme work,
 * and where pages begin.
 */
export class FlowCursor {
  readonly #between: Between
  #span = 0
  #work = 0
  #page = 0
  #at: number

  constructor(between: Between) {
    this.#between = between
    this.#at = between.spans[0]?.from ?? 0
  }

  /** Goes on behind text that was printed. */
  skip(to: number): void {
    this.#at = Math.max(this.#at, to)
  }

  /** Adds the leaves from here to `to` to `leaves`. There must be no printed text between. */
  advance(leaves: Pick<Leaf[], 'push'>, to: number): void {
    const { spans } = this.#between
    for (let span = spans[this.#span]; span && span.from < to; span = spans[this.#span]) {
      this.#at = Math.max(this.#at, span.from)
      this.#fill(leaves, Math.min(span.to, to))
      if (span.to > to) break
      this.#span++
    }
    this.#beginPages(leaves, to)
    this.#at = Math.max(this.#at, Math.min(to, this.#between.text.length))
  }

  /** The pages that are next and begin at `to` at the latest; they are not met here again. */
  takePages(to: number): readonly PageBeginningNode[] {
    const { pages } = this.#between
    const first = this.#page
    if ((pages[first]?.from ?? Number.POSITIVE_INFINITY) > to) return NO_PAGES
    for (let page = pages[first]; page && page.from <= to; page = pages[this.#page]) this.#page++
    return pages.slice(first, this.#page)
  }

  /** Leaves up to `end`, which lies in the same span. */
  #fill(leaves: Pick<Leaf[], 'push'>, end: number): void {
    const { work, text } = this.#between
    for (let next = work[this.#work]; next && next.from < end; next = work[this.#work]) {
      this.#work++
      this.#layout(leaves, next.from)
      this.#beginPages(leaves, next.from)
      leaves.push({
        type: 'formeWork',
        work: next.work,
        place: next.place,
        value: text.slice(next.from, next.to),
        from: next.from,
        to: next.to,
      })
      this.#at = next.to
    }
    this.#layout(leaves, end)
  }

  #layout(leaves: Pick<Leaf[], 'push'>, end: number): void {
    const { pages } = this.#between
    for (let page = pages[this.#page]; page && page.from < end; page = pages[this.#page]) {
      this.#blank(leaves, page.from)
      this.#beginPages(leaves, Math.max(this.#at, page.from))
    }
    this.#blank(leaves, end)
  }

  #blank(leaves: Pick<Leaf[], 'push'>, to: number): void {
    if (this.#at >= to) return
    leaves.push({ type: 'layout', value: '', from: this.#at, to })
    this.#at = to
  }

  #beginPages(leaves: Pick<Leaf[], 'push'>, to: number): void {
    for (const page of this.takePages(to)) {
      // A page that begins in the middle of a printed line is met at the end of the line.
      const at = Math.max(page.from, this.#at)
      leaves.push(at === page.from ? page : { ...page, from: at, to: at })
    }
  }
}
