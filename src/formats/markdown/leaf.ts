import type { Leaf } from '../../model/edition.ts'
import { pageComment } from './page-comment.ts'
import type { Phrase } from './phrase.ts'
import { placesOfLeaf } from './witness-place.ts'

/** Writes a leaf: what a reader sees of it, and the beginning of a page. */
export function writeLeaf(leaf: Leaf, phrase: Phrase): void {
  if (leaf.type === 'pageBeginning') phrase.page(pageComment(leaf))
  else phrase.print(shownOf(leaf), () => placesOfLeaf(leaf))
}

/**
 * What a reader sees of a leaf. Nothing of soft hyphens, line beginnings and forme work, nor of
 * labels: who wants a label shows it as text.
 */
export function shownOf(leaf: Leaf): string {
  switch (leaf.type) {
    case 'text':
    case 'layout':
      return leaf.value
    case 'hyphen':
      return leaf.kind === 'soft' ? '' : leaf.value
    default:
      return ''
  }
}
