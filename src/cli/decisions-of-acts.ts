import { letGo, putBack } from '../apparatus/put-back.ts'
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
import type { Marking, NoteBody } from '../model/marking.ts'
import type { Span } from '../model/span.ts'
import type { Witness } from '../model/witness.ts'
import { settableOf } from '../review/entries.ts'
import type { Stretch } from '../review/sheets.ts'
import type { Act, Place } from '../review/wire.ts'

/** Who acts, when, under what name the acts can be undone together, and why. */
export type Signature = Pick<Decision, 'at' | 'by' | 'batch' | 'note'>

/** A book as it stands when somebody decides. */
export interface Standing {
  readonly edition: Edition
  readonly stretches: readonly Stretch[]
}

/** What can be named by an id. */
type Things = ReadonlyMap<string, Correction | Marking>

/**
 * Turns what a person did into decisions, on the page, in the terminal or on the command line. Linear
 * in the book and the acts.
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
  return acts.flatMap((act) => decisionsOf(act, standing, things, signature))
}

function decisionsOf(
  act: Act,
  { edition, stretches }: Standing,
  things: Things,
  signature: Signature,
): readonly Decision[] {
  const { witness } = edition
  const noted = 'note' in act && act.note !== undefined ? { note: act.note } : {}
  const signed = { ...signature, ...noted }
  switch (act.kind) {
    case 'entry':
      return [{ ...signed, ...decidedEntry(act, witness, thingOf(act.id, things)) }]
    case 'emendation': {
      const target = emendationTarget(witness, spanOf(witness, act), act.value)
      return [{ ...signed, act: 'amend', target }]
    }
    case 'marking': {
      const { role, value, second } = act
      const span = spanOf(witness, act)
      const further = second ? spanOf(witness, second) : noteCalled(act, span, edition)
      const target = markingTarget(witness, { role, ...span }, value, further)
      return [{ ...signed, act: act.act, target }]
    }
    case 'note': {
      const target = targetOf(witness, thingOf(act.id, things))
      return [{ ...signed, act: 'note', target, note: act.note }]
    }
    case 'orphan': {
      const { id, by, to } = act
      const orphan = edition.orphans.find((one) => one.target.id === id && one.by === by)
      if (!orphan) throw missing('decision without a place', id)
      return to ? putBack(orphan, spanOf(witness, to), witness, signed) : [letGo(orphan, signed)]
    }
    case 'word':
      return [{ ...signed, act: act.act, target: wordTarget(act.word) }]
    case 'rule':
      return [{ ...signed, act: act.act, target: ruleTarget(ruleOf(act.rule, edition)) }]
    case 'page': {
      const from = stretches[act.sheet]?.page
      if (from === undefined) throw missing('page', String(act.sheet))
      if (act.state !== 'untouched') {
        return [{ ...signed, act: 'accept', target: pageTarget(witness, from, act.state) }]
      }
      return [{ ...signed, act: 'clear', target: pageTarget(witness, from, 'in-review') }]
    }
  }
}

/** The note that a call means which is set by hand: of its siglum, the next one behind, else the last. */
function noteCalled(
  { role, value, act }: Extract<Act, { kind: 'marking' }>,
  { from }: Span,
  { markings }: Edition,
): Span | undefined {
  if (role !== 'call' || act !== 'accept') return undefined
  const notes = markings.filter(
    (marking): marking is NoteBody => marking.role === 'note' && marking.siglum === value,
  )
  const behind = notes.filter((note) => note.from >= from)
  return behind.length > 0
    ? behind.reduce((a, b) => (b.from < a.from ? b : a))
    : notes.reduce<NoteBody | undefined>((a, b) => (a && a.from > b.from ? a : b), undefined)
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

function spanOf({ lines }: Witness, { line, from, to }: Place): Span {
  if (line <= lines.count) {
    const start = lines.from(line)
    const span = { from: start + from, to: start + to }
    if (span.from <= span.to && span.to <= lines.to(line)) return span
  }
  throw missing('stretch of the text', `line ${line}, ${from} to ${to}`)
}

function missing(what: string, which: string): InputError {
  return new InputError(
    `Unexpected ${what} ${which}, expected one of this book`,
    'The book has changed meanwhile: look at it again.',
  )
}
