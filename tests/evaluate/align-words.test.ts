import { diffArrays } from 'diff'
import { expect, test } from 'vitest'
import { alignWords } from '../../src/evaluate/align-words.ts'
import { mulberry32 } from '../support/random.ts'

/** A text of words that come back as those of a language do. */
function words(count: number, random: () => number): string[] {
  return Array.from({ length: count }, () => `w${Math.floor(20 / (random() + 0.0005))}`)
}

/** The same text with some words lost, doubled or changed. */
function damaged(text: readonly string[], share: number, random: () => number): string[] {
  return text.flatMap((word) => {
    if (random() >= share) return [word]
    const what = random()
    if (what < 0.33) return []
    return what < 0.66 ? [word, word] : [`${word}x`]
  })
}

function patched(one: readonly string[], other: readonly string[]): string[] {
  const made: string[] = []
  let at = 0
  for (const gap of alignWords(one, other)) {
    made.push(...one.slice(at, gap.from), ...other.slice(gap.otherFrom, gap.otherTo))
    at = gap.to
  }
  return [...made, ...one.slice(at)]
}

test('Texts that are equal have no gap.', () => {
  expect(alignWords([], [])).toEqual([])
  expect(alignWords(['a', 'b', 'a'], ['a', 'b', 'a'])).toEqual([])
})

test('A text that is not there is one gap.', () => {
  expect(alignWords(['a', 'b'], [])).toEqual([{ from: 0, to: 2, otherFrom: 0, otherTo: 0 }])
  expect(alignWords([], ['a'])).toEqual([{ from: 0, to: 0, otherFrom: 0, otherTo: 1 }])
})

test('A text whose words all stand often is compared too.', () => {
  const one = Array.from({ length: 2000 }, (_, i) => (i % 3 === 0 ? 'a' : 'b'))
  const other = [...one.slice(0, 700), 'c', ...one.slice(702)]
  expect(alignWords(one, other)).toEqual([{ from: 700, to: 702, otherFrom: 700, otherTo: 701 }])
})

test('What the gaps say makes one text of the other, in hardly more words than the best way.', () => {
  const random = mulberry32(11)
  let gaps = 0
  for (let round = 0; round < 40; round++) {
    const one = words(900, random)
    const other = damaged(one, 0.04, random)
    expect(patched(one, other)).toEqual(other)
    const cost = alignWords(one, other).reduce(
      (sum, gap) => sum + gap.to - gap.from + gap.otherTo - gap.otherFrom,
      0,
    )
    let least = 0
    for (const { added, removed, value } of diffArrays(one, other)) {
      if (added || removed) least += value.length
    }
    gaps += alignWords(one, other).length
    expect(cost).toBeLessThanOrEqual(least * 1.05 + 4)
  }
  expect(gaps).toBeGreaterThan(500)
})

test('Fifty thousand words with thousands of differences take less than two seconds.', () => {
  const random = mulberry32(3)
  const one = words(50_000, random)
  const other = damaged(one, 0.1, random)
  const begun = performance.now()
  const gaps = alignWords(one, other)
  expect(performance.now() - begun).toBeLessThan(2000)
  expect(gaps.length).toBeGreaterThan(3000)
})
