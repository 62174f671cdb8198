/**
 * Whether Levenshtein's distance of two strings is at most `limit`: two rows, in the band of
 * `limit` around the diagonal (Ukkonen 1985), given up as soon as a row exceeds it.
 */
export function isWithin(a: string, b: string, limit: number): boolean {
  if (Math.abs(a.length - b.length) > limit || lettersApart(a, b) > limit * 2) return false
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = new Array<number>(b.length + 1).fill(limit + 1)
    if (i <= limit) next[0] = i
    let least = next[0] ?? limit + 1
    for (let j = Math.max(1, i - limit); j <= Math.min(b.length, i + limit); j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const cost = Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1)
      next[j] = cost
      if (cost < least) least = cost
    }
    if (least > limit) return false
    row = next
  }
  return (row[b.length] ?? 0) <= limit
}

/** How often each letter stands in one string more than in the other; letters share their places. */
const surplus = new Int16Array(64)

/**
 * How many letters of two strings have no partner, at least: twice their distance or less. A cheap way
 * to see that it is too great.
 */
function lettersApart(a: string, b: string): number {
  surplus.fill(0)
  for (let i = 0; i < a.length; i++) bump(a.charCodeAt(i), 1)
  for (let i = 0; i < b.length; i++) bump(b.charCodeAt(i), -1)
  let apart = 0
  for (const one of surplus) apart += Math.abs(one)
  return apart
}

function bump(unit: number, by: number): void {
  surplus[unit & 63] = (surplus[unit & 63] ?? 0) + by
}
