import { partitionPoint } from '../../model/partition-point.ts'
import type { SheetLine } from './page-sheet.ts'
import { lettersOf } from './running-head.ts'

/** A line that may be a title is shorter than this share of the column. */
const SHORT = 0.95

/**
 * Where each short line of a book, or two such lines together, stand: a running
 * head repeats a title that is printed before it, and stands at the edges of pages only. O(n) on the first question, O(log n) on the others.
 */
export class PrintedTitles {
  readonly #sheet: readonly SheetLine[]
  readonly #measure: number
  #lines: ReadonlyMap<string, readonly number[]> | undefined

  constructor(sheet: readonly SheetLine[], measure: number) {
    this.#sheet = sheet
    this.#measure = measure
  }

  /** Whether a line of these letters stands among the raw lines `[from, to)`. */
  isBetween(letters: string, from: number, to: number): boolean {
    const found = this.#of(letters)
    const at = partitionPoint(found, (line) => line < from)
    return (found[at] ?? Infinity) < to
  }

  /** How often a line of these letters stands in the book. */
  count(letters: string): number {
    return this.#of(letters).length
  }

  #of(letters: string): readonly number[] {
    this.#lines ??= this.#survey()
    return this.#lines.get(letters) ?? []
  }

  #survey(): ReadonlyMap<string, readonly number[]> {
    const lines = new Map<string, number[]>()
    const add = (letters: string, line: number): void => {
      if (letters.length < 3) return
      const known = lines.get(letters)
      if (known) known.push(line)
      else lines.set(letters, [line])
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
