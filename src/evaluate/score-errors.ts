import type { Choice } from './edition-lines.ts'
import type { Entry } from './read-entries.ts'
import { type GoldOf, goldOf } from './read-gold.ts'
import { readingFrom } from './reading-from.ts'
import type { Share } from './share.ts'
import { isCovered, type Miss, type Scored, type Task } from './task.ts'
import { squeeze, tight } from './white-space.ts'

export const CERTAINTIES = ['high', 'medium', 'low'] as const

export type Cert = (typeof CERTAINTIES)[number]

/** Errors of one certainty that the edition mends, and the same by class. */
export interface MendedFigure {
  readonly all: Share
  readonly classes: Readonly<Record<string, Share>>
}

export interface ErrorFigure {
  readonly mended: Readonly<Partial<Record<Cert, MendedFigure>>>
  /** Places where the edition does not read what is printed. */
  readonly applied: number
  /** Those of them with no known error on their line or the next to it: harm, maybe. */
  readonly unknown: number
  /** Errors beyond doubt with an entry of the apparatus beside them; undefined without one. */
  readonly pointed: (Share & { readonly entries: number }) | undefined
}

/** Classes of which no rule can be expected to know. */
const BEYOND_RULES = new Set(['comma', 'grammar', 'word'])

/** Errors that the edition mends, and what it changes besides. */
export function scoreErrors(
  task: Task,
  apparatus: readonly Entry[] | undefined,
):
  | (Scored<ErrorFigure> & { readonly harm: readonly Miss[]; readonly silent: readonly Miss[] })
  | undefined {
  const gold = goldOf(task.gold, 'error')
  if (gold.length === 0) return undefined
  const changed = new Set(task.edition.choices.map(({ line }) => line))
  const mended: Partial<Record<Cert, { all: Tally; classes: Record<string, Tally> }>> = {}
  const misses: Miss[] = []
  for (const error of gold) {
    const kind = classOf(error)
    const own = mended[error.cert] ?? { all: tally(), classes: {} }
    mended[error.cert] = own
    const ofClass = own.classes[kind] ?? tally()
    own.classes[kind] = ofClass
    const done = isBeside(changed, error.line) && isMended(task, error)
    for (const count of [own.all, ofClass]) {
      count.of++
      if (done) count.hits++
    }
    if (!done) misses.push(errorMiss(error, whatIsRead(task, error)))
  }
  const known = new Set(gold.map(({ line }) => line))
  const applied = task.edition.choices.filter(({ line }) => isCovered(task, line))
  const harm = applied.filter(({ line }) => !isBeside(known, line))
  const silent = silentErrors(gold, apparatus)
  const countable = gold.filter(isCountable)
  return {
    figure: {
      mended,
      applied: applied.length,
      unknown: harm.length,
      pointed: apparatus && {
        hits: countable.length - silent.length,
        of: countable.length,
        entries: apparatus.filter(({ line }) => isCovered(task, line)).length,
      },
    },
    misses,
    harm: harm.map(({ line, sic, corr }: Choice) => ({
      line,
      text: 'no error is known here',
      truth: sic,
      edition: corr,
    })),
    silent: silent.map((error) => errorMiss(error, `${error.raw}, without an entry`)),
  }
}

interface Tally {
  hits: number
  of: number
}

function tally(): Tally {
  return { hits: 0, of: 0 }
}

function errorMiss(error: GoldOf<'error'>, edition: string): Miss {
  const text = `${classOf(error)}, ${error.cert}`
  return { line: error.line, text, truth: error.corr, edition }
}

/** The error where it stands as it was, or else what stands there now. */
function whatIsRead(task: Task, { raw, line }: GoldOf<'error'>): string {
  const now = readingFrom(task, line)
  return now.includes(squeeze(raw)) ? raw : now.slice(0, 60)
}

/** A comma too many or too few is a class of its own. */
export function classOf(error: GoldOf<'error'>): string {
  const bare = (text: string): string => tight(text).replaceAll(',', '')
  return error.class === 'punct' && bare(error.raw) === bare(error.corr) ? 'comma' : error.class
}

function isBeside(lines: ReadonlySet<number>, line: number): boolean {
  return lines.has(line - 1) || lines.has(line) || lines.has(line + 1)
}

/** Whether the edition reads the correction on the line or the two after it, and not the error. */
function isMended(task: Task, error: GoldOf<'error'>): boolean {
  const now = readingFrom(task, error.line)
  const unhyphened = now.replaceAll('-', '')
  const sic = squeeze(error.raw).replaceAll('-', '')
  const corr = squeeze(error.corr)
  const bare = corr.replaceAll('-', '')
  const reads = now.includes(corr) || unhyphened.includes(bare)
  const still = sic !== bare && unhyphened.includes(sic) && sic.length > corr.length
  return reads && !still
}

/** Whether an error is beyond doubt, or nearly so, and of a class that a rule can know of. */
export function isCountable(error: GoldOf<'error'>): boolean {
  return error.cert !== 'low' && !BEYOND_RULES.has(classOf(error))
}

function silentErrors(
  gold: readonly GoldOf<'error'>[],
  apparatus: readonly Entry[] | undefined,
): readonly GoldOf<'error'>[] {
  if (!apparatus) return []
  const lines = new Set(apparatus.map(({ line }) => line))
  return gold.filter((error) => isCountable(error) && !isBeside(lines, error.line))
}
