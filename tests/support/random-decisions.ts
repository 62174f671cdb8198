import fc from 'fast-check'
import {
  correctionTarget,
  emendationTarget,
  markingTarget,
  pageTarget,
  ruleTarget,
  wordTarget,
} from '../../src/apparatus/quote.ts'
import type { Decision } from '../../src/model/decision.ts'
import type { Edition } from '../../src/model/edition.ts'
import type { Role } from '../../src/model/marking.ts'
import type { Span } from '../../src/model/span.ts'

/** What an editor of a test does: about what, where in the book, and with what else in one act. */
export interface Drawn {
  readonly about: (typeof SUBJECTS)[number]
  readonly act: 'accept' | 'reject' | 'amend'
  /** From 0 to 1: which one of all that there are. */
  readonly place: number
  readonly by: 'Anna' | 'Борис'
  readonly batch: number
}

const SUBJECTS = [
  ...([
    'correction',
    'correction',
    'correction',
    'correction',
    'emendation',
    'emendation',
  ] as const),
  ...(['hyphen', 'heading', 'paragraph', 'forme-work', 'page', 'emphasis', 'call'] as const),
  ...(['word', 'rule', 'page-state', 'remark'] as const),
] as const

/** Any place of a book as likely as any other: from 0 to 1. */
export const somewhere: fc.Arbitrary<number> = fc.noBias(fc.nat(9999)).map((n) => n / 10000)

export const drawnActs: fc.Arbitrary<readonly Drawn[]> = fc.array(
  fc.record({
    about: fc.constantFrom(...SUBJECTS),
    act: fc.constantFrom('accept', 'reject', 'amend'),
    place: somewhere,
    by: fc.constantFrom('Anna', 'Борис'),
    batch: fc.nat(5),
  }),
  { minLength: 4, maxLength: 24, size: 'max' },
)

/** What an editor sets a marking to. */
const VALUES: Readonly<Partial<Record<Role, string>>> = {
  hyphen: 'hard',
  heading: '3',
  page: '77',
}

/**
 * The log of what was drawn, on an edition. What has no place there is left out, and so is what lies
 * within ten characters of an earlier act: two acts on one thing are a matter of their own.
 */
export function logOf(drawn: readonly Drawn[], edition: Edition): readonly Decision[] {
  const ids = new Set<string>()
  const taken: Span[] = []
  return drawn.flatMap((one, nth): readonly Decision[] => {
    const at = `2026-03-01T10:00:${String(nth).padStart(2, '0')}Z`
    const decision = decided(one, edition, { at, by: one.by, batch: `act ${one.batch}` })
    if (!decision || ids.has(decision.target.id)) return []
    const spans = spansOf(decision, edition)
    const isNear = (a: Span, b: Span): boolean => a.from - 10 <= b.to && b.from <= a.to + 10
    if (spans.some((span) => taken.some((other) => isNear(span, other)))) return []
    taken.push(...spans)
    ids.add(decision.target.id)
    return [decision]
  })
}

/** Where the quotations of a decision stand in the witness that it was made on. */
export function spansOf({ target }: Decision, { witness }: Edition): readonly Span[] {
  if (!('parts' in target)) return []
  return target.parts.map(({ line, from, exact }) => {
    const start = witness.lines.from(line) + from
    return { from: start, to: start + exact.length }
  })
}

function decided(
  { about, act, place }: Drawn,
  edition: Edition,
  signature: Pick<Decision, 'at' | 'by' | 'batch'>,
): Decision | undefined {
  const { witness, corrections, markings } = edition
  const one = <T>(all: readonly T[]): T | undefined => all[Math.floor(place * all.length)]
  switch (about) {
    case 'correction': {
      const entry = one(corrections.filter(({ beatenBy }) => beatenBy === undefined))
      const corr = act === 'amend' ? 'Ωmega' : undefined
      return entry && { ...signature, act, target: correctionTarget(witness, entry, corr) }
    }
    case 'remark': {
      const entry = one(corrections.filter(({ beatenBy }) => beatenBy === undefined))
      const target = entry && correctionTarget(witness, entry)
      return target && { ...signature, act: 'note', target, note: 'see the index' }
    }
    case 'emendation': {
      const span = one(freeWords(edition))
      const target = span && emendationTarget(witness, span, 'Ψalter')
      return target && { ...signature, act: 'amend', target }
    }
    case 'word':
      return { ...signature, act: 'accept', target: wordTarget(one(['prefs', 'teh', 'вь']) ?? '') }
    case 'rule': {
      const rule = one(edition.rules.filter(({ layer }) => layer === 'word'))
      return rule && { ...signature, act: 'reject', target: ruleTarget(rule.id) }
    }
    case 'page-state': {
      const page = one(markings.filter(({ role }) => role === 'page'))
      const target = page && pageTarget(witness, page.from, 'reviewed')
      return target && { ...signature, act: 'accept', target }
    }
    default: {
      const marking = one(markings.filter(({ role }) => role === about))
      const value = VALUES[about] ?? ''
      const kind = act === 'amend' || value === '' ? 'accept' : act
      return (
        marking && {
          ...signature,
          act: value === '' ? 'reject' : kind,
          target: markingTarget(witness, marking, value),
        }
      )
    }
  }
}

/** Words of running text that nothing is said about. */
function freeWords({ witness, corrections, markings }: Edition): readonly Span[] {
  const small = markings.filter(({ from, to }) => to - from < 200)
  const busy = [...corrections, ...small]
  const words = [...witness.text.matchAll(/(?<=[\p{L},] )\p{Ll}{5,}(?= \p{L})/gu)]
  return words
    .filter((_, i) => i % 7 === 0)
    .map(({ index, 0: word }) => ({ from: index, to: index + word.length }))
    .filter((word) => busy.every(({ from, to }) => to + 10 < word.from || word.to + 10 < from))
}
