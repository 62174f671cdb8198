/** Lines of two texts that hold the same words, as indices. One of the sides may be empty. */
export interface Pair {
  readonly old: readonly number[]
  readonly now: readonly number[]
}

/** How many lines of each side a step takes: one for one, split, run together, lost, come. */
const STEPS = [
  [1, 1],
  [1, 2],
  [2, 1],
  [1, 3],
  [3, 1],
  [1, 0],
  [0, 1],
] as const

/** Less alike than this, two lines are not the same. */
const ALIKE = 0.35

/** What a line that is split or run together costs, in characters. */
const PRICE = 1

/** How far from the diagonal lines are looked for, beyond the difference of the two numbers. */
const BAND = 8

/**
 * Finds which lines of a page are which lines of another copy of it, in order. White space counts
 * for nothing. O(lines × band × length) between lines that are equal.
 */
export function alignLines(old: readonly string[], now: readonly string[]): readonly Pair[] {
  const before = old.map(tight)
  const after = now.map(tight)
  const pairs: Pair[] = []
  let [i, j] = [0, 0]
  for (const [to, end] of [...equalLines(before, after), [old.length, now.length] as const]) {
    const between = alignBetween(before.slice(i, to), after.slice(j, end))
    const [up, left] = [i, j]
    for (const pair of between) {
      pairs.push({ old: pair.old.map((n) => n + up), now: pair.now.map((n) => n + left) })
    }
    if (to < old.length) pairs.push({ old: [to], now: [end] })
    i = to + 1
    j = end + 1
  }
  return pairLeftovers(pairs, before, after)
}

/** Shorter lines say too little to tell the others where they stand. */
const TELLING = 12

/** The longest row of lines that stand once on each side, in the same order. O(lines²). */
function equalLines(
  before: readonly string[],
  after: readonly string[],
): readonly (readonly [number, number])[] {
  const known = before.flatMap((line, i) => {
    const j = after.indexOf(line)
    const once = j >= 0 && after.indexOf(line, j + 1) < 0 && before.indexOf(line) === i
    return once && before.indexOf(line, i + 1) < 0 && line.length >= TELLING
      ? [[i, j] as const]
      : []
  })
  const rows: (readonly (readonly [number, number])[])[] = []
  for (const one of known) {
    const longest = rows.reduce<readonly (readonly [number, number])[]>((best, row) => {
      return row.length > best.length && (row.at(-1)?.[1] ?? 0) < one[1] ? row : best
    }, [])
    rows.push([...longest, one])
  }
  return rows.reduce((best, row) => (row.length > best.length ? row : best), [])
}

/** The likeliest way from the lines of one side to those of the other. */
function alignBetween(before: readonly string[], after: readonly string[]): readonly Pair[] {
  const band = BAND + Math.abs(before.length - after.length)
  const width = after.length + 1
  const best = new Float64Array((before.length + 1) * width).fill(-1)
  const chosen = new Int8Array(best.length).fill(-1)
  best[0] = 0
  for (let i = 0; i <= before.length; i++) {
    for (let j = Math.max(0, i - band); j <= Math.min(after.length, i + band); j++) {
      STEPS.forEach(([up, left], step) => {
        const from = i < up || j < left ? -1 : (best[(i - up) * width + j - left] ?? -1)
        if (from < 0) return
        const gain =
          up === 0 || left === 0 ? 0 : gainOf(before.slice(i - up, i), after.slice(j - left, j))
        if (gain < 0 || from + gain <= (best[i * width + j] ?? -1)) return
        best[i * width + j] = from + gain
        chosen[i * width + j] = step
      })
    }
  }
  return trace(chosen, before.length, after.length)
}

function trace(chosen: Int8Array, old: number, now: number): readonly Pair[] {
  const pairs: Pair[] = []
  let i = old
  let j = now
  while (i > 0 || j > 0) {
    const [up, left] = STEPS[chosen[i * (now + 1) + j] ?? -1] ?? [i, j]
    pairs.push({ old: range(i - up, i), now: range(j - left, j) })
    i -= up
    j -= left
  }
  return pairs.reverse()
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from }, (_, i) => from + i)
}

/** Lines without likeness between two pairs, as many on one side as on the other: they are pairs. */
function pairLeftovers(
  pairs: readonly Pair[],
  before: readonly string[],
  after: readonly string[],
): readonly Pair[] {
  const found: Pair[] = []
  let old: number[] = []
  let now: number[] = []
  const settle = (): void => {
    const fit =
      old.length === now.length &&
      old.every((i, n) => isOfLength(before[i] ?? '', after[now[n] ?? 0] ?? ''))
    if (fit) old.forEach((i, n) => void found.push({ old: [i], now: now.slice(n, n + 1) }))
    else {
      for (const i of old) found.push({ old: [i], now: [] })
      for (const j of now) found.push({ old: [], now: [j] })
    }
    old = []
    now = []
  }
  for (const pair of pairs) {
    if (pair.old.length > 0 && pair.now.length > 0) {
      settle()
      found.push(pair)
    } else {
      old.push(...pair.old)
      now.push(...pair.now)
    }
  }
  settle()
  return found
}

/** Whether both could be the same; what has no letters is never the same as a line of many. */
function isOfLength(old: string, now: string): boolean {
  const bare = !/[\p{L}\p{N}]/u.test(old)
  if (bare && now.length > 8 && /[\p{L}\p{N}]/u.test(now)) return false
  return bare || (now.length >= old.length * 0.4 && old.length >= now.length * 0.4)
}

/** Characters that both have in common, as pairs of neighbours; less than 0 where they are not alike. */
function gainOf(old: readonly string[], now: readonly string[]): number {
  const left = `\n${old.join('')}\n`
  const right = `\n${now.join('')}\n`
  const total = left.length + right.length - 2
  const longest = 2 * (Math.min(left.length, right.length) - 1)
  if (longest < ALIKE * total) return -1
  const common = left === right ? left.length - 1 : commonPairs(left, right)
  if (2 * common < ALIKE * total) return -1
  return 2 * common - PRICE * (old.length + now.length - 2)
}

function commonPairs(left: string, right: string): number {
  const counts = new Map<string, number>()
  for (let i = 1; i < left.length; i++) {
    const pair = left.slice(i - 1, i + 1)
    counts.set(pair, (counts.get(pair) ?? 0) + 1)
  }
  let common = 0
  for (let i = 1; i < right.length; i++) {
    const pair = right.slice(i - 1, i + 1)
    const count = counts.get(pair) ?? 0
    if (count === 0) continue
    counts.set(pair, count - 1)
    common++
  }
  return common
}

function tight(text: string): string {
  return text.replace(/\s+/gu, '')
}
