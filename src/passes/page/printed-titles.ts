import type { SheetLine } from './page-sheet.ts'
import { lettersOf } from './running-head.ts'

interface PrintedTitle {
  readonly first: number
  count: number
}

/** A line that may be a title is shorter than this share of the column. */
const SHORT = 0.95

/**
 * Where each short line of a book, or two such lines together, first stand, and how often: a running
 * head repeats a title that is printed before it, and stands at the edges of pages only. O(n) on the first question, O(1) on the others.
 */
export class PrintedTitles {
  readonly #sheet: readonly SheetLine[]
  readonly #measure: number
  #lines: ReadonlyMap<string, PrintedTitle> | undefined

  constructor(sheet: readonly SheetLine[], measure: number) {
    this.#sheet = sheet
    this.#measure = measure
  }

  /** Whether a line of these letters stands before a raw line. */
  isBefore(letters: string, line: number): boolean {
    this.#lines ??= this.#survey()
    return (this.#lines.get(letters)?.first ?? Infinity) < line
  }

  /** How often a line of these letters stands in the book. */
  count(letters: string): number {
    this.#lines ??= this.#survey()
    return this.#lines.get(letters)?.count ?? 0
  }

  #survey(): ReadonlyMap<string, PrintedTitle> {
    const lines = new Map<string, PrintedTitle>()
    const add = (letters: string, line: number): void => {
      if (letters.length < 3) return
      const known = lines.get(letters)
      if (known) known.count++
      else lines.set(letters, { first: line, count: 1 })
    }
    let last = ''
    for (const { text, line } of this.#sheet) {
      if (text === '') continue
      const letters = text.length < this.#measure * SHORT ? lettersOf(text) : ''
      if (letters !== '') add(letters, line)
      if (letters !== '' && last !== '') add(last + letters, line)
      last = letters
    }
    return lines
  }
}
