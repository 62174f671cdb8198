import type { Correction } from '../model/correction.ts'
import type { EmendedPart } from '../model/emendation.ts'
import { isBlank } from '../model/flow.ts'
import type { Span } from '../model/span.ts'
import type { Witness } from '../model/witness.ts'
import type { Change } from './change.ts'
import type { Passage } from './passage.ts'
import { correctionsAt, spanAt, stretchAt } from './places.ts'

type ReadingChange = Extract<Change, { readonly kind: 'reading' }>

/** What a changed reading asks for: an edit of the witness, or corrections undone. */
export type ReadingEdit =
  | { readonly kind: 'edit'; readonly parts: readonly EmendedPart[] }
  | { readonly kind: 'undo'; readonly corrections: readonly Correction[] }

/** A stretch of a passage and what shall stand there. */
interface Wanted {
  from: number
  to: number
  text: string
  readonly isEmphasised: boolean
}

/**
 * The edit of the witness that makes a changed reading. Corrections that it touches are taken into it
 * whole; where nothing but what is printed is left, they are undone. Undefined where the text has no
 * place in the witness.
 */
export function editOfReading(witness: Witness, change: ReadingChange): ReadingEdit | undefined {
  const { passage } = change
  const wanted = anchored(passage, trimmed(passage, change))
  const touched = widen(passage, wanted)
  if (touched.length > 0 && wanted.text === printedText(witness, passage, wanted)) {
    return { kind: 'undo', corrections: touched }
  }
  const spans = spansOf(passage, wanted)
  const [first, ...others] = spans ?? []
  if (!first) return undefined
  return {
    kind: 'edit',
    parts: [{ ...first, corr: wanted.text }, ...others.map((span) => ({ ...span, corr: '' }))],
  }
}

/** The change without what both readings begin or end with. */
function trimmed({ text: whole }: Passage, { from, to, text, emphasised }: ReadingChange): Wanted {
  const old = whole.slice(from, to)
  let start = 0
  while (start < old.length && start < text.length && old[start] === text[start]) start++
  if (isLow(old, start) || isLow(text, start)) start--
  let [end, next] = [old.length, text.length]
  while (end > start && next > start && old[end - 1] === text[next - 1]) {
    end--
    next--
  }
  if (isLow(old, end) || isLow(text, next)) {
    end++
    next++
  }
  const isEmphasised = next > start && emphasised.slice(start, next).every((isOn) => isOn)
  return { from: from + start, to: from + end, text: text.slice(start, next), isEmphasised }
}

/**
 * What is put in at the edge of emphasis would stand outside of it. Where it belongs inside, it takes
 * the place of the emphasised character that it stands beside.
 */
function anchored({ text, emphasised, signs }: Passage, wanted: Wanted): Wanted {
  const { from, to, isEmphasised } = wanted
  if (from < to || !isEmphasised) return wanted
  const isOn = (at: number): boolean => emphasised[at] === true && !signs.has(at)
  if (isOn(from - 1) === isOn(from)) return wanted
  if (isOn(from)) return { ...wanted, to: to + 1, text: wanted.text + text.charAt(from) }
  return { ...wanted, from: from - 1, text: text.charAt(from - 1) + wanted.text }
}

function isLow(text: string, at: number): boolean {
  return at > 0 && at < text.length && (text.codePointAt(at - 1) ?? 0) > 0xffff
}

/** Takes the corrections that a change touches into it whole, and returns them. */
function widen(passage: Passage, wanted: Wanted): readonly Correction[] {
  const touched = new Set<Correction>()
  const { text } = passage
  for (let isMore = true; isMore; ) {
    const count = touched.size
    for (let at = wanted.from; at < wanted.to; at++) {
      for (const correction of correctionsAt(passage, at)) touched.add(correction)
    }
    for (const at of [wanted.from - 1, wanted.to]) {
      const stretch = stretchAt(passage, at)
      const isInsertion = wanted.from === wanted.to || stretch?.from === stretch?.to
      for (const correction of isInsertion ? (stretch?.corrections ?? []) : []) {
        touched.add(correction)
      }
    }
    const shows = (at: number): boolean =>
      correctionsAt(passage, at).some((correction) => touched.has(correction))
    for (let at = wanted.from - 1; at >= 0 && wanted.from - at < REACH; at--) {
      if (!shows(at)) continue
      wanted.text = text.slice(at, wanted.from) + wanted.text
      wanted.from = at
    }
    for (let at = wanted.to; at < text.length && at - wanted.to < REACH; at++) {
      if (!shows(at)) continue
      wanted.text += text.slice(wanted.to, at + 1)
      wanted.to = at + 1
    }
    isMore = touched.size > count
  }
  return [...touched]
}

/** How far the parts of one correction lie from each other. */
const REACH = 64

/** What is printed in a stretch, with a blank for white space. */
function printedText(witness: Witness, passage: Passage, { from, to }: Wanted): string {
  let text = ''
  let last: Span | undefined
  for (let at = from; at < to; at++) {
    const stretch = stretchAt(passage, at)
    if (!stretch) text += passage.text.charAt(at)
    else if (stretch.from !== last?.from || stretch.to !== last.to) {
      const printed = witness.text.slice(stretch.from, stretch.to)
      text += printed !== '' && isBlank(printed.charCodeAt(0)) ? ' ' : printed
    }
    last = stretch
  }
  return text
}

/** The spans of the witness that a stretch shows, cut where white space of the layout begins or ends. */
function spansOf(passage: Passage, { from, to }: Wanted): readonly Span[] | undefined {
  if (from === to) {
    const at = insertionAt(passage, from)
    return at === undefined ? undefined : [{ from: at, to: at }]
  }
  const spans: Span[] = []
  let wasLayout = false
  for (let at = from; at < to; at++) {
    const span = spanAt(passage, at)
    if (!span) return undefined
    const stretch = stretchAt(passage, at)
    const isLayout = stretch !== undefined && stretch.corrections.length === 0
    const last = spans.at(-1)
    // A further character of a stretch that is taken already.
    if (last && stretch && span.from >= last.from && span.to <= last.to && at > from) continue
    if (last?.to === span.from && isLayout === wasLayout) {
      spans[spans.length - 1] = { from: last.from, to: span.to }
    } else if (!last || span.from >= last.to) spans.push(span)
    else return undefined
    wasLayout = isLayout
  }
  // A blank that the edition sets takes no place.
  const taken = spans.filter((span) => span.from < span.to)
  return taken.length > 0 ? taken : spans
}

/** Where characters are put in: behind the printed character before, else before the next one. */
function insertionAt(passage: Passage, at: number): number | undefined {
  const before = spanAt(passage, at - 1)
  const next = spanAt(passage, at)
  const isPrinted = before !== undefined && stretchAt(passage, at - 1) === undefined
  return isPrinted ? before.to : (next?.from ?? before?.to)
}
