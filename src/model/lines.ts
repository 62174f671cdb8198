/**
 * The raw lines of a text and where each begins and ends.
 *
 * A line ends with LF, CRLF or CR; the last one may end with nothing. Form feeds, vertical tabs and
 * U+2028 end no line: they are characters of it. Lines are counted from 1, as editors count them.
 */
export class Lines {
  readonly text: string
  /** Where line `n` begins, at index `n - 1`; one more entry holds the end of the text. */
  readonly #starts: Uint32Array
  /** Where the characters of line `n` end, before its line end, at index `n - 1`. */
  readonly #ends: Uint32Array

  /** O(n) in the length of the text. */
  constructor(text: string) {
    this.text = text
    let capacity = Math.max(16, text.length >>> 4)
    let starts = new Uint32Array(capacity)
    let ends = new Uint32Array(capacity)
    let count = 0
    let at = 0
    while (at < text.length) {
      if (count + 2 > capacity) {
        capacity *= 2
        starts = grown(starts, capacity)
        ends = grown(ends, capacity)
      }
      const end = endOfLine(text, at)
      starts[count] = at
      ends[count] = end
      count++
      at = end + (text.startsWith('\r\n', end) ? 2 : 1)
    }
    starts[count] = text.length
    this.#starts = starts.slice(0, count + 1)
    this.#ends = ends.slice(0, count)
  }

  /** How many lines there are; an empty text has none. */
  get count(): number {
    return this.#ends.length
  }

  /** The UTF-16 offset at which line `n` begins; `count + 1` gives the end of the text. */
  from(n: number): number {
    return this.#starts[n - 1] ?? this.text.length
  }

  /** The UTF-16 offset at which the characters of line `n` end and its line end begins. */
  to(n: number): number {
    return this.#ends[n - 1] ?? this.text.length
  }

  /** The UTF-16 offset behind the line end of line `n`. */
  next(n: number): number {
    return this.#starts[n] ?? this.text.length
  }

  /** The characters of line `n`, without its line end. */
  content(n: number): string {
    return this.text.slice(this.from(n), this.to(n))
  }

  /** The line end of line `n`: LF, CRLF, CR or nothing. */
  end(n: number): string {
    return this.text.slice(this.to(n), this.next(n))
  }

  /** The number of the line that holds the character at `offset`. O(log n) in the lines. */
  at(offset: number): number {
    let low = 0
    let high = this.#ends.length - 1
    while (low < high) {
      const middle = (low + high + 1) >>> 1
      if ((this.#starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return low + 1
  }
}

function endOfLine(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit === 10 || unit === 13) return at
  }
  return text.length
}

function grown(array: Uint32Array<ArrayBuffer>, capacity: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(capacity)
  larger.set(array)
  return larger
}
