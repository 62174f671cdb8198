/** So many letters at the beginning of a word find its shelf. */
const KEY = 3

/** Words by what they begin with. */
interface Shelves {
  /** By a number made of the first three letters; words of several beginnings may share a shelf. */
  readonly byBeginning: ReadonlyMap<number, readonly string[]>
  /** Hyphenated words by their first member. */
  readonly byFirstMember: ReadonlyMap<string, readonly string[]>
  /** The same by their last. */
  readonly byLastMember: ReadonlyMap<string, readonly string[]>
}

/**
 * The different words of a book, found by how they begin.
 *
 * They are put in order when first asked for, in O(words); later questions look only at the words that
 * begin with the same three letters.
 */
export class Vocabulary {
  readonly #words: ReadonlyMap<string, unknown>
  #shelves: Shelves | undefined

  /** The words are the keys, in lower case. */
  constructor(words: ReadonlyMap<string, unknown>) {
    this.#words = words
  }

  /** The words that begin with `prefix`, sorted; none for less than three letters. */
  startingWith(prefix: string): readonly string[] {
    if (prefix.length < KEY) return []
    const shelf = this.#filled().byBeginning.get(keyOf(prefix)) ?? []
    return shelf.filter((word) => word.startsWith(prefix)).sort()
  }

  /** The hyphenated words whose first member this is, sorted. */
  compoundsOf(first: string): readonly string[] {
    return this.#filled().byFirstMember.get(first)?.toSorted() ?? []
  }

  /** The hyphenated words whose last member this is, sorted. */
  compoundsEndingIn(last: string): readonly string[] {
    return this.#filled().byLastMember.get(last)?.toSorted() ?? []
  }

  #filled(): Shelves {
    this.#shelves ??= this.#fill()
    return this.#shelves
  }

  #fill(): Shelves {
    const byBeginning = new Map<number, string[]>()
    const byFirstMember = new Map<string, string[]>()
    const byLastMember = new Map<string, string[]>()
    for (const word of this.#words.keys()) {
      if (word.length >= KEY) put(byBeginning, keyOf(word), word)
      const seam = word.indexOf('-')
      if (seam <= 0) continue
      put(byFirstMember, word.slice(0, seam), word)
      put(byLastMember, word.slice(word.lastIndexOf('-') + 1), word)
    }
    return { byBeginning, byFirstMember, byLastMember }
  }
}

function keyOf(word: string): number {
  return (word.charCodeAt(0) * 31 + word.charCodeAt(1)) * 31 + word.charCodeAt(2)
}

function put<K>(shelves: Map<K, string[]>, key: K, word: string): void {
  const shelf = shelves.get(key)
  if (shelf) shelf.push(word)
  else shelves.set(key, [word])
}
