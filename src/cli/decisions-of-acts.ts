import {
  correctionTarget,
  emendationTarget,
  markingTarget,
  pageTarget,
  ruleTarget,
  wordTarget,
} from '../apparatus/quote.ts'
import type { Correction } from '../model/correction.ts'
import type { Decision, PlaceDecision, Target } from '../model/decision.ts'
import type { Edition } from '../model/edition.ts'
import { InputError } from '../model/input-error.ts'
import type { Marking } from '../model/marking.ts'
import type { Span } from '../model/span.ts'
import type { Witness } from '../model/witness.ts'
import { settableOf } from '../review/entries.ts'
import type { Stretch } from '../review/sheets.ts'
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
  readonly stretches: readonly Stretch[]
}

/** What can be named by an id. */
type Things = ReadonlyMap<string, Correction | Marking>

/**
 * Turns what a person did into decisions, one for each act. Linear in the book and the acts.
 *
 * Throws an `InputError` for an act on what is not in this book; then none of them counts.
 */
export function decisionsOfActs(
  acts: readonly Act[],
  standing: Standing,
  signature: Signature,
): readonly Decision[] {
  const { corrections, markingIds } = standing.edition
  const things = new Map<string, Correction | Marking>(corrections.map((one) => [one.id, one]))
  for (const [marking, id] of markingIds ?? []) things.set(id, marking)
  return acts.map((act) => decisionOf(act, standing, things, signature))
}

function decisionOf(
  act: Act,
  { edition, stretches }: Standing,
  things: Things,
  { by, at, batch }: Signature,
): Decision {
  const { witness } = edition
  const noted = 'note' in act && act.note !== undefined ? { note: act.note } : {}
  const signed = { at, by, ...noted, batch }
  switch (act.kind) {
    case 'entry':
      return { ...signed, ...decidedEntry(act, witness, thingOf(act.id, things)) }
    case 'emendation': {
      const target = emendationTarget(witness, spanOf(witness, act), act.value)
      return { ...signed, act: 'amend', target }
    }
    case 'marking': {
      const marking = { role: act.role, ...spanOf(witness, act) }
      return { ...signed, act: act.act, target: markingTarget(witness, marking, act.value) }
    }
    case 'note': {
      const target = targetOf(witness, thingOf(act.id, things))
      return { ...signed, act: 'note', target, note: act.note }
    }
    case 'orphan':
      return { ...signed, ...clearing(act.id, edition) }
    case 'word':
      return { ...signed, act: act.act, target: wordTarget(act.word) }
    case 'rule':
      return { ...signed, act: act.act, target: ruleTarget(ruleOf(act.rule, edition)) }
    case 'page': {
      const from = stretches[act.sheet]?.page
      if (from === undefined) throw missing('page', String(act.sheet))
      if (act.state !== 'untouched') {
        return { ...signed, act: 'accept', target: pageTarget(witness, from, act.state) }
      }
      return { ...signed, act: 'clear', target: pageTarget(witness, from, 'in-review') }
    }
  }
}

function thingOf(id: string, things: Things): Correction | Marking {
  const thing = things.get(id)
  if (!thing) throw missing('entry', id)
  return thing
}

/** A rule that is off already does not run, so it cannot be looked up. */
function ruleOf(rule: string, { rules }: Edition): string {
  if (!rules.some(({ id }) => id === rule) && !/^[a-z]+\/[a-z0-9-]+$/.test(rule)) {
    throw missing('rule', rule)
  }
  return rule
}

/** The taking back of a decision that has no place any more. */
function clearing(id: string, { orphans }: Edition): Pick<PlaceDecision, 'act' | 'target'> {
  const orphan = orphans.find(({ target }) => target.id === id)
  if (!orphan || orphan.target.kind === 'page') throw missing('decision without a place', id)
  return { act: 'clear', target: orphan.target }
}

function targetOf(witness: Witness, thing: Correction | Marking): Target {
  return 'sic' in thing
    ? correctionTarget(witness, thing)
    : markingTarget(witness, thing, settableOf(thing))
}

function decidedEntry(
  { act, value }: Extract<Act, { kind: 'entry' }>,
  witness: Witness,
  thing: Correction | Marking,
): Pick<PlaceDecision, 'act' | 'target'> {
  if ('sic' in thing) {
    return { act, target: correctionTarget(witness, thing, act === 'amend' ? value : undefined) }
  }
  const kind = act === 'amend' ? 'accept' : act
  return { act: kind, target: markingTarget(witness, thing, value ?? settableOf(thing)) }
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
