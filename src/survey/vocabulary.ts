/** So many units at the beginning of a word find its shelf. */
const KEY = 3

/**
 * The different words of a book, found by how they begin.
 *
 * It is put in order when it is first asked, in O(words); later questions look at the words only that
 * begin with the same three letters.
 */
export class Vocabulary {
  readonly #words: ReadonlyMap<string, number>
  #shelves: ReadonlyMap<string, readonly string[]> | undefined
  #compounds: ReadonlyMap<string, readonly string[]> | undefined

  /** `words` are its keys. */
  constructor(words: ReadonlyMap<string, number>) {
    this.#words = words
  }

  /** The words that begin with `prefix`, sorted; none for less than three letters. */
  startingWith(prefix: string): readonly string[] {
    if (prefix.length < KEY) return []
    this.#shelves ??= shelved(this.#words.keys(), (word) => word.slice(0, KEY))
    const shelf = this.#shelves.get(prefix.slice(0, KEY)) ?? []
    return shelf.filter((word) => word.startsWith(prefix)).sort()
  }

  /** The hyphenated words whose first member this is, sorted. */
  compoundsOf(first: string): readonly string[] {
    this.#compounds ??= shelved(hyphenated(this.#words.keys()), firstMember)
    return this.#compounds.get(first)?.toSorted() ?? []
  }
}

function* hyphenated(words: Iterable<string>): Iterable<string> {
  for (const word of words) if (word.includes('-')) yield word
}

function firstMember(word: string): string {
  return word.slice(0, word.indexOf('-'))
}

function shelved(
  words: Iterable<string>,
  keyOf: (word: string) => string,
): ReadonlyMap<string, readonly string[]> {
  const shelves = new Map<string, string[]>()
  for (const word of words) {
    const key = keyOf(word)
    const shelf = shelves.get(key)
    if (shelf) shelf.push(word)
    else shelves.set(key, [word])
  }
  return shelves
}
