/** How much of a book is in a language. */
export interface LanguageShare {
  /** BCP 47. */
  readonly language: string
  /** In English. */
  readonly name: string
  /** Running words that it knows, or that are of its script alone. */
  readonly words: number
}
