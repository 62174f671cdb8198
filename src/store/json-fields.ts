import { InputError } from '../model/input-error.ts'

/**
 * The values of a JSON object, read one by one, each checked. What is missing or of another type is an
 * `InputError` that names the key.
 *
 * It is here since a library of schemas takes longer to load than a book's whole lexicon.
 */
export class JsonFields {
  readonly #values: ReadonlyMap<string, unknown>
  readonly #asked = new Set<string>()
  readonly #path: string
  readonly #advice: string
  /** The keys that lead here: `hyphens.`, or nothing. */
  readonly #key: string

  /** `path` and `advice` are for messages; `key` says where in the file the value stands. */
  constructor(value: unknown, path: string, advice: string, key = '') {
    this.#path = path
    this.#advice = advice
    this.#key = key === '' ? '' : `${key}.`
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      const what = key === '' ? 'the file' : key
      throw new InputError(`Unexpected value of ${what} in ${path}, expected an object`, advice)
    }
    this.#values = new Map(Object.entries(value))
  }

  /** Whether the key is there. */
  has(key: string): boolean {
    return this.#values.has(key)
  }

  /** A text that is not empty and matches `pattern`. */
  text(key: string, pattern = /./su): string {
    const value = this.#value(key)
    if (typeof value === 'string' && pattern.test(value)) return value
    throw this.#unexpected(key, 'another text')
  }

  /** One of some texts. */
  oneOf<T extends string>(key: string, texts: readonly T[]): T {
    const value = this.#value(key)
    const found = texts.find((text) => text === value)
    if (found === undefined) throw this.#unexpected(key, `one of ${texts.join(', ')}`)
    return found
  }

  /** A number of 0 or more, without a fraction. */
  count(key: string): number {
    const value = this.#value(key)
    if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value
    throw this.#unexpected(key, 'a number')
  }

  /** A list of texts that are not empty. */
  words(key: string): readonly string[] {
    return this.#list(key).map((word, index) => {
      if (typeof word === 'string' && word !== '') return word
      throw this.#unexpected(`${key}.${index}`, 'a word')
    })
  }

  /** The values of an object. */
  fields(key: string): JsonFields {
    return new JsonFields(this.#value(key), this.#path, this.#advice, this.#key + key)
  }

  /** The values of each object of a list. */
  list(key: string): readonly JsonFields[] {
    return this.#list(key).map(
      (value, index) =>
        new JsonFields(value, this.#path, this.#advice, `${this.#key}${key}.${index}`),
    )
  }

  /** Throws when there is a key that nobody has asked for. */
  close(): void {
    for (const key of this.#values.keys()) {
      if (!this.#asked.has(key)) throw this.#unexpected(key, 'no such key')
    }
  }

  #value(key: string): unknown {
    this.#asked.add(key)
    return this.#values.get(key)
  }

  #list(key: string): readonly unknown[] {
    const value = this.#value(key)
    if (!Array.isArray(value)) throw this.#unexpected(key, 'a list')
    return value
  }

  #unexpected(key: string, expected: string): InputError {
    const what = `Unexpected value of ${this.#key}${key} in ${this.#path}, expected ${expected}`
    return new InputError(what, this.#advice)
  }
}
