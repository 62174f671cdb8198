import type { MarkingVerdict } from './verdict.ts'

/** The rule of a marking that a person set. */
export const DECISION = 'decision'

/** What every marking says that a person set. */
export function decidedBy({ by, decision }: MarkingVerdict): {
  readonly kind: 'marking'
  readonly rule: string
  readonly cert: 'high'
  readonly evidence: readonly string[]
} {
  const note = decision.note === undefined ? '' : `: ${decision.note}`
  return {
    kind: 'marking',
    rule: DECISION,
    cert: 'high',
    evidence: [`${by} decided it${note}`],
  }
}
