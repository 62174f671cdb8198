import { join } from 'node:path'
import type { BoxedWord } from '../facsimile/parse-boxes.ts'
import type { Edition } from '../model/edition.ts'
import { boxesName, isByPage } from '../model/page-image.ts'
import type { WordBox } from '../model/word-box.ts'
import { type Stretch, stretchesOf } from '../review/sheets.ts'
import { readBytes, stampOf, whatIsAt } from '../store/read-file.ts'

/** The largest file of words and their places, in bytes: those of a long book with every character. */
const LIMIT = 128 * 1024 * 1024

/** A file that has been read. */
interface Known {
  readonly stamp: string
  readonly pages: readonly (readonly BoxedWord[])[]
}

/** Where the words of the pages of a book stand. Keeps the last file, which may be that of all pages. */
export class BoxesOfPages {
  readonly #folder: string
  #known: Known | undefined

  /** @param folder that of the book. */
  constructor(folder: string) {
    this.#folder = folder
  }

  /** Throws an `InputError` for a file that is not there or not understood. */
  async of({ book, witness }: Edition, stretch: Stretch | undefined): Promise<readonly WordBox[]> {
    const name = stretch?.imaged && boxesName(book, stretch.imaged)
    if (!stretch?.imaged || name === undefined) return []
    const { placeBoxes } = await import('../facsimile/place-boxes.ts')
    const pages = await this.#pages(join(this.#folder, ...name.split('/')))
    const page = pages[isByPage(book.boxes ?? '') ? 0 : stretch.imaged.leaf - 1] ?? []
    return placeBoxes(witness, stretch, page)
  }

  async #pages(file: string): Promise<Known['pages']> {
    const stamp = `${file} ${await stampOf(file)}`
    if (this.#known?.stamp === stamp) return this.#known.pages
    const { parseBoxes } = await import('../facsimile/parse-boxes.ts')
    const pages = parseBoxes(new TextDecoder().decode(await readBytes(file, LIMIT)), file)
    this.#known = { stamp, pages }
    return pages
  }
}

/** The files that `boxes` in `book.yaml` names and that are not there, in the order of the pages. */
export async function lostBoxes(edition: Edition, folder: string): Promise<readonly string[]> {
  if (edition.book.boxes === undefined) return []
  const names = stretchesOf(edition).flatMap(
    ({ imaged }) => (imaged && boxesName(edition.book, imaged)) ?? [],
  )
  const files = [...new Set(names)].map((name) => join(folder, ...name.split('/')))
  const found = await Promise.all(files.map(whatIsAt))
  return files.filter((_, i) => found[i] !== 'file')
}
