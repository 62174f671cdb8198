import type { Html } from 'mdast'
import type { PageBeginningNode } from '../../model/edition.ts'

/**
 * A page begins: `<!-- p. 12 -->`, `<!-- p. [13] -->` where the number is inferred, `<!-- p. ? -->`
 * where it is unknown.
 *
 * The comment renders to nothing. Nothing in it can end it early.
 */
export function pageComment(page: PageBeginningNode): Html {
  const number = page.number.replace(/[^\p{L}\p{N}[\]().,*'/-]+/gu, ' ').replace(/--+/g, '-')
  return { type: 'html', value: `<!-- p. ${number.trim() || '?'} -->`, data: { page } }
}
