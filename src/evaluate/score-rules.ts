import { lineStarts, type PlacedError, placeErrors, touch } from './error-places.ts'
import type { Entry } from './read-entries.ts'
import { RightReadings, type Touching } from './right-readings.ts'
import { classOf, isCountable } from './score-errors.ts'
import type { Share } from './share.ts'
import { isCovered, type Miss, type Task } from './task.ts'

/** How well a rule does, by the entries of the apparatus that it supports. */
export interface RuleFigure {
  readonly rule: string
  /** Of the entries that are in force, those that touch a known error. */
  readonly applied: Share
  /** Of those that only propose. */
  readonly proposed: Share
  /** Of those that the rule is sure of, whatever became of them, those whose first reading is right. */
  readonly sure: Share
  /** Of the entries that touch a known error, those whose first reading is right. */
  readonly first: Share
  /** The same, with the right reading anywhere among the candidates. */
  readonly among: Share
  /** By class of errors beyond doubt or nearly so, those that the rule touches. */
  readonly recall: Readonly<Record<string, Share>>
  /** Entries that touch no known error. */
  readonly strays: readonly Miss[]
}

/** An entry that is counted, at its place in the raw text. */
interface Placed extends Touching {
  readonly entry: Entry
}

/** Calibrates rules: holds the entries of the apparatus against the known errors, rule by rule. */
export function scoreRules(task: Task, entries: readonly Entry[]): readonly RuleFigure[] {
  const { errors, placed } = placeEntries(task, entries)
  const right = new RightReadings(task.raw.join('\n'), placed)
  const rules = [...new Set(placed.flatMap(({ entry }) => entry.rule ?? []))].sort()
  return rules.map((rule) => {
    const own = placed.filter(({ entry }) => entry.rule?.includes(rule))
    return ruleFigure(rule, own, errors, right)
  })
}

/**
 * Of the errors that a rule can know of and that an entry touches, those of which one has the right
 * reading first.
 */
export function scoreFirstReadings(task: Task, entries: readonly Entry[]): Share {
  const { placed } = placeEntries(task, entries)
  const right = new RightReadings(task.raw.join('\n'), placed)
  const touched = new Set<PlacedError>()
  const mended = new Set<PlacedError>()
  for (const one of placed) {
    for (const placedError of one.errors) {
      if (!isCountable(placedError.error)) continue
      touched.add(placedError)
      if (right.isRight(one, one.corr)) mended.add(placedError)
    }
  }
  return { hits: mended.size, of: touched.size }
}

/** The known errors, and the entries that count, each with those that it touches. */
function placeEntries(
  task: Task,
  entries: readonly Entry[],
): { readonly errors: readonly PlacedError[]; readonly placed: readonly Placed[] } {
  const starts = lineStarts(task.raw)
  const errors = placeErrors(task, starts)
  const byLine = errorsByLine(errors)
  const placed = entries.flatMap((entry): Placed[] => {
    const { line, from, to, beatenBy } = entry
    if (from === undefined || to === undefined || beatenBy !== undefined) return []
    if (!isCovered(task, line)) return []
    const start = starts[line - 1] ?? 0
    const at = { from: start + from, to: start + to }
    const near = [line - 2, line - 1, line].flatMap((n) => byLine.get(n) ?? [])
    const errors = near.filter(({ places }) => places.some((place) => touch(place, at)))
    return [{ entry, at, corr: entry.corr ?? '', errors }]
  })
  return { errors, placed }
}

function errorsByLine(errors: readonly PlacedError[]): ReadonlyMap<number, readonly PlacedError[]> {
  const byLine = new Map<number, PlacedError[]>()
  for (const placed of errors) {
    const own = byLine.get(placed.error.line)
    if (own) own.push(placed)
    else byLine.set(placed.error.line, [placed])
  }
  return byLine
}

const IN_FORCE = new Set(['applied', 'accepted', 'amended'])

function ruleFigure(
  rule: string,
  own: readonly Placed[],
  errors: readonly PlacedError[],
  right: RightReadings,
): RuleFigure {
  const hits = own.filter((one) => one.errors.length > 0)
  const share = (some: readonly Placed[]): Share => ({
    hits: some.filter((one) => one.errors.length > 0).length,
    of: some.length,
  })
  const ofHits = (is: (one: Placed) => boolean): Share => ({
    hits: hits.filter(is).length,
    of: hits.length,
  })
  const inForce = (one: Placed): boolean => IN_FORCE.has(one.entry.state ?? '')
  return {
    rule,
    applied: share(own.filter(inForce)),
    proposed: share(own.filter(({ entry }) => entry.state === 'proposed')),
    sure: sureOf(own, right),
    first: ofHits((one) => right.isRight(one, one.corr)),
    among: ofHits((one) =>
      [one.corr, ...(one.entry.candidates ?? [])].some((reading) => right.isRight(one, reading)),
    ),
    recall: recallOf(hits, errors),
    strays: own
      .filter((one) => one.errors.length === 0 && one.entry.state !== 'rejected')
      .map(({ entry: { line, sic = '', corr = '', state = '' } }) => ({
        line,
        text: state,
        truth: sic === '' ? 'nothing' : sic,
        edition: corr === '' ? 'nothing' : corr,
      })),
  }
}

function sureOf(own: readonly Placed[], right: RightReadings): Share {
  const sure = own.filter(({ entry }) => entry.cert === 'high')
  return {
    hits: sure.filter((one) => one.errors.length > 0 && right.isRight(one, one.corr)).length,
    of: sure.length,
  }
}

/** By class, the errors that are touched; classes of which none is are left out. */
function recallOf(
  hits: readonly Placed[],
  errors: readonly PlacedError[],
): Readonly<Record<string, Share>> {
  const touched = new Set(hits.flatMap((one) => one.errors.map(({ error }) => error)))
  const recall: Record<string, { hits: number; of: number }> = {}
  for (const { error } of errors) {
    if (error.cert === 'low') continue
    const name = classOf(error)
    const own = recall[name] ?? { hits: 0, of: 0 }
    recall[name] = own
    own.of++
    if (touched.has(error)) own.hits++
  }
  return Object.fromEntries(Object.entries(recall).filter(([, { hits: some }]) => some > 0))
}
