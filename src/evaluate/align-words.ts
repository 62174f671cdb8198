import { diffArrays } from 'diff'

/** A stretch of words in which two texts differ; half-open, and empty on one side at most. */
export interface Gap {
  readonly from: number
  readonly to: number
  readonly otherFrom: number
  readonly otherTo: number
}

/** Gaps of so many pairs of words are compared word by word, greater ones only between anchors. */
const SMALL = 1 << 16

/** Longest runs of words by which gaps are divided. */
const WIDEST = 4

/**
 * Aligns two texts of words and returns the gaps between what they share, in order.
 *
 * Runs of words that stand once in each text anchor the alignment, first single words, then longer
 * runs within what is left; the rest is small. O(n log n) where texts resemble each other. A gap in
 * which nothing stands once and that is not small is one gap.
 */
export function alignWords(one: readonly string[], other: readonly string[]): readonly Gap[] {
  const gaps: Gap[] = []
  const whole = { from: 0, to: one.length, otherFrom: 0, otherTo: other.length }
  const open: { gap: Gap; width: number }[] = [{ gap: whole, width: 1 }]
  for (let next = open.pop(); next; next = open.pop()) {
    const gap = trimmed(one, other, next.gap)
    const [length, otherLength] = [gap.to - gap.from, gap.otherTo - gap.otherFrom]
    if (length === 0 && otherLength === 0) continue
    if (length === 0 || otherLength === 0) {
      gaps.push(gap)
    } else if (length * otherLength <= SMALL) {
      gaps.push(...wordByWord(one, other, gap))
    } else if (next.width > WIDEST) {
      gaps.push(gap)
    } else {
      const anchors = anchorsOf(one, other, gap, next.width)
      const width = anchors.length > 0 ? 1 : next.width + 1
      // The last one goes in first: it is taken out last.
      for (const part of between(gap, anchors, next.width).reverse())
        open.push({ gap: part, width })
    }
  }
  return gaps
}

/** Without what both ends share. */
function trimmed(one: readonly string[], other: readonly string[], gap: Gap): Gap {
  let { from, to, otherFrom, otherTo } = gap
  while (from < to && otherFrom < otherTo && one[from] === other[otherFrom]) {
    from++
    otherFrom++
  }
  while (from < to && otherFrom < otherTo && one[to - 1] === other[otherTo - 1]) {
    to--
    otherTo--
  }
  return { from, to, otherFrom, otherTo }
}

/** Places at which the same run of words stands, once in each side of a gap, in order on both. */
function anchorsOf(
  one: readonly string[],
  other: readonly string[],
  gap: Gap,
  width: number,
): readonly (readonly [number, number])[] {
  const here = onceIn(one, gap.from, gap.to, width)
  const there = onceIn(other, gap.otherFrom, gap.otherTo, width)
  const pairs: [number, number][] = []
  for (const [run, at] of here) {
    const otherAt = there.get(run)
    if (at >= 0 && otherAt !== undefined && otherAt >= 0) pairs.push([at, otherAt])
  }
  return rising(pairs.sort(([a], [b]) => a - b))
}

/** By each run of words, where it stands; -1 when it stands more than once. */
function onceIn(
  words: readonly string[],
  from: number,
  to: number,
  width: number,
): ReadonlyMap<string, number> {
  const places = new Map<string, number>()
  for (let at = from; at + width <= to; at++) {
    const run = words.slice(at, at + width).join(' ')
    places.set(run, places.has(run) ? -1 : at)
  }
  return places
}

/** The longest choice of pairs that rises on both sides. O(n log n). */
function rising(
  pairs: readonly (readonly [number, number])[],
): readonly (readonly [number, number])[] {
  const tops: number[] = []
  const before: number[] = []
  pairs.forEach(([, value], i) => {
    let [low, high] = [0, tops.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((pairs[tops[middle] ?? 0]?.[1] ?? 0) < value) low = middle + 1
      else high = middle
    }
    before.push(tops[low - 1] ?? -1)
    tops[low] = i
  })
  const chosen: (readonly [number, number])[] = []
  for (let i = tops.at(-1) ?? -1; i >= 0; i = before[i] ?? -1) {
    const pair = pairs[i]
    if (pair) chosen.push(pair)
  }
  return chosen.reverse()
}

/** The parts of a gap that its anchors leave. Runs that overlap are let by. */
function between(gap: Gap, anchors: readonly (readonly [number, number])[], width: number): Gap[] {
  const parts: Gap[] = []
  let [from, otherFrom] = [gap.from, gap.otherFrom]
  for (const [at, otherAt] of anchors) {
    if (at < from || otherAt < otherFrom) continue
    parts.push({ from, to: at, otherFrom, otherTo: otherAt })
    from = at + width
    otherFrom = otherAt + width
  }
  parts.push({ from, to: gap.to, otherFrom, otherTo: gap.otherTo })
  return parts
}

function wordByWord(one: readonly string[], other: readonly string[], gap: Gap): readonly Gap[] {
  const gaps: Gap[] = []
  let [from, otherFrom] = [gap.from, gap.otherFrom]
  let [to, otherTo] = [from, otherFrom]
  const close = (): void => {
    if (to > from || otherTo > otherFrom) gaps.push({ from, to, otherFrom, otherTo })
  }
  const changes = diffArrays(one.slice(gap.from, gap.to), other.slice(gap.otherFrom, gap.otherTo))
  for (const { value, added, removed } of changes) {
    if (removed) to += value.length
    else if (added) otherTo += value.length
    else {
      close()
      from = to = to + value.length
      otherFrom = otherTo = otherTo + value.length
    }
  }
  close()
  return gaps
}
