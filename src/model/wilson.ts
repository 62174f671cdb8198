/** Where a share truly lies, from 0 to 1. */
export interface Interval {
  readonly from: number
  readonly to: number
}

/** The quantile of the normal distribution that leaves 2.5 % on each side. */
const Z = 1.959963984540054

/**
 * The 95 % score interval of a share; undefined where there is nothing to count.
 *
 * E. B. Wilson, “Probable inference, the law of succession, and statistical inference”, Journal of
 * the American Statistical Association 22 (1927), 209–212; without correction for continuity. Unlike
 * the common interval it says something of shares at 0 and 1, and never goes beyond them.
 */
export function wilson({
  hits,
  of,
}: {
  readonly hits: number
  readonly of: number
}): Interval | undefined {
  if (of === 0) return undefined
  const share = hits / of
  const z2 = (Z * Z) / of
  const middle = share + z2 / 2
  const half = Z * Math.sqrt((share * (1 - share) + z2 / 4) / of)
  // At the ends the formula is exact, and floating-point numbers are not.
  const from = hits === 0 ? 0 : (middle - half) / (1 + z2)
  const to = hits === of ? 1 : (middle + half) / (1 + z2)
  return { from, to }
}
