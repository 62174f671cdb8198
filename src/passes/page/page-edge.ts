import { type FolioReading, folioReadings } from './folio-reading.ts'
import type { NumberReading } from './page-numbers.ts'
import type { SheetLine } from './page-sheet.ts'

/** A line near the head or the foot of a page. */
export interface EdgeLine {
  readonly row: SheetLine
  readonly place: 'top' | 'bottom'
  /** How many printed lines stand between it and the edge. */
  readonly nth: number
  /** Whether a blank line parts it from the text of the page. */
  readonly isolated: boolean
  /** How far it is indented against the lines of its page. */
  readonly indent: number
  readonly readings: readonly FolioReading[]
}

/** The lines near the edges of a page, from the edge inwards, and the numbers on them. */
export interface PageEdges {
  readonly top: readonly EdgeLine[]
  readonly bottom: readonly EdgeLine[]
  readonly readings: readonly EdgeReading[]
}

/** A number at the edge of a page that may be the page's. */
export interface EdgeReading extends NumberReading {
  readonly edge: EdgeLine
  readonly reading: FolioReading
}

/** How many printed lines at the head and at the foot of a page may be forme work. */
const TOP = 2
const BOTTOM = 3

/** The edges of a page, of its printed lines. */
export function edgesOf(lines: readonly SheetLine[]): PageEdges {
  let margin = Infinity
  for (const { indent } of lines) margin = Math.min(margin, indent)
  const edge = (place: EdgeLine['place']) => {
    return (row: SheetLine, nth: number): EdgeLine => {
      const inner = lines[place === 'top' ? nth + 1 : lines.length - nth - 2]
      const isolated = inner === undefined || Math.abs(inner.line - row.line) > 1
      const indent = row.indent - margin
      return { row, place, nth, isolated, indent, readings: folioReadings(row.text) }
    }
  }
  const top = lines.slice(0, TOP).map(edge('top'))
  const bottom = lines.slice(Math.max(0, lines.length - BOTTOM)).reverse()
  const edges = { top, bottom: bottom.map(edge('bottom')) }
  const readings = [...edges.top, ...edges.bottom].flatMap((line) =>
    line.readings.map((reading) => ({
      value: reading.value,
      roman: reading.roman,
      weight: weightOf(line, reading),
      edge: line,
      reading,
    })),
  )
  return { ...edges, readings }
}

function weightOf({ isolated, nth, place }: EdgeLine, reading: FolioReading): number {
  const { shape, roman, loose } = reading
  const beside = place === 'top' ? 0.2 : 0.05
  const own = shape === 'alone' ? (isolated ? 2 : 1.2) : shape === 'apart' ? 1 : beside
  return own * (nth === 0 ? 1 : 0.5) * (roman ? 0.8 : 1) * (loose ? 0.2 : 1)
}
