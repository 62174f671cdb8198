/** A word of one text and that of another which is the same. */
export interface Pair {
  readonly at: number
  readonly other: number
}

/** Longest runs of words that are looked for elsewhere on the page. */
const WIDEST = 4

/**
 * Those pairs of an alignment that could not be aligned otherwise. Where a word was left out, its like
 * nearby may have been taken for it: so a word at the edge of a run must not stand in the gap beside it
 * too, and a run must hold some words that stand once in both texts. One word alone must also be as far
 * from one of its neighbours in one text as in the other. Linear.
 */
export function soundPairs(
  mine: readonly string[],
  theirs: readonly string[],
  pairs: readonly Pair[],
): readonly Pair[] {
  const runs = runsOf(pairs)
  const here = countsOf(mine)
  const there = countsOf(theirs)
  const gaps = [...runs, []].map((run, i) => {
    const [last, first] = [runs[i - 1]?.at(-1) ?? { at: -1, other: -1 }, run[0]]
    const own = mine.slice(last.at + 1, first?.at)
    const others = theirs.slice(last.other + 1, first?.other)
    return { words: new Set([...own, ...others]), isEven: own.length === others.length }
  })
  return runs.flatMap((run, i) => {
    const [before, after] = [gaps[i], gaps[i + 1]]
    const isIn = (gap: typeof before, pair: Pair | undefined): boolean =>
      pair !== undefined && gap?.words.has(mine[pair.at] ?? '') === true
    let [from, to] = [0, run.length]
    while (from < to && isIn(before, run[from])) from++
    while (to > from && isIn(after, run[to - 1])) to--
    const sure = run.slice(from, to)
    const isEven = before?.isEven === true || after?.isEven === true
    return sure.length > 1 || isEven ? sure.filter(heldBy(sure, mine, here, there)) : []
  })
}

/** Parts an alignment where a word of either text stands between. */
function runsOf(pairs: readonly Pair[]): readonly (readonly Pair[])[] {
  const runs: Pair[][] = []
  let last: Pair | undefined
  for (const pair of pairs) {
    const goesOn = last && last.at + 1 === pair.at && last.other + 1 === pair.other
    if (goesOn) runs.at(-1)?.push(pair)
    else runs.push([pair])
    last = pair
  }
  return runs
}

/** Whether a pair of a run is in a stretch of it that stands once in both texts. */
function heldBy(
  run: readonly Pair[],
  mine: readonly string[],
  here: ReadonlyMap<string, number>,
  there: ReadonlyMap<string, number>,
): (pair: Pair) => boolean {
  const held = new Set<number>()
  for (let width = 1; width <= Math.min(WIDEST, run.length); width++) {
    for (const { at } of run.slice(0, run.length - width + 1)) {
      const words = mine.slice(at, at + width).join(' ')
      if (here.get(words) !== 1 || there.get(words) !== 1) continue
      for (let i = 0; i < width; i++) held.add(at + i)
    }
  }
  return ({ at }) => held.has(at)
}

/** How often each run of words stands in a text. */
function countsOf(words: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (let width = 1; width <= WIDEST; width++) {
    for (let at = 0; at + width <= words.length; at++) {
      const run = words.slice(at, at + width).join(' ')
      counts.set(run, (counts.get(run) ?? 0) + 1)
    }
  }
  return counts
}
