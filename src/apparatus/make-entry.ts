import { byCertainty } from '../model/certainty.ts'
import type { Emendation, EmendedPart } from '../model/emendation.ts'
import type { View } from '../model/view.ts'
import type { Entry } from './entry.ts'
import type { ReadingPlaces } from './reading-place.ts'

/** All that makes an entry: one edit, who proposes it, and what was known of it before. */
export interface Makings {
  readonly id: string
  readonly parts: readonly EmendedPart[]
  readonly supporters: readonly Emendation[]
  readonly earlier: Entry | undefined
  readonly layer: number
}

/**
 * Makes the entry of an edit. Several rules that propose it are one entry: the surest of them gives
 * the certainty and the candidates, all of them their evidence. Without any it is the editor's own.
 */
export function makeEntry(
  { id, parts, supporters, earlier, layer }: Makings,
  view: View,
  page: (offset: number) => string,
  places: () => ReadingPlaces,
): Entry {
  const { text, lines } = view.witness
  const from = parts[0]?.from ?? 0
  const to = parts.at(-1)?.to ?? from
  const corr = parts.map((part) => part.corr).join('')
  const sorted = [...supporters].sort(
    (a, b) => byCertainty(a.cert, b.cert) || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0),
  )
  const best = sorted[0] ?? earlier
  return {
    id,
    from,
    to,
    line: lines.at(from),
    page: page(from),
    parts,
    sic: parts.map((part) => text.slice(part.from, part.to)).join(''),
    corr,
    candidates: best?.candidates ?? [corr],
    context: earlier?.context ?? places().context(from, to),
    error: best?.error ?? 'ocr',
    rules: unique([...(earlier?.rules ?? []), ...sorted.map(({ rule }) => rule)]).sort(),
    cert: best?.cert ?? 'high',
    evidence: unique([...sorted.flatMap(({ evidence }) => evidence), ...(earlier?.evidence ?? [])]),
    state: 'proposed',
    by: undefined,
    notes: [],
    beatenBy: undefined,
    unasked: earlier?.unasked === true || supporters.some(({ unasked }) => unasked),
    layer: supporters.length > 0 ? layer : (earlier?.layer ?? layer),
    supersedes: unique([
      ...(earlier?.supersedes ?? []),
      ...supporters.flatMap(({ supersedes }) => supersedes),
    ]).sort(),
    ground: parts,
    age: undefined,
  }
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)]
}
