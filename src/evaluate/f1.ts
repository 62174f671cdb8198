import { ratio, type Share } from './share.ts'

/** The harmonic mean of precision and recall, from 0 to 1. */
export function f1(precision: Share, recall: Share): number {
  const [p, r] = [ratio(precision), ratio(recall)]
  return p + r === 0 ? 0 : (2 * p * r) / (p + r)
}
