/** Lines longer than this are no lines of a column: a paragraph in one line. */
const LONGEST = 400

/** How many lines with a hyphen at their end it takes to read the column off them. */
const ENOUGH = 20

/** An indent is usual when so many lines have it, and so large a share of all. */
const USUAL_LINES = 3
const USUAL_SHARE = 0.01

/** How often each length and each indent occurs among the printed lines of a book. */
export class LineShapes {
  /** By printed length in UTF-16 units. */
  readonly lengths = new Uint32Array(LONGEST + 1)
  /** The same, of the lines that a hyphen ends: they are full. */
  readonly fullLengths = new Uint32Array(LONGEST + 1)
  /** By blanks at the beginning, form feeds aside. */
  readonly indents = new Map<number, number>()
  lines = 0
  hyphenated = 0

  /** Adds the line that begins at `start` and is printed in `[from, to)`. */
  add(text: string, start: number, from: number, to: number, hyphenated: boolean): void {
    const length = Math.min(to - from, LONGEST)
    this.lines++
    this.lengths[length] = (this.lengths[length] ?? 0) + 1
    if (hyphenated) {
      this.hyphenated++
      this.fullLengths[length] = (this.fullLengths[length] ?? 0) + 1
    }
    const indent = from - afterFormFeed(text, start, from)
    if (indent > 0) this.indents.set(indent, (this.indents.get(indent) ?? 0) + 1)
  }
}

/** The usual length of a full line; 0 for a text without lines. */
export function columnOf(shapes: LineShapes): number {
  if (shapes.hyphenated >= ENOUGH) return median(shapes.fullLengths, shapes.hyphenated)
  return busiest(shapes.lengths)
}

/** Indents that are usual in the book, most frequent first. */
export function indentsOf(shapes: LineShapes): readonly number[] {
  const enough = Math.max(USUAL_LINES, shapes.lines * USUAL_SHARE)
  return [...shapes.indents]
    .filter(([, count]) => count >= enough)
    .sort(([a, countA], [b, countB]) => countB - countA || a - b)
    .map(([indent]) => indent)
}

function median(histogram: Uint32Array, total: number): number {
  let seen = 0
  for (let value = 0; value < histogram.length; value++) {
    seen += histogram[value] ?? 0
    if (seen * 2 >= total) return value
  }
  return 0
}

/** The mean of the five neighbouring lengths that hold most characters. */
function busiest(histogram: Uint32Array): number {
  let mean = 0
  let most = 0
  for (let value = 1; value < histogram.length; value++) {
    let lines = 0
    let characters = 0
    for (let near = Math.max(0, value - 2); near <= value + 2; near++) {
      const count = histogram[near] ?? 0
      lines += count
      characters += count * near
    }
    if (characters > most) {
      most = characters
      mean = Math.round(characters / lines)
    }
  }
  return mean
}

/** Where the blanks of the indent begin: behind the form feeds in `[start, from)`. */
function afterFormFeed(text: string, start: number, from: number): number {
  for (let at = from; at > start; at--) {
    if (text.charCodeAt(at - 1) === 0x0c) return at
  }
  return start
}
