import type { SavedScore } from './saved-score.ts'
import type { Miss } from './task.ts'

type Figure = SavedScore['figures'][number]

/** A figure of two runs; undefined where a run does not have it. */
export interface Change {
  readonly name: string
  readonly before: Figure | undefined
  readonly after: Figure | undefined
  /** Whether it is one of the figures whose fall is a loss. */
  readonly matters: boolean
}

/** What is otherwise in a later run. */
export interface Comparison {
  readonly better: readonly Change[]
  readonly worse: readonly Change[]
  /** Figures that only the later run has. */
  readonly added: readonly Change[]
  /** By kind; a kind without any is not there. */
  readonly newMisses: ReadonlyMap<string, readonly Miss[]>
  readonly goneMisses: ReadonlyMap<string, readonly Miss[]>
}

/**
 * Compares two runs. A figure that is no longer measured is worse: a check that vanishes must not
 * look like one that passes.
 */
export function compareScores(before: SavedScore, after: SavedScore): Comparison {
  const now = new Map(after.figures.map((figure) => [figure.name, figure]))
  const then = new Map(before.figures.map((figure) => [figure.name, figure]))
  const changes = before.figures.map(
    (figure): Change => ({
      name: figure.name,
      before: figure,
      after: now.get(figure.name),
      matters: figure.matters,
    }),
  )
  return {
    better: changes.filter((change) => turned(change) > 0),
    worse: changes.filter((change) => turned(change) < 0),
    added: after.figures.flatMap((figure): Change[] =>
      then.has(figure.name)
        ? []
        : [{ name: figure.name, before: undefined, after: figure, matters: figure.matters }],
    ),
    newMisses: beyond(after.misses, before.misses),
    goneMisses: beyond(before.misses, after.misses),
  }
}

/** Whether something that matters became worse. */
export function isWorse({ worse }: Comparison): boolean {
  return worse.some(({ matters }) => matters)
}

/** Above 0 where a figure became better, below it where it became worse. */
function turned({ before, after }: Change): number {
  const was = before?.value ?? null
  const is = after?.value ?? null
  if (was === null || is === null) return was === null ? 0 : -1
  return before?.good === 'small' ? was - is : is - was
}

/**
 * The misses that `all` has and `known` has not, or not so often. Lines do not count: they move when
 * a raw text is extracted or set again.
 */
function beyond(
  all: SavedScore['misses'],
  known: SavedScore['misses'],
): ReadonlyMap<string, readonly Miss[]> {
  const found = new Map<string, readonly Miss[]>()
  for (const [kind, misses] of Object.entries(all)) {
    const counts = new Map<string, number>()
    for (const one of known[kind] ?? []) counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) + 1)
    const own = misses.filter((one) => {
      const left = counts.get(keyOf(one)) ?? 0
      counts.set(keyOf(one), left - 1)
      return left <= 0
    })
    if (own.length > 0) found.set(kind, own)
  }
  return found
}

function keyOf({ text, truth, edition }: Miss): string {
  return JSON.stringify([text, truth, edition])
}
