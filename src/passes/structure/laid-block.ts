import type { Boundary } from './block-boundary.ts'
import type { LaidLine } from './laid-line.ts'

/** Lines that belong together, before it is known what they are. */
export interface LaidBlock {
  readonly lines: readonly LaidLine[]
  readonly boundary: Boundary
  /** The text, lines joined by blanks, line-end hyphens left out where soft. */
  readonly text: string
  /** Blank lines before it, or the page top. */
  readonly gap: number
  readonly pageTop: boolean
  /** Whether every line of it is clearly shorter than the column. */
  readonly short: boolean
}

/** A line shorter than this share of the column does not fill it. */
const SHORT = 0.93

/** Joins the lines of a flow to blocks. O(n). */
export function blocksOf(
  lines: readonly LaidLine[],
  boundaries: readonly Boundary[],
): readonly LaidBlock[] {
  const blocks: LaidBlock[] = []
  let from = 0
  for (let i = 1; i <= lines.length; i++) {
    if (i < lines.length && !boundaries[i]?.begins) continue
    const first = lines[from]
    const boundary = boundaries[from]
    const own = lines.slice(from, i)
    if (first && boundary) {
      blocks.push({
        lines: own,
        boundary,
        text: joined(own),
        gap: first.gap,
        pageTop: first.pageTop,
        short: own.every((line) => line.text.length < line.measure * SHORT),
      })
    }
    from = i
  }
  return blocks
}

function joined(lines: readonly LaidLine[]): string {
  return lines
    .map((line) => {
      if (line.hyphen === 'soft') return line.text.slice(0, -1)
      return line.hyphen === undefined ? `${line.text} ` : line.text
    })
    .join('')
    .trimEnd()
}
