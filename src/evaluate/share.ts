/** So many of so many. */
export interface Share {
  readonly hits: number
  readonly of: number
}

/** A share with two decimals: `3/4 = 75.00%`, or a dash where there is nothing to count. */
export function showShare({ hits, of }: Share): string {
  return of === 0 ? '–' : `${hits}/${of} = ${percent(hits, of)}`
}

/** A part of a whole as a percentage with two decimals. */
export function percent(part: number, whole = 1): string {
  return `${twoDecimals((100 * part) / whole)}%`
}

/** The share as a number from 0 to 1; 1 where there is nothing to count. */
export function ratio({ hits, of }: Share): number {
  return of === 0 ? 1 : hits / of
}

/** Rounds half to even where the half is exact, as Python does. */
function twoDecimals(value: number): string {
  const scaled = value * 100
  const floor = Math.floor(scaled)
  if (scaled - floor === 0.5 && floor % 2 === 0) return (floor / 100).toFixed(2)
  return value.toFixed(2)
}
