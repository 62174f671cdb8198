import type { Book } from './book.ts'

/** A page of the print, as the names of images know it. */
export interface ImagedPage {
  /** Its number as the edition shows it: `12`, or `[13]` when inferred. */
  readonly number: string
  /** Which page of the raw text it is, from 1. */
  readonly leaf: number
}

/**
 * The name of the image of a page in the folder of the book; undefined where the book has no images, or
 * names them by a number that this page does not have.
 *
 * In `book.yaml` stands how they are named, `images/{page}.jpg`: `{page}` is the number of the page,
 * `{leaf}` which page it is, and `{leaf:4}` the same in four digits. A number comes from the text or
 * from an editor: one that is more than letters and figures could lead elsewhere, and names nothing.
 */
export function imageName({ images }: Book, page: ImagedPage): string | undefined {
  return images === undefined ? undefined : nameBy(images, page)
}

/** The name of the file that says where the words of a page stand; undefined where there is none. */
export function boxesName({ boxes }: Book, page: ImagedPage): string | undefined {
  return boxes === undefined ? undefined : nameBy(boxes, page)
}

/** Whether each page has a file of its own, and not one the whole book. */
export function isByPage(pattern: string): boolean {
  return /\{(?:page|leaf)/u.test(pattern)
}

function nameBy(pattern: string, page: ImagedPage): string | undefined {
  const number = /\[([^\]]+)\]/u.exec(page.number)?.[1] ?? page.number
  if (pattern.includes('{page}') && !/^[\p{L}\p{N}]+$/u.test(number)) return undefined
  return pattern
    .replaceAll('{page}', number)
    .replaceAll(/\{leaf(?::(\d))?\}/gu, (_, digits?: string) =>
      String(page.leaf).padStart(Number(digits ?? 1), '0'),
    )
}

/** The address of the image of a page, seen from the folder of the edition; see `imageName`. */
export function pageImage(book: Book, page: ImagedPage): string | undefined {
  const name = imageName(book, page)
  if (name === undefined) return undefined
  return ['..', '..', 'raw', book.slug, ...name.split('/')].map(encodeURIComponent).join('/')
}
