/** A way to measure how wide a line of type is. */
export interface Metric {
  width(text: string): number
  /** Of the blank between two words. */
  readonly blank: number
  /** Of a blank of an indent. */
  readonly indent: number
}

/** Characters of about one width in the common typefaces for books, and that width in thousandths. */
const CLASSES: readonly { readonly pattern: RegExp; readonly usual: number }[] = [
  { pattern: /\s/u, usual: 290 },
  { pattern: /[.,:;'’‘!|ijlıі·]/u, usual: 300 },
  { pattern: /[-tfrI()[\]/"„“”‚ї]/u, usual: 380 },
  { pattern: /[mwMW—…%@жшщюыфмЖШЩЮЫФМДДЪ&©]/u, usual: 830 },
  { pattern: /\p{Lu}/u, usual: 690 },
  { pattern: /\p{N}/u, usual: 530 },
  { pattern: /\p{Script=Cyrillic}/u, usual: 560 },
  { pattern: /[aceszxvkyg]/u, usual: 500 },
  { pattern: /[\s\S]/u, usual: 540 },
]

/** How far lines are trusted against the usual widths: so many lines weigh as much as these. */
const TRUST = 20

/** Every character is as wide as any other: typewriters, and lines broken by their length. */
const EVEN: Metric = { width: (text) => text.length, blank: 1, indent: 1 }

/**
 * The metrics that the lines of a text may have been set by: one width for all characters, the usual
 * widths of proportional type, and those that make the given full lines equally wide. O(n).
 */
export function metricsOf(full: readonly string[]): readonly Metric[] {
  const usual = CLASSES.map((one) => one.usual)
  return [EVEN, metricOf(usual), metricOf(learnt(full, usual))]
}

function metricOf(widths: readonly number[]): Metric {
  return {
    width(text) {
      let sum = 0
      let before = 0
      for (let at = 0; at < text.length; at++) {
        const unit = text.charCodeAt(at)
        if (unit !== BLANK || before !== BLANK) sum += widths[classAt(unit)] ?? 0
        before = unit
      }
      return sum
    },
    blank: widths[0] ?? 0,
    indent: widths.at(-1) ?? 0,
  }
}

const BLANK = 0x20

/** The class of each UTF-16 unit, 1 too high; 0 as long as it is not known. */
const classes = new Uint8Array(0x10000)

function classAt(unit: number): number {
  const known = classes[unit] ?? 0
  if (known > 0) return known - 1
  const char = String.fromCharCode(unit)
  const found = CLASSES.findIndex(({ pattern }) => pattern.test(char))
  classes[unit] = found + 1
  return found
}

/** How many characters of each class a text has; the gaps of a justified line count as one blank. */
function countsOf(text: string): readonly number[] {
  const counts = CLASSES.map(() => 0)
  let before = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    const own = classAt(unit)
    if (unit !== BLANK || before !== BLANK) counts[own] = (counts[own] ?? 0) + 1
    before = unit
  }
  return counts
}

/** The widths by which full lines are equally wide: least squares, drawn towards the usual widths. */
function learnt(full: readonly string[], usual: readonly number[]): readonly number[] {
  const size = usual.length
  const lines = full.map(countsOf)
  const mean = lines.reduce((sum, counts) => sum + product(counts, usual), 0) / (lines.length || 1)
  if (mean === 0) return usual
  const equations = usual.map((width, row) => {
    const left = usual.map((_, column) =>
      lines.reduce((sum, counts) => sum + (counts[row] ?? 0) * (counts[column] ?? 0), 0),
    )
    const pull = (TRUST * (left[row] ?? 0)) / (lines.length || 1) + TRUST
    left[row] = (left[row] ?? 0) + pull
    const right = lines.reduce((sum, counts) => sum + (counts[row] ?? 0) * mean, 0) + pull * width
    return [...left, right]
  })
  return solved(equations, size).map((width, i) => Math.max(width, (usual[i] ?? 0) / 2))
}

function product(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0)
}

/** Solves linear equations whose matrix is positive definite. O(size³). */
function solved(equations: readonly number[][], size: number): readonly number[] {
  for (let pivot = 0; pivot < size; pivot++) {
    const own = equations[pivot] ?? []
    for (let row = pivot + 1; row < size; row++) {
      const other = equations[row] ?? []
      const factor = (other[pivot] ?? 0) / (own[pivot] ?? 1)
      for (let column = pivot; column <= size; column++) {
        other[column] = (other[column] ?? 0) - factor * (own[column] ?? 0)
      }
    }
  }
  const values = Array.from({ length: size }, () => 0)
  for (let row = size - 1; row >= 0; row--) {
    const own = equations[row] ?? []
    let rest = own[size] ?? 0
    for (let column = row + 1; column < size; column++)
      rest -= (own[column] ?? 0) * (values[column] ?? 0)
    values[row] = rest / (own[row] ?? 1)
  }
  return values
}
