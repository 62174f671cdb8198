import type { Decision } from '../model/decision.ts'

/** The batch of what takes another batch back. */
const UNDOES = 'undo:'

/** Decisions that were made as one act. */
interface Group {
  readonly batch: string
  readonly decisions: readonly Decision[]
}

/**
 * What an editor can undo next: the last act of theirs that was not undone, bulk or not. Linear in
 * the log.
 */
export function lastAct(log: readonly Decision[], by: string): Group | undefined {
  const groups: Group[] = []
  for (const group of groupsOf(log, by)) {
    if (!group.batch.startsWith(UNDOES)) groups.push(group)
    else {
      const undone = group.batch.slice(UNDOES.length)
      const at = groups.findLastIndex(({ batch }) => batch === undone)
      if (at >= 0) groups.splice(at, 1)
    }
  }
  return groups.at(-1)
}

/**
 * The decisions that bring back how it stood before an act: what the editor had said of the same
 * things before, or nothing.
 */
export function undoing(
  log: readonly Decision[],
  { batch, decisions }: Group,
  at: string,
): readonly Decision[] {
  const before = new Map<string, Decision>()
  for (const decision of log) {
    if (decisions.includes(decision)) break
    if (decision.by === decisions[0]?.by) before.set(decision.target.id, decision)
  }
  return decisions.map(({ by, target }) => {
    const earlier = before.get(target.id) ?? { act: 'clear' as const, target, by }
    return { ...earlier, at, batch: `${UNDOES}${batch}` }
  })
}

/** The acts of an editor, in their order. A decision without a batch is an act of its own. */
function groupsOf(log: readonly Decision[], by: string): readonly Group[] {
  const groups: { batch: string; decisions: Decision[] }[] = []
  for (const [i, decision] of log.entries()) {
    if (decision.by !== by) continue
    const batch = decision.batch ?? `single ${i}`
    const last = groups.at(-1)
    if (last?.batch === batch) last.decisions.push(decision)
    else groups.push({ batch, decisions: [decision] })
  }
  return groups
}
