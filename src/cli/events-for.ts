import {
  correctionTarget,
  emendationTarget,
  markingTarget,
  pageTarget,
  ruleTarget,
  wordTarget,
} from '../apparatus/quote.ts'
import { notUndone } from '../apparatus/undone.ts'
import type { Correction } from '../model/correction.ts'
import {
  type Decision,
  type MarkingTarget,
  PAGE_STATES,
  type PlaceDecision,
} from '../model/decision.ts'
import type { Edition } from '../model/edition.ts'
import { InputError } from '../model/input-error.ts'
import type { Marking, Role } from '../model/marking.ts'
import { type Choice, chosenOf, isChoice } from './choose-corrections.ts'
import type { Verb } from './decide-verbs.ts'

/** What is asked for. */
export interface Asked {
  readonly verb: Verb
  readonly value?: string
  readonly role?: Role
  /** A stretch of the line, as printed. */
  readonly text?: string
}

/** What all events of an act share. */
type Signature = Pick<Decision, 'at' | 'by' | 'batch' | 'note'>

/** The events of an act, and the corrections that it is about. */
export interface Act {
  readonly events: readonly Decision[]
  readonly corrections: readonly Correction[]
}

/**
 * The events that carry out what was asked. `log` is what has been decided so far.
 *
 * Throws an `InputError` for what cannot be meant.
 */
export function eventsFor(
  asked: Asked,
  choice: Choice,
  edition: Edition,
  log: readonly Decision[],
  signature: Signature,
): Act {
  switch (asked.verb) {
    case 'accept':
    case 'reject':
    case 'amend':
    case 'clear':
    case 'note':
      return onCorrections(asked.verb, asked.value, choice, edition, signature)
    case 'events':
      // They are read as they are, not made: see `read-events.ts`.
      return act()
    case 'emend':
      return act(emended(asked, choice, edition, signature))
    case 'set':
    case 'unset':
      return act(marked(asked, choice, edition, signature))
    case 'word':
      return act({ ...signature, act: 'accept', target: wordTarget(given(asked, 'a word')) })
    case 'rule-off':
      return act({ ...signature, act: 'reject', target: ruleTarget(knownRule(asked, edition)) })
    case 'rule-on':
      return act({ ...signature, act: 'clear', target: ruleTarget(knownRule(asked, edition)) })
    case 'page':
      return act(pageSaid(asked, choice, edition, signature))
    case 'undo':
      return act(...undoing(asked.value, log, signature))
  }
}

function act(...events: readonly Decision[]): Act {
  return { events, corrections: [] }
}

function onCorrections(
  verb: 'accept' | 'reject' | 'amend' | 'clear' | 'note',
  value: string | undefined,
  choice: Choice,
  { witness, corrections }: Edition,
  signature: Signature,
): Act {
  if (!isChoice(choice)) {
    throw new InputError(
      `Unexpected ${verb} of everything, expected to be told which corrections are meant`,
      'Name them with --id, --series, --rule, --page, --line, --cert, --state or --query.',
    )
  }
  const found = chosenOf(corrections, choice).filter((one) => !isSettled(one, verb, signature.by))
  const asked = { verb, ...(value === undefined ? {} : { value }) }
  const events = found.map((correction): Decision => {
    if (verb === 'note') {
      const note = given(asked, 'a note')
      return { ...signature, act: 'note', target: correctionTarget(witness, correction), note }
    }
    const reading = verb === 'amend' ? given(asked, 'a reading') : undefined
    return { ...signature, act: verb, target: correctionTarget(witness, correction, reading) }
  })
  return { events, corrections: found }
}

/** Whether an editor has said just this of a correction before. */
function isSettled({ state, by }: Correction, verb: Verb, editor: string): boolean {
  if (verb === 'accept') return state === 'accepted' && by === editor
  if (verb === 'reject') return state === 'rejected' && by === editor
  return verb === 'clear' && by !== editor
}

function emended(asked: Asked, choice: Choice, edition: Edition, signature: Signature): Decision {
  const { witness } = edition
  const span = stretch(asked, choice, edition)
  if (span.from === span.to) {
    throw new InputError('Unexpected emendation of nothing, expected --text as printed')
  }
  const target = emendationTarget(witness, span, given(asked, 'a reading'))
  return { ...signature, act: 'amend', target }
}

/** The stretch on the line that was named: that of `text`, or the whole line. */
function stretch(
  { text }: Asked,
  { line }: Choice,
  { witness: { lines } }: Edition,
): { readonly from: number; readonly to: number } {
  if (line === undefined || line < 1 || line > lines.count) {
    throw new InputError(
      `Unexpected line ${line ?? 'not given'}, expected --line from 1 to ${lines.count}`,
    )
  }
  const content = lines.content(line)
  if (text === undefined) return { from: lines.from(line), to: lines.to(line) }
  const at = content.indexOf(text)
  if (at < 0 || content.indexOf(text, at + 1) >= 0) {
    const often = at < 0 ? 'not there' : 'there more than once'
    throw new InputError(
      `Unexpected text «${text}» on line ${line}: it is ${often}, expected it once`,
      'Give more of the line with --text, as it is printed.',
    )
  }
  const from = lines.from(line) + at
  return { from, to: from + text.length }
}

function marked(
  asked: Asked,
  choice: Choice,
  edition: Edition,
  signature: Signature,
): PlaceDecision {
  const { role } = asked
  if (role === undefined) {
    throw new InputError(
      `Unexpected ${asked.verb} without a role, expected --role`,
      'Such as hyphen or heading.',
    )
  }
  const span = stretch(asked, choice, edition)
  const known = edition.markings.find((marking) => isThere(marking, role, span, asked.text))
  const target: MarkingTarget = markingTarget(
    edition.witness,
    known ?? { role, ...span },
    asked.verb === 'set' ? (asked.value ?? '') : '',
    role === 'call' ? noteNamed(asked.value, edition) : undefined,
  )
  if (asked.verb === 'set') return { ...signature, act: known ? 'amend' : 'accept', target }
  if (known) return { ...signature, act: 'reject', target }
  throw new InputError(
    `Unexpected unset: there is no ${role} on line ${choice.line}, expected one`,
    'The raw lines are counted from 1.',
  )
}

function isThere(
  marking: Marking,
  role: Role,
  { from, to }: { readonly from: number; readonly to: number },
  text: string | undefined,
): boolean {
  if (marking.role !== role) return false
  return text === undefined
    ? from <= marking.from && marking.from <= to
    : marking.from >= from && marking.from < Math.max(to, from + 1)
}

/** The note with a siglum that stands nearest behind, for a call that is set by hand. */
function noteNamed(siglum: string | undefined, { markings }: Edition): Marking | undefined {
  return markings.find((marking) => marking.role === 'note' && marking.siglum === siglum)
}

function knownRule(asked: Asked, { rules }: Edition): string {
  const id = given(asked, 'the id of a rule')
  if (rules.some((rule) => rule.id === id)) return id
  throw new InputError(
    `Unexpected rule \`${id}\`, expected the id of one that there is`,
    '`emend rules` lists them.',
  )
}

function pageSaid(
  asked: Asked,
  { page }: Choice,
  edition: Edition,
  signature: Signature,
): Decision {
  const value = PAGE_STATES.find((state) => state === asked.value)
  if (value === undefined) {
    throw new InputError(
      `Unexpected state ${asked.value ?? 'not given'}, expected one of ${PAGE_STATES.join(', ')}`,
    )
  }
  const found = edition.markings.find((one) => one.role === 'page' && one.number === page)
  if (!found) {
    throw new InputError(
      `Unexpected page ${page ?? 'not given'}, expected --page with a number of the book`,
    )
  }
  const target = pageTarget(edition.witness, found.from, value)
  return { ...signature, act: 'accept', target }
}

/** The undoing of an act of the same editor: the last that stands, or the one that is named. */
function undoing(
  named: string | undefined,
  log: readonly Decision[],
  signature: Signature,
): readonly Decision[] {
  const own = log.filter(({ by }) => by === signature.by)
  const standing = notUndone(own).flatMap(({ batch }) => (batch === undefined ? [] : [batch]))
  const id = named ?? standing.at(-1)
  if (id === undefined) return []
  if (!own.some(({ batch }) => batch === id)) {
    throw new InputError(`Unexpected act \`${id}\`, expected one of ${signature.by}`)
  }
  return [{ ...signature, act: 'undo', target: { kind: 'batch', id } }]
}

function given({ verb, value }: Pick<Asked, 'verb' | 'value'>, what: string): string {
  if (value !== undefined) return value
  throw new InputError(
    `Unexpected ${verb} without a value, expected ${what}`,
    `Write it behind ${verb}.`,
  )
}
