/**
 * For each UTF-16 unit of a text, the one that stands in its place in another copy of it, or -1.
 * White space has no place. O(n × m) where the texts differ, O(n) where they differ in blanks only.
 */
export function alignCharacters(old: string, now: string): Int32Array {
  const left = inked(old)
  const right = inked(now)
  const places = new Int32Array(old.length).fill(-1)
  const same = left.length === right.length && left.every((at, i) => old[at] === now[right[i] ?? 0])
  const pairs = same
    ? left.map((at, i) => [at, right[i] ?? -1] as const)
    : edit(old, now, left, right)
  for (const [from, to] of pairs) places[from] = to
  return places
}

/** The places of all that can be seen. */
function inked(text: string): readonly number[] {
  return [...text.matchAll(/\S/gu)].map(({ index }) => index)
}

/** The cheapest way from one to the other, as pairs of places that stand for each other. */
function edit(
  old: string,
  now: string,
  left: readonly number[],
  right: readonly number[],
): readonly (readonly [number, number])[] {
  const width = right.length + 1
  const costs = new Uint16Array((left.length + 1) * width)
  for (let j = 1; j < width; j++) costs[j] = 2 * j
  for (let i = 1; i <= left.length; i++) {
    costs[i * width] = 2 * i
    const a = old[left[i - 1] ?? 0] ?? ''
    for (let j = 1; j < width; j++) {
      const b = now[right[j - 1] ?? 0] ?? ''
      const aligned = (costs[(i - 1) * width + j - 1] ?? 0) + priceOf(a, b)
      const gone = (costs[(i - 1) * width + j] ?? 0) + 2
      const come = (costs[i * width + j - 1] ?? 0) + 2
      costs[i * width + j] = Math.min(aligned, gone, come)
    }
  }
  const pairs: (readonly [number, number])[] = []
  let i = left.length
  let j = right.length
  while (i > 0 && j > 0) {
    const from = left[i - 1] ?? 0
    const to = right[j - 1] ?? 0
    const cost = costs[i * width + j]
    if (cost === (costs[(i - 1) * width + j - 1] ?? 0) + priceOf(old[from] ?? '', now[to] ?? '')) {
      pairs.push([from, to])
      i--
      j--
    } else if (cost === (costs[(i - 1) * width + j] ?? 0) + 2) i--
    else j--
  }
  return pairs
}

/** A letter for a letter is dearer than a mark for a mark; one for the other is dearer still. */
function priceOf(a: string, b: string): number {
  if (a === b) return 0
  return isWord(a) && isWord(b) ? 2 : 3
}

function isWord(character: string): boolean {
  return /[\p{L}\p{N}]/u.test(character)
}
