import type { Edit } from '../../model/emendation.ts'
import { partitionPoint } from '../../model/partition-point.ts'
import { witnessOffset } from '../../model/reading.ts'
import type { Pass } from '../../model/rule.ts'
import type { Span } from '../../model/span.ts'
import type { View } from '../../model/view.ts'

const RULE = 'mark/stray-mark'

/** Marks that stand by themselves in no prose, between blanks. */
const ALONE = /[ \n][|¦~^`´'_\\•·■□◦¨]{1,3}(?=[ \n]|$)/gu
/** A block that has marks alone, of those that no printer sets for a divider. */
const SPECKS = /(?:^|\n)[.,:;|¦~^`´'’_\\·¨ ]{1,5}(?=\n|$)/gu
/** What a book has so often by itself, it uses. */
const USED = 12
/** Blocks whose marks are layout. */
const LAID_OUT = new Set(['row', 'entry', 'divider', 'verse-line'])

/**
 * Finds marks that a speck or the shadow of the binding has left: by themselves between blanks, or alone
 * in a paragraph. O(n).
 */
export const strayMark: Pass = (view) => {
  const { text } = view.reading
  const paragraphs = specks(view)
  const inSpecks = new Set(paragraphs.flatMap(({ from, to }) => offsets(from, to)))
  const found = [...text.matchAll(ALONE)].filter(
    ({ index }) => !inSpecks.has(index + 1) && mayBeStray(text, index),
  )
  const times = new Map<string, number>()
  for (const [printed] of found) {
    const mark = printed.slice(1)
    times.set(mark, (times.get(mark) ?? 0) + 1)
  }
  const alone = found.flatMap(({ 0: printed, index }): readonly Edit[] => {
    const mark = printed.slice(1)
    const often = times.get(mark) ?? 0
    if (often > USED || isLaidOut(view, index + 1)) return []
    const beginsBlock = printed.startsWith('\n')
    const end = index + printed.length
    // A blank goes with the mark, so that one is left.
    const from = beginsBlock ? index + 1 : index
    const to = beginsBlock && text.charAt(end) === ' ' ? end + 1 : end
    const elsewhere = often === 1 ? 'nowhere else' : `${often - 1} times elsewhere`
    return [
      edit(
        { from, to },
        mark,
        `«${mark}» stands between blanks here, and ${elsewhere} in the book`,
      ),
    ]
  })
  return [...alone, ...paragraphs]
}

/** Whether a mark is none of a list, a sum or a measure. */
function mayBeStray(text: string, at: number): boolean {
  const end = text.indexOf(' ', at + 1)
  const isBullet = text.charAt(at) === '\n' && /[•·■□◦~]/u.test(text.charAt(at + 1))
  const besideDigit = /\d/u.test(text.charAt(at - 1)) || /\d/u.test(text.charAt(end + 1))
  return !isBullet && !besideDigit
}

/** The paragraphs that hold no letter and no digit, but a speck or two. */
function specks(view: View): readonly Edit[] {
  const { text } = view.reading
  return [...text.matchAll(SPECKS)].flatMap(({ 0: printed, index }): readonly Edit[] => {
    const from = printed.startsWith('\n') ? index + 1 : index
    const to = index + printed.length
    const mark = text.slice(from, to)
    if (mark.trim() === '' || isLaidOut(view, from)) return []
    return [edit({ from, to }, mark, `«${mark}» stands alone where a paragraph would be`)]
  })
}

function offsets(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from }, (_, i) => from + i)
}

function isLaidOut({ markings: { blocks }, reading }: View, at: number): boolean {
  const place = witnessOffset(reading, at)
  const block = blocks[partitionPoint(blocks, ({ from }) => from <= place) - 1]
  return block !== undefined && place < block.to && LAID_OUT.has(block.role)
}

function edit({ from, to }: Span, mark: string, why: string): Edit {
  const cert = /[|¦~^`´\\¨]/u.test(mark) ? 'medium' : 'low'
  return {
    kind: 'edit',
    rule: RULE,
    error: 'ocr',
    from,
    to,
    corr: '',
    candidates: [''],
    cert,
    evidence: [why],
  }
}
