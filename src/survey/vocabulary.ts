/** So many units at the beginning of a word find its shelf. */
const KEY = 3

/**
 * The different words of a book, found by how they begin.
 *
 * It is put in order when it is first asked, in O(words); later questions look at the words only that
 * begin with the same three letters.
 */
export class Vocabulary {
  readonly #small: ReadonlyMap<string, unknown>
  readonly #others: ReadonlyMap<string, unknown>
  #shelves: Shelves | undefined
  #compounds: Shelves | undefined

  /** The words are the keys of both maps, in lower case; a word may be in both. */
  constructor(small: ReadonlyMap<string, unknown>, others: ReadonlyMap<string, unknown>) {
    this.#small = small
    this.#others = others
  }

  /** The words that begin with `prefix`, sorted; none for less than three letters. */
  startingWith(prefix: string): readonly string[] {
    if (prefix.length < KEY) return []
    this.#shelves ??= this.#shelved((word) => word.slice(0, KEY))
    const shelf = this.#shelves.get(prefix.slice(0, KEY)) ?? []
    return shelf.filter((word) => word.startsWith(prefix)).sort()
  }

  /** The hyphenated words whose first member this is, sorted. */
  compoundsOf(first: string): readonly string[] {
    this.#compounds ??= this.#shelved(firstMember)
    return this.#compounds.get(first)?.toSorted() ?? []
  }

  /** The words by their keys; those without a key are left out. */
  #shelved(keyOf: (word: string) => string): Shelves {
    const shelves = new Map<string, string[]>()
    const add = (word: string): void => {
      const key = keyOf(word)
      const shelf = shelves.get(key)
      if (shelf) shelf.push(word)
      else if (key !== '') shelves.set(key, [word])
    }
    for (const word of this.#small.keys()) add(word)
    for (const word of this.#others.keys()) if (!this.#small.has(word)) add(word)
    return shelves
  }
}

type Shelves = ReadonlyMap<string, readonly string[]>

/** What stands before the first hyphen, or nothing. */
function firstMember(word: string): string {
  const at = word.indexOf('-')
  return at < 0 ? '' : word.slice(0, at)
}
