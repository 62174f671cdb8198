import { correctionIds } from '../apparatus/identify.ts'
import { correctionTarget, markingTarget, quotationOf } from '../apparatus/quote.ts'
import type { Correction } from '../model/correction.ts'
import type { Decision, Target } from '../model/decision.ts'
import type { Edition } from '../model/edition.ts'
import { InputError } from '../model/input-error.ts'
import type { Marking } from '../model/marking.ts'
import type { Span } from '../model/span.ts'
import type { Witness } from '../model/witness.ts'
import { settableOf } from '../review/entries.ts'
import type { Act } from '../review/wire.ts'

/** Who acts, when, and under what name the acts can be undone together. */
export interface Signature {
  readonly by: string
  readonly at: string
  readonly batch: string
}

/** A book as it stands when somebody decides. */
export interface Standing {
  readonly edition: Edition
  readonly orphans: readonly Decision[]
}

/**
 * Turns what a person did into decisions, one for each act. Linear in the book and the acts.
 *
 * Throws an `InputError` for an act on what is not in this book; then none of them counts.
 */
export function decisionsOfActs(
  acts: readonly Act[],
  { edition, orphans }: Standing,
  { by, at, batch }: Signature,
): readonly Decision[] {
  const { witness } = edition
  const things = new Map<string, Correction | Marking>(edition.corrections.map((c) => [c.id, c]))
  for (const [marking, id] of edition.markingIds ?? []) things.set(id, marking)
  const orphaned = new Map(orphans.map(({ target }) => [target.id, target]))
  return acts.map((act): Decision => {
    const noted = 'note' in act && act.note !== undefined ? { note: act.note } : {}
    return { at, by, ...decided(act, witness, things, orphaned), ...noted, batch }
  })
}

function decided(
  act: Act,
  witness: Witness,
  things: ReadonlyMap<string, Correction | Marking>,
  orphaned: ReadonlyMap<string, Target>,
): Pick<Decision, 'act' | 'target'> {
  switch (act.kind) {
    case 'entry': {
      const thing = things.get(act.id)
      if (!thing) throw missing('entry', act.id)
      return decidedEntry(act, witness, thing)
    }
    case 'emendation':
      return { act: 'amend', target: newTarget(witness, spanOf(witness, act), act.value) }
    case 'marking': {
      const { role, value } = act
      const marking = { role, ...spanOf(witness, act) }
      return { act: act.act, target: markingTarget(witness, marking, value) }
    }
    case 'orphan': {
      const target = orphaned.get(act.id)
      if (!target) throw missing('decision without a place', act.id)
      return { act: 'clear', target }
    }
  }
}

function decidedEntry(
  { act, value }: Extract<Act, { kind: 'entry' }>,
  witness: Witness,
  thing: Correction | Marking,
): Pick<Decision, 'act' | 'target'> {
  if ('sic' in thing) {
    return { act, target: correctionTarget(witness, thing, act === 'amend' ? value : undefined) }
  }
  const kind = act === 'amend' ? 'accept' : act
  return { act: kind, target: markingTarget(witness, thing, value ?? settableOf(thing)) }
}

/** What a decision is bound to that puts a reading where no rule proposed one. */
function newTarget(witness: Witness, span: Span, corr: string): Target {
  const parts = [{ ...span, corr }]
  return {
    kind: 'correction',
    id: correctionIds(witness, [parts])[0] ?? '',
    parts: [{ ...quotationOf(witness, span), corr }],
    sic: witness.text.slice(span.from, span.to),
    corr,
  }
}

function spanOf({ lines }: Witness, act: { line: number; from: number; to: number }): Span {
  const start = lines.from(act.line)
  const end = lines.to(act.line)
  const span = { from: start + act.from, to: start + act.to }
  if (act.line > lines.count || span.from > span.to || span.to > end) {
    throw missing('stretch of the text', `line ${act.line}, ${act.from} to ${act.to}`)
  }
  return span
}

function missing(what: string, which: string): InputError {
  return new InputError(
    `Unexpected ${what} ${which}, expected one of this book`,
    'The book has changed meanwhile: look at it again.',
  )
}
