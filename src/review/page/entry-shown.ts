import type { Entry } from '../wire.ts'

/** An entry as it is once somebody has decided. */
export function decided(entry: Entry, act: 'accept' | 'reject', by: string): Entry {
  if (entry.class === 'hyphen') {
    return { ...entry, state: 'accepted', corr: act === 'accept' ? 'soft' : 'hard', by }
  }
  return { ...entry, state: act === 'accept' ? 'accepted' : 'rejected', by }
}

/** An entry in a few words. */
export function nameOf({ kind, sic, corr, class: role }: Entry): string {
  return kind === 'correction' ? `${sic || 'nothing'} → ${corr || 'nothing'}` : `${role} ${sic}`
}

/** Two lists in the order of the text as one. */
export function merged(a: readonly Entry[], b: readonly Entry[]): readonly Entry[] {
  if (b.length === 0) return a
  return [...a, ...b].sort((x, y) => x.line - y.line || x.from - y.from)
}
