import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml'
import { InputError } from '../model/input-error.ts'

/** C0 without tab and line feed, DEL, C1 and lone surrogates: no text that people write has them. */
const FORBIDDEN = /[\0-\x08\x0b-\x1f\x7f-\x9f\p{Cs}\ufffe\uffff]/u

/**
 * A value in a YAML file that people write, which knows the line it stands in.
 *
 * All scalars are text: `1937`, `no` and `2.10` stay as they are written. Every mistake is an
 * `InputError` with file and line.
 */
export class Value {
  readonly #path: string
  readonly #lines: LineCounter
  readonly #node: Node | null
  /** How messages name it: `title`, `authors`. */
  readonly #name: string

  private constructor(path: string, lines: LineCounter, node: Node | null, name: string) {
    this.#path = path
    this.#lines = lines
    this.#node = node
    this.#name = name
  }

  /** Parses a YAML file; `path` is for messages. */
  static parse(text: string, path: string): Value {
    const lines = new LineCounter()
    // 'failsafe' makes text of every scalar; the date 1937 is no number.
    const document = parseDocument(text, {
      schema: 'failsafe',
      lineCounter: lines,
      prettyErrors: false,
    })
    const error = document.errors[0]
    if (error) {
      const line = Math.max(1, lines.linePos(error.pos[0]).line)
      throw new InputError(
        `Unexpected YAML at ${path}:${line}: ${error.message}`,
        'Put a text that holds `: ` or begins with a mark in quotation marks.',
      )
    }
    return new Value(path, lines, document.contents, '')
  }

  /** Where it stands: `raw/book/book.yaml:3`. */
  get place(): string {
    const from = this.#node?.range?.[0]
    return `${this.#path}:${from === undefined ? 1 : this.#lines.linePos(from).line}`
  }

  /** Whether nothing is written there. */
  get isEmpty(): boolean {
    if (this.#node === null) return true
    if (!isScalar(this.#node)) return false
    const value = String(this.#node.value ?? '').trim()
    return value === '' || (this.#node.type === 'PLAIN' && (value === '~' || value === 'null'))
  }

  get isText(): boolean {
    return isScalar(this.#node)
  }

  /** The text, without blanks at its ends; `pattern` is what it must match, `expected` says it. */
  text(pattern = /(?:)/u, expected = ''): string {
    if (!isScalar(this.#node)) throw this.unexpected(this.#what(), 'text')
    const text = String(this.#node.value ?? '').trim()
    const control = FORBIDDEN.exec(text)?.[0]
    if (control !== undefined) {
      const code = control.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
      throw this.unexpected(`character U+${code}`, 'printable text')
    }
    if (!pattern.test(text)) throw this.unexpected(`\`${text}\``, expected)
    return text
  }

  /** The values of a list. */
  list(): readonly Value[] {
    if (this.isEmpty) return []
    if (!isSeq<Node | null>(this.#node)) throw this.unexpected(this.#what(), 'a list')
    return this.#node.items.map(
      (item) => new Value(this.#path, this.#lines, item ?? this.#node, this.#name),
    )
  }

  /** The values of a list, or the one value that stands for it. */
  oneOrMore(): readonly Value[] {
    return this.isText && !this.isEmpty ? [this] : this.list()
  }

  /** The values of a map, empty ones left out. Throws for a key that is none of `keys`. */
  map(keys: readonly string[]): Fields {
    const fields = new Map<string, Value>()
    if (this.isEmpty) return new Fields(this, fields)
    if (!isMap<Node, Node | null>(this.#node)) throw this.unexpected(this.#what(), 'a map')
    for (const { key, value } of this.#node.items) {
      const name = isScalar(key) ? String(key.value) : ''
      const at = new Value(this.#path, this.#lines, key, name)
      if (!keys.includes(name)) {
        throw new InputError(
          `Unexpected key \`${name}\` at ${at.place}, expected one of ${keys.join(', ')}`,
          'Correct the key, or take the line out.',
        )
      }
      const found = new Value(this.#path, this.#lines, value ?? key, name)
      if (value !== null && !found.isEmpty) fields.set(name, found)
    }
    return new Fields(this, fields)
  }

  /** The error that says what is wrong here. */
  unexpected(what: string, expected: string, advice = ''): InputError {
    const of = this.#name === '' ? '' : ` for \`${this.#name}\``
    return new InputError(`Unexpected ${what}${of} at ${this.place}, expected ${expected}`, advice)
  }

  #what(): string {
    if (isMap(this.#node)) return 'map'
    if (isSeq(this.#node)) return 'list'
    if (isScalar(this.#node)) return 'text'
    return this.#node === null ? 'nothing' : 'alias'
  }
}

/** The keys and values of a map. */
export class Fields {
  readonly #whole: Value
  readonly #fields: ReadonlyMap<string, Value>

  constructor(whole: Value, fields: ReadonlyMap<string, Value>) {
    this.#whole = whole
    this.#fields = fields
  }

  get(key: string): Value | undefined {
    return this.#fields.get(key)
  }

  /** Throws when the key is not there. */
  need(key: string): Value {
    const value = this.#fields.get(key)
    if (value === undefined) {
      throw this.#whole.unexpected(`lack of \`${key}\``, `a line \`${key}: …\``)
    }
    return value
  }

  /** The values of a list, none when the key is not there. */
  list(key: string): readonly Value[] {
    return this.#fields.get(key)?.list() ?? []
  }

  /** The values of a list, or the one value that stands for it; none when the key is not there. */
  oneOrMore(key: string): readonly Value[] {
    return this.#fields.get(key)?.oneOrMore() ?? []
  }

  /** The texts of those keys that are there. */
  texts<K extends string>(keys: readonly K[]): { readonly [P in K]?: string } {
    const found: { [P in K]?: string } = {}
    for (const key of keys) {
      const text = this.#fields.get(key)?.text()
      if (text !== undefined) found[key] = text
    }
    return found
  }
}
