import { alignWords, type Gap } from '../../src/evaluate/align-words.ts'

/** What the reading of pictures got wrong, and what became of it. */
export interface OcrFigures {
  readonly words: number
  /** Words that were read wrong. */
  readonly misread: number
  /** Wrong before and right after. */
  readonly mended: number
  /** Right before and wrong after. */
  readonly harmed: number
  /** Of the truth, blanks between words among them. */
  readonly characters: number
  /** Characters to be put in, taken out or replaced until the truth stands there. */
  readonly wrongBefore: number
  readonly wrongAfter: number
}

/** A word that was made right or wrong, with the words before it. */
export interface OcrChange {
  readonly what: 'mended' | 'harmed'
  readonly before: string
  readonly word: string
}

export interface OcrComparison {
  readonly figures: OcrFigures
  readonly changes: readonly OcrChange[]
  /** Words that are still wrong: the truth, and what stands there. */
  readonly left: readonly (readonly [truth: string, text: string])[]
}

/**
 * Holds a text, as it was read and as it was mended, against its truth. A word is what stands between
 * blanks, the marks beside it among it. Both are aligned with the truth in the same way. O(n) where
 * they resemble it.
 */
export function compareReadings(truth: string, before: string, after: string): OcrComparison {
  const words = wordsOf(truth)
  const one = against(words, wordsOf(before))
  const other = against(words, wordsOf(after))
  const changes = words.flatMap((word, i): readonly OcrChange[] => {
    const [was, is] = [one.right[i], other.right[i]]
    if (was === is) return []
    return [{ what: is ? 'mended' : 'harmed', before: words.slice(i - 2, i).join(' '), word }]
  })
  const count = (what: OcrChange['what']): number =>
    changes.filter((change) => change.what === what).length
  const figures = {
    words: words.length,
    misread: one.right.filter((right) => !right).length,
    mended: count('mended'),
    harmed: count('harmed'),
    characters: words.join(' ').length,
    wrongBefore: one.wrong,
    wrongAfter: other.wrong,
  }
  return { figures, changes, left: other.gaps }
}

export function sumOcr(all: readonly OcrFigures[]): OcrFigures {
  const sum = (of: (one: OcrFigures) => number): number => all.reduce((n, one) => n + of(one), 0)
  return {
    words: sum(({ words }) => words),
    misread: sum(({ misread }) => misread),
    mended: sum(({ mended }) => mended),
    harmed: sum(({ harmed }) => harmed),
    characters: sum(({ characters }) => characters),
    wrongBefore: sum(({ wrongBefore }) => wrongBefore),
    wrongAfter: sum(({ wrongAfter }) => wrongAfter),
  }
}

function wordsOf(text: string): readonly string[] {
  return text.split(/\s+/u).filter((word) => word !== '')
}

interface Against {
  /** Of each word of the truth, whether it stands there. */
  readonly right: readonly boolean[]
  readonly wrong: number
  readonly gaps: readonly (readonly [string, string])[]
}

function against(truth: readonly string[], words: readonly string[]): Against {
  const right = truth.map(() => true)
  const gaps = alignWords(truth, words).map((gap): readonly [string, string] => {
    right.fill(false, gap.from, gap.to)
    return textsOf(gap, truth, words)
  })
  return { right, gaps, wrong: gaps.reduce((sum, [a, b]) => sum + distance(a, b), 0) }
}

/** Each side of a gap; a word that is missing or too many goes with the blank before it. */
function textsOf(
  { from, to, otherFrom, otherTo }: Gap,
  truth: readonly string[],
  words: readonly string[],
): readonly [string, string] {
  const text = (part: readonly string[]): string => part.map((word) => ` ${word}`).join('')
  return [text(truth.slice(from, to)), text(words.slice(otherFrom, otherTo))]
}

/** The least number of characters to put in, take out or replace. O(length × length). */
export function distance(one: string, other: string): number {
  let costs = Array.from({ length: other.length + 1 }, (_, j) => j)
  for (let i = 1; i <= one.length; i++) {
    const next = [i]
    for (let j = 1; j <= other.length; j++) {
      const replaced = (costs[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1)
      next.push(Math.min(replaced, (costs[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    costs = next
  }
  return costs[other.length] ?? 0
}
