/** Longer products of the two lengths are not aligned: the edit is no correction of a word or two. */
const LARGEST = 1 << 22

/**
 * Shares `corr` out among the stretches of `sic`: each character that was kept or exchanged goes to
 * the stretch of the character that it stands for, an inserted one to the stretch before it. The
 * alignment is the one with the fewest changes; of equal ones that which changes late.
 *
 * Law: the shares, joined, are `corr`. O(length of `sic` × length of `corr`); undefined where that
 * is more than four million.
 */
export function share(stretches: readonly string[], corr: string): readonly string[] | undefined {
  if (stretches.length <= 1) return stretches.length === 0 ? [] : [corr]
  const sic = stretches.join('')
  if ((sic.length + 1) * (corr.length + 1) > LARGEST) return undefined
  const ends = endsInCorr(sic, corr)
  let at = 0
  let begun = 0
  return stretches.map((stretch, i) => {
    at += stretch.length
    const end = i === stretches.length - 1 ? corr.length : (ends[at] ?? corr.length)
    const taken = corr.slice(begun, end)
    begun = end
    return taken
  })
}

/**
 * For each place in `sic` where its characters before it end in `corr`, insertions at the place
 * included.
 */
function endsInCorr(sic: string, corr: string): Uint32Array {
  const width = corr.length + 1
  const cost = costs(sic, corr)
  const ends = new Uint32Array(sic.length + 1)
  let i = 0
  let j = 0
  while (i < sic.length || j < corr.length) {
    const left = cost[i * width + j] ?? 0
    const exchange = sic[i] === corr[j] ? 0 : 1
    if (i < sic.length && j < corr.length && left === next(1, 1) + exchange) {
      i++
      j++
    } else if (j < corr.length && left === next(0, 1) + 1) {
      j++
    } else {
      i++
    }
    ends[i] = j
  }
  return ends

  function next(down: number, right: number): number {
    return cost[(i + down) * width + j + right] ?? 0
  }
}

/** Levenshtein's distances of all ends of `sic` and `corr`, row by row. */
function costs(sic: string, corr: string): Uint32Array {
  const width = corr.length + 1
  const cost = new Uint32Array((sic.length + 1) * width)
  const at = (i: number, j: number): number => cost[i * width + j] ?? 0
  for (let i = sic.length; i >= 0; i--) {
    for (let j = corr.length; j >= 0; j--) {
      if (i === sic.length) cost[i * width + j] = corr.length - j
      else if (j === corr.length) cost[i * width + j] = sic.length - i
      else {
        const exchange = at(i + 1, j + 1) + (sic[i] === corr[j] ? 0 : 1)
        cost[i * width + j] = Math.min(exchange, at(i + 1, j) + 1, at(i, j + 1) + 1)
      }
    }
  }
  return cost
}
