import type { FormeWork, Marking, NoteBody, NoteCall, Role } from '../model/marking.ts'
import type { Layer } from '../model/rule.ts'
import type { Span } from '../model/span.ts'
import type { View } from '../model/view.ts'
import { decidedBy } from './decided-by.ts'
import { MarkingTable } from './marking-table.ts'
import { overruleBlock } from './overrule-block.ts'
import { overruleEmphasis } from './overrule-emphasis.ts'
import { overruleNote } from './overrule-note.ts'
import type { MarkingVerdict } from './verdict.ts'

/** What people's decisions made of markings, and the decisions that found nothing to be about. */
export interface Overruled {
  readonly markings: readonly Marking[]
  readonly unplaced: readonly MarkingVerdict[]
}

/** The layer that finds the markings of a role, after which decisions on them are carried out. */
export function homeOf(role: Role): Layer {
  if (role === 'page' || role === 'forme-work') return 'page'
  if (role === 'note' || role === 'call') return 'note'
  return role === 'hyphen' ? 'line' : 'structure'
}

/**
 * Carries out decisions on markings, the oldest first: a value set, a marking undone, one made where
 * the rules found none. `view` is that of the layer, `markings` what was settled in it.
 */
export function overrule(
  markings: readonly Marking[],
  verdicts: readonly MarkingVerdict[],
  view: View,
): Overruled {
  if (verdicts.length === 0) return { markings, unplaced: [] }
  const table = new MarkingTable(markings, view.witness.lines)
  const unplaced = [...verdicts]
    .sort((a, b) => b.age - a.age)
    .filter((verdict) => !carryOut(table, verdict, view))
  return { markings: table.all, unplaced }
}

/** Carries out a decision; false where there is nothing that it could be about. */
function carryOut(table: MarkingTable, verdict: MarkingVerdict, view: View): boolean {
  const [span] = verdict.spans
  if (!span) return false
  switch (verdict.role) {
    case 'hyphen':
    case 'page':
    case 'forme-work':
    case 'call':
      return set(table, verdict.role, verdict, span, view)
    case 'note':
      return overruleNote(table, verdict, span, view) ?? confirm(table, verdict, span)
    case 'quotation':
    case 'verse':
    case 'table':
    case 'contents':
    case 'epigraph':
    case 'letter':
    case 'editorial-mark':
      return confirm(table, verdict, span)
    case 'emphasis':
      return overruleEmphasis(table, verdict, span) ?? confirm(table, verdict, span)
    default:
      return overruleBlock(table, { ...verdict, role: verdict.role }, span.from, view)
  }
}

/** Undoes a marking, sets its value, or makes it. What is not there needs no undoing. */
function set(
  table: MarkingTable,
  role: 'hyphen' | 'page' | 'forme-work' | 'call',
  verdict: MarkingVerdict,
  span: Span,
  view: View,
): boolean {
  const own = table.at(role, span.from)
  if (verdict.act === 'reject') {
    if (own) table.remove(own)
    return true
  }
  const made = madeOf(table, role, own, verdict, span, view)
  if (made) table.put(made, own)
  return made !== undefined
}

function madeOf(
  table: MarkingTable,
  role: 'hyphen' | 'page' | 'forme-work' | 'call',
  own: Marking | undefined,
  verdict: MarkingVerdict,
  span: Span,
  { witness }: View,
): Marking | undefined {
  const { value } = verdict
  const { from, to } = own ?? span
  const decided = decidedBy(verdict)
  switch (role) {
    case 'hyphen':
      if (value !== 'soft' && value !== 'hard' && value !== 'ask') return undefined
      return { ...decided, role, from, to, value }
    case 'page': {
      const at = own?.from ?? witness.lines.from(witness.lines.at(from))
      const printed = own?.role === 'page' ? own.printed : undefined
      return { ...decided, role, from: at, to: at, number: value, printed }
    }
    case 'forme-work': {
      const known = own?.role === 'forme-work' ? own : undefined
      const work = workOf(value) ?? known?.work ?? 'header'
      return { ...decided, role, from, to, work, place: known?.place ?? 'top' }
    }
    case 'call': {
      const known = own?.role === 'call' ? own : undefined
      const siglum = value === '' ? (known?.siglum ?? witness.text.slice(from, to)) : value
      return { ...decided, role, from, to, siglum, note: calledNote(table, verdict, known) }
    }
  }
}

/** The note that an editor gave to a call, else the one that it had. */
function calledNote(
  table: MarkingTable,
  { spans }: MarkingVerdict,
  known: NoteCall | undefined,
): number | undefined {
  const at = spans[1]?.from
  if (at === undefined) return known?.note
  const note = table.all.find(
    (marking): marking is NoteBody =>
      marking.role === 'note' && marking.parts.some((part) => part.from <= at && at < part.to),
  )
  return note?.from
}

/** Undoes or confirms a marking whose extent only a rule can tell. */
function confirm(table: MarkingTable, verdict: MarkingVerdict, span: Span): boolean {
  const own = table.at(verdict.role, span.from)
  if (!own) return verdict.act === 'reject'
  if (verdict.act !== 'reject') {
    table.put({ ...own, ...decidedBy(verdict) }, own)
    return true
  }
  table.remove(own)
  for (const call of table.all) {
    if (call.role !== 'call' || own.role !== 'note' || call.note !== own.from) continue
    table.put({ ...call, note: undefined }, call)
  }
  return true
}

function workOf(value: string): FormeWork['work'] | undefined {
  const works = ['page-number', 'header', 'signature', 'catchword', 'rule'] as const
  return works.find((work) => work === value)
}
