import type { Quotation } from '../model/decision.ts'
import type { Span } from '../model/span.ts'
import type { Witness } from '../model/witness.ts'
import {
  agreeBackward,
  agreeForward,
  behindPrinted,
  firstPrinted,
  printed,
  walk,
} from './printed.ts'
import { PROBE, type Probe, seek } from './probe.ts'
import { AROUND, quotationOf, squeezed } from './quote.ts'

/** What each agreement is worth, as Hypothesis weighs them. */
const WEIGHT = { quote: 50, prefix: 20, suffix: 20 } as const

/** A quotation that is sought: one part of the target of a decision. */
export interface Sought {
  /** The index of the decision. */
  readonly decision: number
  readonly quotation: Quotation
  /** Whether the quoted characters themselves must stand there, letter for letter. */
  readonly strict: boolean
}

/** A place where a quotation may stand. */
export interface Place {
  readonly span: Span
  readonly line: number
  /** From 0 to 1: how well what stands before it agrees, and what stands behind it. */
  readonly before: number
  readonly behind: number
  /** From 0 to 90: how well all of it agrees. */
  readonly score: number
}

/** The place where a quotation stood, if it stands there still, in the same context. */
export function stillThere(witness: Witness, { quotation }: Sought): Place | undefined {
  const { line, exact, prefix, suffix } = quotation
  if (line < 1 || line > witness.lines.count) return undefined
  const from = witness.lines.from(line) + quotation.from
  const span = { from, to: from + exact.length }
  if (!witness.text.startsWith(exact, from)) return undefined
  const now = quotationOf(witness, span)
  const same = now.line === line && now.prefix === prefix && now.suffix === suffix
  return same ? { span, line, before: 1, behind: 1, score: 90 } : undefined
}

/**
 * The places in the whole text where quotations may stand, by quotation. O(n) in the text and in the
 * places looked at, of which there are at most some hundreds a quotation.
 */
export function candidatesOf(
  witness: Witness,
  all: readonly Sought[],
): ReadonlyMap<Sought, readonly Place[]> {
  const probes = all.map((sought) => probesOf(witness, sought.quotation))
  seek(
    witness.text,
    probes.flatMap((some) => some.map(({ probe }) => probe)),
  )
  return new Map(
    all.map((sought, i) => [
      sought,
      placesOf(witness, sought, leadsOf(witness.text, probes[i] ?? [])),
    ]),
  )
}

/** A probe, and how many printed characters its beginning stands before the quoted ones. */
interface Lead {
  readonly probe: Probe
  readonly lead: number
}

/** Probes over the quotation and its context, end to end, and one at each end. */
function probesOf(witness: Witness, quotation: Quotation): readonly Lead[] {
  const before = printed(quotation.prefix)
  const whole = before + printed(quotation.exact) + printed(quotation.suffix)
  const near = witness.lines.from(Math.min(quotation.line, witness.lines.count + 1))
  const starts = new Set<number>()
  for (let at = 0; at + PROBE <= whole.length; at += PROBE / 2) starts.add(at)
  if (whole.length >= PROBE) starts.add(whole.length - PROBE)
  return [...starts].map((start) => ({
    probe: { key: whole.slice(start, start + PROBE), near, found: [] },
    lead: before.length - start,
  }))
}

/** Where the quoted characters would begin, by the probes that were found. */
function leadsOf(text: string, probes: readonly Lead[]): readonly number[] {
  const starts = new Set<number>()
  for (const { probe, lead } of probes) {
    for (const at of probe.found) starts.add(walk(text, at, lead))
  }
  return [...starts].sort((a, b) => a - b)
}

function placesOf(
  witness: Witness,
  { quotation, strict }: Sought,
  starts: readonly number[],
): readonly Place[] {
  const { text, lines } = witness
  const exact = printed(quotation.exact)
  const places = new Map<number, Place>()
  for (const start of starts) {
    const { count, next } = agreeForward(text, start, exact)
    if (strict && count < exact.length) continue
    const span = spanOf(witness, quotation, start, count < exact.length ? start : next)
    if (
      !span ||
      (strict && squeezed(text.slice(span.from, span.to)) !== squeezed(quotation.exact))
    ) {
      continue
    }
    const context = contextOf(text, quotation, start, next)
    const quote = exact === '' ? 1 : count / exact.length
    const score =
      WEIGHT.quote * quote + WEIGHT.prefix * context.before + WEIGHT.suffix * context.behind
    places.set(span.from, { ...context, span, line: lines.at(span.from), score })
  }
  return [...places.values()]
}

/** How many of the characters before and after agree, as shares of all that a quotation may have. */
function contextOf(
  text: string,
  quotation: Quotation,
  start: number,
  next: number,
): Pick<Place, 'before' | 'behind'> {
  const prefix = printed(quotation.prefix)
  const suffix = printed(quotation.suffix)
  const before = agreeBackward(text, start, prefix)
  const behind = agreeForward(text, next, suffix)
  // A quotation that has less stood at the beginning or the end of the text.
  const begins = before.count === prefix.length && before.next === 0
  const ends = behind.count === suffix.length && behind.next === text.length
  return {
    before: begins ? 1 : before.count / AROUND,
    behind: ends ? 1 : behind.count / AROUND,
  }
}

/**
 * The span of a quotation whose first printed character, or that of what follows it, stands at
 * `start`, and what follows at `next`. White space at its ends, and for it, is found by itself.
 */
function spanOf(
  witness: Witness,
  quotation: Quotation,
  start: number,
  next: number,
): Span | undefined {
  const { text, lines } = witness
  const { exact, prefix } = quotation
  const gap = behindPrinted(text, start)
  if (exact === '') {
    const from = prefix.endsWith(' ') ? start : gap
    return { from, to: from }
  }
  if (printed(exact) === '') {
    const at = text.indexOf(exact, gap)
    if (at >= gap && at + exact.length <= start) return { from: at, to: at + exact.length }
    // A line end of another extraction.
    const end = Math.min(start, lines.next(lines.at(gap)))
    return gap < end ? { from: gap, to: end } : undefined
  }
  const leading = exact.length - exact.trimStart().length
  const trailing = exact.length - exact.trimEnd().length
  const from = Math.max(gap, start - leading)
  const to = Math.min(firstPrinted(text, next), behindPrinted(text, next) + trailing)
  return { from, to: Math.max(from, to) }
}
