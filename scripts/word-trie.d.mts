/** The compiled form of a lexicon of `words`, sorted by code unit, each once. */
export function wordTrie(words: readonly string[]): Uint8Array
