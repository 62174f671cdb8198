/** The words of an edition that have a letter or a digit: those of the text, and those of its notes. */
export interface ReadingWords {
  readonly text: readonly string[]
  /** Sorted. */
  readonly notes: readonly string[]
}

/** The text of an edition, passage by passage, and that of its notes. */
export interface ReadingText {
  readonly text: readonly string[]
  readonly notes: readonly string[]
}

/** The words of a text. Markdown does not keep what stands behind the number of an item. */
export function wordsOf(text: string): readonly string[] {
  return text
    .split(/\s+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .map((word) => (/^\d+[.)]$/u.test(word) ? word.slice(0, -1) : word))
}

export function readingWords({ text, notes }: ReadingText): ReadingWords {
  return { text: text.flatMap(wordsOf), notes: notes.flatMap(wordsOf).toSorted() }
}
