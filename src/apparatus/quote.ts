import type { Correction } from '../model/correction.ts'
import type {
  CorrectionTarget,
  MarkingTarget,
  PageDecision,
  PageState,
  Quotation,
  RuleDecision,
  WordDecision,
} from '../model/decision.ts'
import { isBlank } from '../model/flow.ts'
import type { Marking } from '../model/marking.ts'
import type { Span } from '../model/span.ts'
import type { Witness } from '../model/witness.ts'
import { correctionIds, markingIds } from './identify.ts'

/** How many printed characters before and after a place a quotation has, where there are so many. */
export const AROUND = 32

/** How many characters of a marking are quoted: a heading, not a chapter. */
const QUOTED = 64

/**
 * Quotes a stretch of the witness with the 32 printed characters before and after it. Runs of white
 * space in these are one blank, so that a new extraction with other line ends has them too.
 */
export function quotationOf(witness: Witness, span: Span): Quotation {
  const { text, lines } = witness
  const line = lines.at(span.from)
  return {
    line,
    from: span.from - lines.from(line),
    exact: text.slice(span.from, span.to),
    prefix: squeezed(text.slice(before(text, span.from), span.from)),
    suffix: squeezed(text.slice(span.to, behind(text, span.to))),
  }
}

/**
 * What a decision on a correction is bound to. `corr` is another reading, where an editor sets one: it
 * stands whole at the first part, and the target bears the id of the edit that it makes.
 */
export function correctionTarget(
  witness: Witness,
  correction: Correction,
  corr?: string,
): CorrectionTarget {
  const { id, sic } = correction
  const parts = correction.parts.map((part, i) => {
    return { ...part, corr: corr === undefined ? part.corr : i === 0 ? corr : '' }
  })
  return {
    kind: 'correction',
    // To read what is printed is to say no to the entry itself.
    id: corr === undefined || corr === sic ? id : (correctionIds(witness, [parts])[0] ?? id),
    parts: parts.map((part) => ({ ...quotationOf(witness, part), corr: part.corr })),
    sic,
    corr: corr ?? correction.corr,
  }
}

/** What an editor's own emendation is bound to, where nothing was proposed. */
export function emendationTarget(witness: Witness, span: Span, corr: string): CorrectionTarget {
  const part = { ...span, corr }
  return {
    kind: 'correction',
    id: correctionIds(witness, [[part]])[0] ?? '',
    parts: [{ ...quotationOf(witness, span), corr }],
    sic: witness.text.slice(span.from, span.to),
    corr,
  }
}

/** What the state of a page is bound to: where the page begins. */
export function pageTarget(
  witness: Witness,
  from: number,
  value: PageState,
): PageDecision['target'] {
  return {
    kind: 'page',
    id: markingIds(witness, [{ role: 'page', from }])[0] ?? '',
    parts: [quotationOf(witness, beginning(witness, { from, to: witness.text.length }))],
    value,
  }
}

/** What it is bound to that a word is right everywhere. */
export function wordTarget(word: string): WordDecision['target'] {
  const small = word.toLowerCase()
  return { kind: 'word', id: `word:${small}`, word: small }
}

/** What it is bound to that a rule is off for the book. */
export function ruleTarget(rule: string): RuleDecision['target'] {
  return { kind: 'rule', id: `rule:${rule}`, rule }
}

/**
 * What a decision on a marking is bound to: the place where it begins. `value` is what the editor
 * sets; a call takes the span of its note as well.
 */
export function markingTarget(
  witness: Witness,
  marking: Pick<Marking, 'role' | 'from' | 'to'>,
  value: string,
  note?: Span,
): MarkingTarget {
  const { role, from } = marking
  const spans = note ? [marking, note] : [marking]
  return {
    kind: 'marking',
    id: markingIds(witness, [{ role, from }])[0] ?? '',
    parts: spans.map((span) => quotationOf(witness, beginning(witness, span))),
    role,
    value,
  }
}

/** White space as one blank. */
export function squeezed(text: string): string {
  let squeezedText = ''
  let inBlank = false
  for (let at = 0; at < text.length; at++) {
    const blank = isBlank(text.charCodeAt(at))
    if (!blank) squeezedText += text.charAt(at)
    else if (!inBlank) squeezedText += ' '
    inBlank = blank
  }
  return squeezedText
}

/** The part of a span on its first line, and not more than a quotation holds. */
function beginning(witness: Witness, span: Span): Span {
  const end = witness.lines.to(witness.lines.at(span.from))
  return { from: span.from, to: Math.max(span.from, Math.min(span.to, end, span.from + QUOTED)) }
}

function before(text: string, from: number): number {
  let at = from
  for (let printed = 0; at > 0 && printed < AROUND; at--) {
    if (!isBlank(text.charCodeAt(at - 1))) printed++
  }
  return at
}

function behind(text: string, from: number): number {
  let at = from
  for (let printed = 0; at < text.length && printed < AROUND; at++) {
    if (!isBlank(text.charCodeAt(at))) printed++
  }
  return at
}
