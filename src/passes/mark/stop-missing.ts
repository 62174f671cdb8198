import type { Edit } from '../../model/emendation.ts'
import { witnessOffset } from '../../model/reading.ts'
import type { Pass } from '../../model/rule.ts'

const RULE = 'mark/stop-missing'

/** A shorter paragraph may be a title or a line of its own. */
const LONG = 120
/** Paragraphs must end with a mark in so many of a hundred cases for one without to be an error. */
const SHARE = 0.9

/** What a paragraph ends with that has a mark at its end, and no more marks that close something. */
const ENDED = /[.!?…:;,–—-][»”“"']*$|[!?…][»”“"')\]]*$|[^\p{L}\p{N}»”“"')\].]$/u
const CLOSERS = 16

/** Finds paragraphs that end without a mark. */
export const stopMissing: Pass = (view) => {
  const { reading, markings } = view
  const paragraphs = new Set(
    markings.blocks.filter(({ role }) => role === 'paragraph').map(({ from }) => from),
  )
  const calls = new Set(markings.of('call').map(({ to }) => to))
  const ends: { at: number; ended: boolean; next: string }[] = []
  let from = 0
  const blocks = reading.text.split('\n')
  blocks.forEach((block, i) => {
    const at = from + block.length
    if (block.length >= LONG && paragraphs.has(witnessOffset(reading, from))) {
      const called = calls.has(witnessOffset(reading, at - 1) + 1)
      const shown = called ? block.replace(/[\p{N}ivxl*]+$/u, '') : block
      ends.push({
        at: from + shown.length,
        ended: ENDED.test(shown.slice(-CLOSERS)) || (shown.endsWith(')') && isSentence(shown)),
        next: blocks[i + 1] ?? '',
      })
    }
    from = at + 1
  })
  const without = ends.filter(({ ended }) => !ended)
  if (ends.length < 20 || without.length > ends.length * (1 - SHARE)) return []
  return without
    .filter(({ next }) => !/^\p{Ll}/u.test(next))
    .map(
      ({ at }): Edit => ({
        kind: 'edit',
        rule: RULE,
        error: 'punctuation',
        from: at,
        to: at,
        corr: '.',
        candidates: ['.'],
        cert: 'medium',
        evidence: [
          `${ends.length - without.length} of ${ends.length} paragraphs end with a mark, this one does not`,
        ],
      }),
    )
}

/** Whether a block ends with a sentence that stands in brackets by itself. */
function isSentence(block: string): boolean {
  const inside = /[.!?…] \((?<said>[^()]*)\)$/u.exec(block)?.groups?.said
  return inside !== undefined && /^\p{Lu}.*[.!?…]$/u.test(inside)
}
