import type { Correction } from '../model/correction.ts'
import { PAGE_STATES } from '../model/decision.ts'
import type { Edition } from '../model/edition.ts'
import { InputError } from '../model/input-error.ts'
import type { Marking, Role } from '../model/marking.ts'
import type { Span } from '../model/span.ts'
import type { Act, Place } from '../review/wire.ts'
import { type Choice, chosenOf, isChoice } from './choose-corrections.ts'
import type { Verb } from './decide-verbs.ts'
import type { Standing } from './decisions-of-acts.ts'

/** What is asked for. */
export interface Asked {
  readonly verb: Verb
  readonly value?: string
  readonly role?: Role
  /** A stretch of the line, as printed. */
  readonly text?: string
}

/** What a person does, and the corrections that it is about. */
interface Acts {
  readonly acts: readonly Act[]
  readonly corrections: readonly Correction[]
}

/**
 * The acts that carry out what was asked; `by` is who asks.
 *
 * Throws an `InputError` for what cannot be meant.
 */
export function actsFor(asked: Asked, choice: Choice, standing: Standing, by: string): Acts {
  const { edition } = standing
  switch (asked.verb) {
    case 'accept':
    case 'reject':
    case 'amend':
    case 'clear':
    case 'note':
      return onCorrections(asked.verb, asked, choice, edition, by)
    case 'emend':
      return alone(emended(asked, choice, edition))
    case 'set':
    case 'unset':
      return alone(marked(asked, choice, edition))
    case 'word':
      return alone({ kind: 'word', act: 'accept', word: given(asked, 'a word') })
    case 'rule-off':
      return alone({ kind: 'rule', act: 'reject', rule: knownRule(asked, edition) })
    case 'rule-on':
      return alone({ kind: 'rule', act: 'clear', rule: knownRule(asked, edition) })
    case 'page':
      return alone(pageSaid(asked, choice, standing))
    case 'put-back':
      return orphaned(asked, edition, placeOf(stretch(asked, choice, edition), edition))
    case 'give-up':
      return orphaned(asked, edition, undefined)
    case 'events':
    case 'undo':
    case 'orphans':
      // Nothing is decided about the book as it stands.
      return { acts: [], corrections: [] }
  }
}

function alone(act: Act): Acts {
  return { acts: [act], corrections: [] }
}

function onCorrections(
  verb: 'accept' | 'reject' | 'amend' | 'clear' | 'note',
  asked: Asked,
  choice: Choice,
  { corrections }: Edition,
  by: string,
): Acts {
  if (!isChoice(choice)) {
    throw new InputError(
      `Unexpected ${verb} of everything, expected to be told which corrections are meant`,
      'Name them with --id, --series, --rule, --page, --line, --cert, --state or --query.',
    )
  }
  const found = chosenOf(corrections, choice).filter((one) => !isSettled(one, verb, by))
  const acts = found.map(({ id }): Act => {
    if (verb === 'note') return { kind: 'note', id, note: given(asked, 'a note') }
    if (verb !== 'amend') return { kind: 'entry', id, act: verb }
    return { kind: 'entry', id, act: verb, value: given(asked, 'a reading') }
  })
  return { acts, corrections: found }
}

/** Whether an editor has said just this of a correction before. */
function isSettled({ state, by }: Correction, verb: Verb, editor: string): boolean {
  if (verb === 'accept') return state === 'accepted' && by === editor
  if (verb === 'reject') return state === 'rejected' && by === editor
  return verb === 'clear' && by !== editor
}

function emended(asked: Asked, choice: Choice, edition: Edition): Act {
  const span = stretch(asked, choice, edition)
  if (span.from === span.to) {
    throw new InputError('Unexpected emendation of nothing, expected --text as printed')
  }
  return { kind: 'emendation', ...placeOf(span, edition), value: given(asked, 'a reading') }
}

/** The stretch on the line that was named: that of `text`, or the whole line. */
function stretch({ text }: Asked, { line }: Choice, { witness: { lines } }: Edition): Span {
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

function placeOf({ from, to }: Span, { witness: { lines } }: Edition): Place {
  const line = lines.at(from)
  return { line, from: from - lines.from(line), to: to - lines.from(line) }
}

function marked(asked: Asked, choice: Choice, edition: Edition): Act {
  const { role, value } = asked
  if (role === undefined) {
    throw new InputError(
      `Unexpected ${asked.verb} without a role, expected --role`,
      'Such as hyphen or heading.',
    )
  }
  const span = stretch(asked, choice, edition)
  const known = edition.markings.find((marking) => isThere(marking, role, span, asked.text))
  const { line, from, to } = placeOf(known ?? span, edition)
  const end = edition.witness.lines.to(line) - edition.witness.lines.from(line)
  const place = { line, from, to: Math.min(to, end) }
  if (asked.verb === 'set') {
    return { kind: 'marking', role, act: 'accept', ...place, value: value ?? '' }
  }
  if (known) return { kind: 'marking', role, act: 'reject', ...place, value: '' }
  throw new InputError(
    `Unexpected unset: there is no ${role} on line ${choice.line}, expected one`,
    'The raw lines are counted from 1.',
  )
}

function isThere(
  marking: Marking,
  role: Role,
  { from, to }: Span,
  text: string | undefined,
): boolean {
  if (marking.role !== role) return false
  return text === undefined
    ? from <= marking.from && marking.from <= to
    : marking.from >= from && marking.from < Math.max(to, from + 1)
}

function knownRule(asked: Asked, { rules }: Edition): string {
  const id = given(asked, 'the id of a rule')
  if (rules.some((rule) => rule.id === id)) return id
  throw new InputError(
    `Unexpected rule \`${id}\`, expected the id of one that there is`,
    '`emend rules` lists them.',
  )
}

function pageSaid(asked: Asked, { page }: Choice, { edition, stretches }: Standing): Act {
  const state = PAGE_STATES.find((one) => one === asked.value)
  if (state === undefined) {
    throw new InputError(
      `Unexpected state ${asked.value ?? 'not given'}, expected one of ${PAGE_STATES.join(', ')}`,
    )
  }
  const found = edition.markings.find((one) => one.role === 'page' && one.number === page)
  const sheet = stretches.findIndex((one) => found !== undefined && one.page === found.from)
  if (sheet < 0) {
    throw new InputError(
      `Unexpected page ${page ?? 'not given'}, expected --page with a number of the book`,
    )
  }
  return { kind: 'page', sheet, state }
}

/** What becomes of the decisions of a name that have no place: they get one, or are given up. */
function orphaned(asked: Asked, { orphans }: Edition, to: Place | undefined): Acts {
  const id = given(asked, 'the id of a decision without a place')
  const found = orphans.filter(({ target }) => target.id === id)
  if (found.length === 0) {
    throw new InputError(
      `Unexpected id \`${id}\`, expected one of a decision without a place`,
      '`emend decide BOOK orphans` lists them.',
    )
  }
  const acts = found.map(({ by }): Act => ({ kind: 'orphan', id, by, ...(to ? { to } : {}) }))
  return { acts, corrections: [] }
}

function given({ verb, value }: Pick<Asked, 'verb' | 'value'>, what: string): string {
  if (value !== undefined) return value
  throw new InputError(
    `Unexpected ${verb} without a value, expected ${what}`,
    `Write it behind ${verb}.`,
  )
}
