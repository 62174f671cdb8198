/** So many of so many. */
export interface Share {
  readonly hits: number
  readonly of: number
}

/** A share with two decimals: `3/4 = 75.00%`, or a dash where there is nothing to count. */
export function showShare({ hits, of }: Share): string {
  return of === 0 ? '–' : `${hits}/${of} = ${twoDecimals((100 * hits) / of)}%`
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
