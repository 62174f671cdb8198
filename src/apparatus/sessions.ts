import type { Decision } from '../model/decision.ts'
import type { Session, Work } from '../model/session.ts'

const OF_ACTS = {
  accept: 'accepted',
  reject: 'rejected',
  amend: 'amended',
  clear: 'cleared',
  note: 'noted',
} as const satisfies Readonly<Record<string, Work>>

const OF_TARGETS = { word: 'words', rule: 'rules', page: 'pages' } as const

/**
 * What each editor did each day, the oldest first: for the revision history. `log` is without what was
 * undone; an event that stands in it twice counts once. O(n log n).
 */
export function sessionsOf(log: readonly Decision[]): readonly Session[] {
  const sessions = new Map<string, { by: string; day: string; counts: Map<Work, number> }>()
  const seen = new Set<string>()
  for (const decision of log) {
    const work = workOf(decision)
    const event = JSON.stringify(decision)
    if (work === undefined || seen.has(event)) continue
    seen.add(event)
    const { at, by } = decision
    const day = at.slice(0, 10)
    const key = JSON.stringify([day, by])
    const session = sessions.get(key) ?? { by, day, counts: new Map<Work, number>() }
    session.counts.set(work, (session.counts.get(work) ?? 0) + 1)
    sessions.set(key, session)
  }
  return [...sessions].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, session]) => session)
}

function workOf({ act, target }: Decision): Work | undefined {
  if (act === 'undo') return undefined
  if (act === 'clear') return 'cleared'
  if (target.kind === 'word' || target.kind === 'rule' || target.kind === 'page') {
    return OF_TARGETS[target.kind]
  }
  return OF_ACTS[act]
}
