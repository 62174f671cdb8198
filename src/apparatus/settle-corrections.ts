import type { EditorsNote } from '../model/correction.ts'
import type { Emendation, EmendedPart } from '../model/emendation.ts'
import type { Span } from '../model/span.ts'
import type { View } from '../model/view.ts'
import { compete } from './compete.ts'
import { type Entry, keyOf } from './entry.ts'
import { Ground } from './ground.ts'
import { correctionIds } from './identify.ts'
import { type Makings, makeEntry } from './make-entry.ts'
import { pageNumbers } from './page-number.ts'
import { type ReadingPlaces, readingPlaces } from './reading-place.ts'
import type { CorrectionVerdict, RemarkVerdict, Verdicts } from './verdict.ts'

/**
 * Settles the emendations of one layer with the entries of the layers before it and with what people
 * decided: one entry for each edit, with all the rules that propose it, and one winner for each
 * place. `layer` is the index of the layer.
 *
 * A decision joins the entry that it is about as soon as a layer proposes it. One that no rule
 * proposes joins when something touches its place, else in the last layer, so that nothing is lost.
 *
 * O(n log n) in the entries, O(n) in the lines of the witness when there are new ones.
 */
export function settleCorrections(
  earlier: readonly Entry[],
  emendations: readonly Emendation[],
  { corrections: verdicts, remarks }: Pick<Verdicts, 'corrections' | 'remarks'>,
  view: View,
  layer: number,
  isLast: boolean,
): readonly Entry[] {
  if (earlier.length + emendations.length === 0 && (!isLast || verdicts.length === 0)) return []
  const known = new Map(earlier.map((entry) => [keyOf(entry.parts), entry]))
  const makings = new Map<string, Omit<Makings, 'id'> & { readonly supporters: Emendation[] }>()
  for (const emendation of emendations) makingsOf(emendation.parts).supporters.push(emendation)
  const proposed = groundOfAll([...earlier, ...emendations])
  const byKey = new Map(verdicts.map((verdict) => [keyOf(verdict.parts), verdict]))
  for (const [key, { act, parts, spans }] of byKey) {
    if (known.has(key) || parts.length === 0) continue
    const isClaimed = act !== 'reject' && proposed.holderOf(spans) !== undefined
    if (isLast || isClaimed) makingsOf(parts)
  }
  const entries = new Map([...known, ...made([...makings], view)])
  const byId = new Map([...entries.values()].map((entry) => [entry.id, entry]))
  const bare = rejectionsById(verdicts)
  const notesOn = remarksAt(remarks)
  const rejected = rejectedPlaces(verdicts)
  return compete(
    [...entries].map(([key, entry]) => {
      const verdict = byKey.get(key) ?? bare.get(entry.id)
      const set = verdict && verdict.act !== 'reject' ? verdict.spans : []
      const ground = [...groundOf(entry, byId), ...set]
      return { ...judged(entry, verdict, rejected), ground, notes: notesOn(entry) }
    }),
  )

  function makingsOf(parts: readonly EmendedPart[]): { readonly supporters: Emendation[] } {
    const key = keyOf(parts)
    const found = makings.get(key)
    if (found) return found
    const fresh = { parts, supporters: [], earlier: known.get(key), layer }
    makings.set(key, fresh)
    return fresh
  }
}

function made(
  makings: readonly (readonly [string, Omit<Makings, 'id'>])[],
  view: View,
): readonly (readonly [string, Entry])[] {
  if (makings.length === 0) return []
  const ids = correctionIds(
    view.witness,
    makings.map(([, { parts }]) => parts),
  )
  const page = pageNumbers(view.markings)
  let places: ReadingPlaces | undefined
  const placesOnce = (): ReadingPlaces => {
    places ??= readingPlaces(view.reading)
    return places
  }
  return makings.map(([key, making], i) => {
    return [key, makeEntry({ ...making, id: ids[i] ?? '' }, view, page, placesOnce)]
  })
}

/**
 * An entry with what became of it, as long as no other one beats it. Where a person has rejected a
 * reading, another one is asked about and never set unasked.
 */
function judged(
  entry: Entry,
  verdict: CorrectionVerdict | undefined,
  rejected: ReadonlySet<string>,
): Entry {
  if (verdict) {
    const state = ({ accept: 'accepted', reject: 'rejected', amend: 'amended' } as const)[
      verdict.act
    ]
    return { ...entry, state, by: verdict.by, age: verdict.age }
  }
  const isUnasked = entry.unasked && !rejected.has(placeOf(entry.parts))
  return { ...entry, state: isUnasked ? 'applied' : 'proposed', by: undefined, age: undefined }
}

function rejectedPlaces(verdicts: readonly CorrectionVerdict[]): ReadonlySet<string> {
  const rejections = verdicts.filter(({ act, parts }) => act === 'reject' && parts.length > 0)
  return new Set(rejections.map(({ parts }) => placeOf(parts)))
}

/** Finds what editors noted on an entry: by its id, or else by its place. */
function remarksAt(remarks: readonly RemarkVerdict[]): (entry: Entry) => readonly EditorsNote[] {
  if (remarks.length === 0) return () => []
  const found = new Map<string, EditorsNote[]>()
  for (const { id, spans, edited, by, text } of remarks) {
    for (const key of new Set([id, placeOf(spans), placeOf(edited)])) {
      const notes = found.get(key)
      if (notes) notes.push({ by, text })
      else found.set(key, [{ by, text }])
    }
  }
  return (entry) => found.get(entry.id) ?? found.get(placeOf(entry.parts)) ?? []
}

function placeOf(spans: readonly Span[]): string {
  return spans.map(({ from, to }) => `${from}-${to}`).join(' ')
}

function groundOfAll(all: readonly { readonly parts: readonly Span[] }[]): Ground {
  const ground = new Ground()
  for (const { parts } of all) ground.take(parts, 'proposed')
  return ground
}

/** The parts of an entry, and of all that it supersedes. */
function groundOf(entry: Entry, byId: ReadonlyMap<string, Entry>): readonly Span[] {
  return [entry, ...entry.supersedes.flatMap((id) => byId.get(id) ?? [])].flatMap((each) =>
    each === entry ? each.parts : each.ground,
  )
}

/** Decisions that leave the text as it is printed, by the id of the entry that they are about. */
function rejectionsById(
  verdicts: readonly CorrectionVerdict[],
): ReadonlyMap<string, CorrectionVerdict> {
  const bare = verdicts.filter((verdict) => verdict.parts.length === 0)
  return new Map(bare.map((verdict) => [verdict.decision.target.id, verdict]))
}
