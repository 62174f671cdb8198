import type { Book } from '../../model/book.ts'
import type { EditionNode, PageBeginningNode } from '../../model/edition.ts'
import { type ImagedPage, pageImage } from '../../model/page-image.ts'
import { attribute } from './escape.ts'
import type { PageGroup } from './page-groups.ts'
import { filled, wordsFor } from './words/words.ts'

/**
 * Sets the images of the printed pages beside the text. A page that begins in the last paragraph of a
 * group is seen beside the next one, in which most of it is.
 */
export class PageImages {
  readonly #book: Book
  #leaf = 0
  #waiting: ImagedPage | undefined

  constructor(book: Book) {
    this.#book = book
  }

  /** The images beside a group. Groups must be handed over in order. */
  beside(group: PageGroup, isLast: boolean): string {
    if (this.#book.images === undefined) return ''
    const pages = this.#waiting ? [this.#waiting] : []
    for (const { node } of group) for (const page of pagesIn(node)) pages.push(this.#next(page))
    const last = group.at(-1)?.node
    const within = last !== undefined && 'children' in last && !pagesIn(last).next().done
    const goesOn = !isLast && within && pages.length > 1
    this.#waiting = goesOn ? pages.pop() : undefined
    const images = pages.map((page) => this.#image(page))
    return images.join('') === '' ? '' : `<div class="images">\n${images.join('')}</div>\n`
  }

  #next({ number }: PageBeginningNode): ImagedPage {
    this.#leaf++
    return { number, leaf: this.#leaf }
  }

  #image(page: ImagedPage): string {
    const source = pageImage(this.#book, page)
    if (source === undefined) return ''
    const { imageOfLeaf, imageOfPage } = wordsFor(this.#book.language)
    const name =
      page.number === '' ? filled(imageOfLeaf, page.leaf) : filled(imageOfPage, page.number)
    return `<img loading="lazy"${attribute('src', source)}${attribute('alt', name)}/>\n`
  }
}

/** The pages that begin in a node, in order; not those that note texts cross. */
function* pagesIn(node: EditionNode): Generator<PageBeginningNode> {
  if (node.type === 'pageBeginning' && !node.inNote) yield node
  if ('children' in node) for (const child of node.children) yield* pagesIn(child)
}
