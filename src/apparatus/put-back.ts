import { isAboutPage, type PlacedDecision, type Target } from '../model/decision.ts'
import type { EmendedPart } from '../model/emendation.ts'
import { InputError } from '../model/input-error.ts'
import type { Span } from '../model/span.ts'
import type { Witness } from '../model/witness.ts'
import { correctionIds } from './identify.ts'
import { markingTarget, pageTarget, quotationOf } from './quote.ts'

/** How far behind the words that were pointed at the further parts of a correction may stand. */
const WITHIN = 400

/** Who puts a decision back, when, and in what act. */
type Signature = Pick<PlacedDecision, 'at' | 'by' | 'batch'>

/**
 * The decisions that put back one that has lost its place: it is said again of a place that somebody
 * has found, and is no orphan any more. `span` is the stretch of the witness that was pointed at; what
 * was quoted is sought in it, and a correction that adds to the print stands at its end.
 *
 * Throws an `InputError` where the words that were decided about are not there once.
 */
export function putBack(
  orphan: PlacedDecision,
  span: Span,
  witness: Witness,
  signature: Signature,
): readonly PlacedDecision[] {
  return [letGo(orphan, signature), saidAgain(orphan, span, witness, signature)]
}

/** The event by which a decision that has lost its place is no orphan any more. */
export function letGo(orphan: PlacedDecision, signature: Signature): PlacedDecision {
  const { by: of } = orphan
  return isAboutPage(orphan)
    ? { ...signature, act: 'clear', of, target: orphan.target }
    : { ...signature, act: 'clear', of, target: orphan.target }
}

function saidAgain(
  orphan: PlacedDecision,
  span: Span,
  witness: Witness,
  signature: Signature,
): PlacedDecision {
  const note = noteOf(orphan, signature.by)
  if (isAboutPage(orphan)) {
    const target = pageTarget(witness, span.from, orphan.target.value)
    return { ...signature, ...note, act: 'accept', target }
  }
  const target = targetAt(orphan.target, span, witness)
  if (orphan.act === 'note')
    return { ...signature, act: 'note', note: orphan.note, ...note, target }
  return { ...signature, ...note, act: orphan.act, target }
}

/** Whose a note is stands behind it, where another person brings it back. */
function noteOf({ by, note }: PlacedDecision, editor: string): { readonly note?: string } {
  if (note === undefined) return {}
  return { note: by === editor ? note : `${note} (${by})` }
}

function targetAt(target: Target, span: Span, witness: Witness): Target {
  if (target.kind === 'marking') {
    const { role, value, parts } = target
    const exact = parts[0]?.exact ?? ''
    const found = onceIn(witness.text, exact, span)
    // A hyphen is where one is printed; what else is marked may be printed otherwise now.
    if (!found && role === 'hyphen') throw notThere(exact, span, witness)
    return markingTarget(witness, { role, ...(found ?? span) }, value)
  }
  const parts: EmendedPart[] = []
  for (const { exact, corr } of target.parts) {
    parts.push({ ...stretchOf(exact, span, parts.at(-1), witness), corr })
  }
  return {
    ...target,
    id: correctionIds(witness, [parts])[0] ?? '',
    parts: parts.map((part) => ({ ...quotationOf(witness, part), corr: part.corr })),
  }
}

/** Where a part of a correction stands: in the words pointed at, or next behind the part before it. */
function stretchOf(exact: string, span: Span, before: Span | undefined, witness: Witness): Span {
  if (before) {
    const at = witness.text.slice(0, before.to + WITHIN).indexOf(exact, before.to)
    if (at >= 0) return { from: at, to: at + exact.length }
    throw notThere(exact, span, witness)
  }
  if (exact === '') return { from: span.to, to: span.to }
  const found = onceIn(witness.text, exact, span)
  if (!found) throw notThere(exact, span, witness)
  return found
}

function onceIn(text: string, exact: string, { from, to }: Span): Span | undefined {
  const words = text.slice(from, to)
  const at = words.indexOf(exact)
  if (exact === '' || at < 0 || words.indexOf(exact, at + 1) >= 0) return undefined
  return { from: from + at, to: from + at + exact.length }
}

function notThere(exact: string, span: Span, { name, lines, text }: Witness): InputError {
  const words = text.slice(span.from, span.to).trim()
  return new InputError(
    `Unexpected words “${words}” at ${name}:${lines.at(span.from)}, expected some in which “${exact}” stands once`,
    'Point at the words that the decision was about. Where they are printed otherwise now, decide anew, and give the old decision up.',
  )
}
