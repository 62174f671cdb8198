import type { Act, Entry } from './wire.ts'

/** What a plain yes or no means: for a hyphen that asks, that it goes or stays. */
export function actOn({ id, class: role }: Entry, act: 'accept' | 'reject'): Act {
  if (role !== 'hyphen') return { kind: 'entry', id, act }
  return { kind: 'entry', id, act: 'accept', value: act === 'accept' ? 'soft' : 'hard' }
}
