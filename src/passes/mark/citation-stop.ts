import type { Edit } from '../../model/emendation.ts'
import type { Pass } from '../../model/rule.ts'

const RULE = 'mark/citation-stop'

/** A norm is one when a book follows it so often at least, and breaks it in no more than such a share. */
const CASES = 8
const SHARE = 0.25
/** In no more than such a share it is sure. */
const SURE = 0.2

/** Abbreviations of citations in books of any language. */
const LATIN = ['p', 'pp', 'vol', 'no', 'nos']

/** A short word or sign at the end of a text, and what parts it from the number that follows. */
const SIGN = /(?<![\p{L}\p{N}.-])(?<sign>\p{L}{1,4}|[№§])(?<stop>\.?)(?<blank> ?)$/u
/** As many characters before a number hold it. */
const BEFORE = 7

/** A sign before a number, and what stands between: nothing, a stop, a blank, or both. */
interface Citation {
  readonly sign: string
  readonly stop: string
  readonly blank: string
  readonly end: number
}

/**
 * Finds abbreviations and signs before numbers without the full stop or the blank that the book sets
 * there, or with one that it does not. O(n).
 */
export const citationStop: Pass = ({ reading: { text }, language }) => {
  const abbreviations = new Set([...language.citations, ...language.abbreviations, ...LATIN])
  const found = citationsIn(text)
  const stops = new Uses()
  const blanks = new Uses()
  for (const { sign, stop, blank } of found) {
    stops.count(sign, stop)
    blanks.count(sign + stop, blank)
  }
  return found.flatMap((citation): readonly Edit[] => {
    const { sign, stop, blank, end } = citation
    const stopUse = stops.against(sign, stop)
    const due = stopUse?.usual ?? stop
    const blankUse = blanks.against(sign + due, blank)
    const corr = due + (blankUse?.usual ?? blank)
    const use = stopUse ?? blankUse
    if (!use) return []
    const sure = abbreviations.has(sign.toLowerCase()) || /[№§]/u.test(sign)
    return [
      {
        kind: 'edit',
        rule: RULE,
        error: stopUse ? 'punctuation' : 'space',
        from: end,
        to: end + stop.length + blank.length,
        corr,
        candidates: [corr],
        cert: sure && use.other <= (use.times + use.other) * SURE ? 'high' : 'medium',
        evidence: [
          `before a number the book sets «${sign}${corr}» ${use.times} times, otherwise ${use.other} times`,
        ],
      },
    ]
  })
}

function citationsIn(text: string): readonly Citation[] {
  return [...text.matchAll(/\d+/gu)].flatMap(({ index }): readonly Citation[] => {
    const {
      sign,
      stop = '',
      blank = '',
    } = SIGN.exec(text.slice(Math.max(0, index - BEFORE), index))?.groups ?? {}
    if (sign === undefined) return []
    return [{ sign, stop, blank, end: index - stop.length - blank.length }]
  })
}

/** What the book does otherwise, how often, and how often it does as here. */
interface Use {
  readonly usual: string
  readonly times: number
  readonly other: number
}

/** How often a book sets one thing or another in places of a kind. */
class Uses {
  readonly #counts = new Map<string, Map<string, number>>()

  count(kind: string, what: string): void {
    const counts = this.#counts.get(kind) ?? new Map<string, number>()
    counts.set(what, (counts.get(what) ?? 0) + 1)
    this.#counts.set(kind, counts)
  }

  /** The use of the book that `what` breaks, if it has one. */
  against(kind: string, what: string): Use | undefined {
    const counts = [...(this.#counts.get(kind) ?? [])].sort((a, b) => b[1] - a[1])
    const [usual, times] = counts[0] ?? ['', 0]
    const other = counts.slice(1).reduce((sum, [, n]) => sum + n, 0)
    if (usual === what || times < CASES || other > (times + other) * SHARE) return undefined
    return { usual, times, other }
  }
}
