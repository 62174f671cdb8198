import type { Boundary } from './block-boundary.ts'
import type { LaidLine } from './laid-line.ts'

/** Lines that are kept as they are: the rows of a table, the entries of a table of contents. */
export interface LineRun {
  readonly role: 'table' | 'contents'
  /** The lines of each row or entry. */
  readonly blocks: readonly (readonly LaidLine[])[]
  readonly why: string
}

/** What a line is within the runs of a text. */
export interface RunPlace {
  readonly run: LineRun
  /** Whether a row or entry begins with the line. */
  readonly begins: boolean
}

/** Where each line of the runs stands. */
export function placesIn(runs: readonly LineRun[]): ReadonlyMap<LaidLine, RunPlace> {
  const places = new Map<LaidLine, RunPlace>()
  for (const run of runs) {
    for (const block of run.blocks) {
      block.forEach((line, i) => {
        places.set(line, { run, begins: i === 0 })
      })
    }
  }
  return places
}

/** The boundaries of a text in which the runs have their own. */
export function withRuns(
  lines: readonly LaidLine[],
  boundaries: readonly Boundary[],
  places: ReadonlyMap<LaidLine, RunPlace>,
): readonly Boundary[] {
  return boundaries.map((boundary, i) => {
    const line = lines[i]
    const before = lines[i - 1]
    const place = line && places.get(line)
    if (place) return { begins: place.begins, why: place.run.why }
    const ends = before !== undefined && places.has(before)
    return ends ? { begins: true, why: 'the lines kept as they are end before it' } : boundary
  })
}
