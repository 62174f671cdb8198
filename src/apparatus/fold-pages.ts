import type { PageDecision, PageReview } from '../model/decision.ts'
import type { Notice } from '../model/notice.ts'
import type { Span } from '../model/span.ts'
import type { Witness } from '../model/witness.ts'

/** The last word of an editor on a page, with its place; the oldest first. */
export interface PageWord {
  readonly decision: PageDecision
  readonly spans: readonly Span[] | undefined
}

/**
 * How far each page is: what was said of it last. Only what another person has reviewed can be
 * verified; else it counts as reviewed, and a notice says so. O(n log n) in the decisions.
 */
export function foldPages(
  witness: Witness,
  words: readonly PageWord[],
): { readonly pages: readonly PageReview[]; readonly notices: readonly Notice[] } {
  const byPage = new Map<number, PageDecision[]>()
  for (const { decision, spans } of words) {
    const from = spans?.[0]?.from
    if (from === undefined || decision.act === 'clear') continue
    const said = byPage.get(from)
    if (said) said.push(decision)
    else byPage.set(from, [decision])
  }
  const pages: PageReview[] = []
  const notices: Notice[] = []
  for (const [from, said] of [...byPage].sort(([a], [b]) => a - b)) {
    const last = said.at(-1)
    if (!last) continue
    const { by, target } = last
    const alone = target.value === 'verified' && !said.some((one) => hasReviewed(one, by))
    pages.push({ from, state: alone ? 'reviewed' : target.value, by })
    if (alone) notices.push(verifiedAlone(witness.lines.at(from), by))
  }
  return { pages, notices }
}

function hasReviewed({ by, target: { value } }: PageDecision, verifier: string): boolean {
  return by !== verifier && (value === 'reviewed' || value === 'verified')
}

function verifiedAlone(line: number, by: string): Notice {
  return {
    kind: 'notice',
    code: 'page-verified-alone',
    line,
    message: `Unexpected verification by ${by}, expected one by a second person; nobody else has reviewed the page, and it counts as reviewed`,
  }
}
