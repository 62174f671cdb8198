/**
 * Where a sorted list changes from elements for which `isBefore` holds to those for which it does not:
 * the index of the first of the latter, or the length. O(log n).
 */
export function partitionPoint<T>(sorted: readonly T[], isBefore: (element: T) => boolean): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const element = sorted[middle]
    if (element !== undefined && isBefore(element)) low = middle + 1
    else high = middle
  }
  return low
}
