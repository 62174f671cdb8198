import type { Correction } from '../model/correction.ts'
import type { Edition } from '../model/edition.ts'
import type { Marking } from '../model/marking.ts'
import { seriesOfCorrection } from '../model/series.ts'
import { type Stretch, sheetAt } from './sheets.ts'
import type { Entry } from './wire.ts'

/** How many characters of the text stand on both sides of a marking. */
const AROUND = 40

/** How many characters of a marking are shown: a heading, not a chapter. */
const SHOWN = 64

/**
 * What there is to decide in a book, in the order of the text: the corrections that are in question
 * and the markings that ask or were decided. What another entry has beaten is not in question.
 * `editors` says who had the last word on a marking, by its id.
 */
export function entriesOf(
  edition: Edition,
  stretches: readonly Stretch[],
  editors: ReadonlyMap<string, string>,
): readonly Entry[] {
  const corrections = edition.corrections
    .filter(({ beatenBy }) => beatenBy === undefined)
    .map((one) => ({ at: one.from, entry: ofCorrection(edition, stretches, one) }))
  const markings = [...(edition.markingIds ?? [])].map(([marking, id]) => {
    return { at: marking.from, entry: ofMarking(edition, stretches, marking, id, editors.get(id)) }
  })
  return [...corrections, ...markings].sort((a, b) => a.at - b.at).map(({ entry }) => entry)
}

function ofCorrection(
  { witness: { lines } }: Edition,
  stretches: readonly Stretch[],
  one: Correction,
): Entry {
  const [before, after] = one.context
  return {
    id: one.id,
    kind: 'correction',
    sheet: sheetAt(stretches, one.from),
    line: one.line,
    from: one.from - lines.from(one.line),
    sic: one.sic,
    corr: one.corr,
    candidates: one.candidates,
    before,
    after,
    class: one.error,
    rules: one.rules,
    cert: one.cert,
    evidence: one.evidence,
    state: one.state,
    by: one.by ?? null,
    notes: one.notes,
    series: seriesOfCorrection(one).key,
  }
}

function ofMarking(
  { witness: { text, lines } }: Edition,
  stretches: readonly Stretch[],
  marking: Marking,
  id: string,
  by: string | undefined,
): Entry {
  const { from, role } = marking
  const line = lines.at(from)
  const to = Math.max(from, Math.min(marking.to, from + SHOWN, lines.to(line)))
  const decided = marking.rule === 'decision'
  return {
    id,
    kind: 'marking',
    sheet: sheetAt(stretches, from),
    line,
    from: from - lines.from(line),
    sic: text.slice(from, to),
    corr: settableOf(marking),
    candidates: role === 'hyphen' ? ['soft', 'hard'] : [],
    before: squeezed(text.slice(Math.max(0, from - AROUND), from)),
    after: squeezed(text.slice(to, to + AROUND)),
    class: role,
    rules: decided ? [] : [marking.rule],
    cert: marking.cert,
    evidence: marking.evidence,
    state: decided ? 'accepted' : 'proposed',
    by: decided ? (by ?? '') : null,
    notes: [],
    series: `marking ${role}`,
  }
}

/** What a person may set of a marking. */
export function settableOf(marking: Marking): string {
  switch (marking.role) {
    case 'hyphen':
      return marking.value
    case 'page':
      return marking.number
    case 'heading':
      return String(marking.level ?? 3)
    case 'note':
    case 'call':
      return marking.siglum
    case 'forme-work':
      return marking.work
    case 'editorial-mark':
      return marking.what
    case 'emphasis':
      return marking.as ?? ''
    default:
      return ''
  }
}

function squeezed(text: string): string {
  return text.replace(/\s+/gu, ' ')
}
