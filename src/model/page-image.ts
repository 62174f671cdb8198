import type { Book } from './book.ts'

/** A page of the print, as the names of images know it. */
export interface ImagedPage {
  /** Its number as the edition shows it: `12`, or `[13]` when inferred. */
  readonly number: string
  /** Which page of the raw text it is, from 1. */
  readonly leaf: number
}

/**
 * Where the image of a page lies, seen from the folder of the edition; undefined where the book has no
 * images, or names them by a number that this page does not have.
 *
 * In `book.yaml` stands how they are named, `images/{page}.jpg`: `{page}` is the number of the page,
 * `{leaf}` which page it is, and `{leaf:4}` the same in four digits.
 */
export function pageImage({ images, slug }: Book, page: ImagedPage): string | undefined {
  if (images === undefined) return undefined
  const number = /\[([^\]]+)\]/u.exec(page.number)?.[1] ?? page.number
  if (number === '' && images.includes('{page}')) return undefined
  const name = images
    .replaceAll('{page}', number)
    .replaceAll(/\{leaf(?::(\d))?\}/gu, (_, digits?: string) =>
      String(page.leaf).padStart(Number(digits ?? 1), '0'),
    )
  return ['..', '..', 'raw', slug, ...name.split('/')].map(encodeURIComponent).join('/')
}
