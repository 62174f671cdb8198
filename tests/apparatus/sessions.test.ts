import { describe, expect, it } from 'vitest'
import { foldDecisions } from '../../src/apparatus/fold.ts'
import type { Decision, PlaceDecision } from '../../src/model/decision.ts'
import { witnessOf } from '../support/view-of.ts'

const WITNESS = witnessOf('the press and the ink')

function placed(act: PlaceDecision['act'], at: string, by: string, more = {}): Decision {
  const part = { line: 1, from: 4, exact: 'press', prefix: 'the ', suffix: ' and' }
  const target = { kind: 'correction', id: 'x', sic: 'press', corr: 'prefs' } as const
  return { act, at, by, target: { ...target, parts: [{ ...part, corr: 'prefs' }] }, ...more }
}

function word(at: string, by: string): Decision {
  return { act: 'accept', at, by, target: { kind: 'word', id: 'word:ink', word: 'ink' } }
}

function told(log: readonly Decision[]) {
  return foldDecisions(WITNESS, log).sessions.map(({ by, counts, day }) => {
    return `${day} ${by}: ${[...counts].map(([work, count]) => `${count} ${work}`).join(', ')}`
  })
}

const LOG = [
  placed('accept', '2026-11-20T23:30:00+03:00', 'Anna'),
  placed('reject', '2026-11-20T08:00:00Z', 'Anna'),
  placed('amend', '2026-11-19T08:00:00Z', 'Boris'),
  word('2026-11-20', 'Boris'),
  placed('clear', '2026-11-21T08:00:00Z', 'Anna'),
]

describe('sessions', () => {
  it('are what each editor did each day, the oldest first', () => {
    expect(told(LOG)).toEqual([
      '2026-11-19 Boris: 1 amended',
      '2026-11-20 Anna: 1 rejected, 1 accepted',
      '2026-11-20 Boris: 1 words',
      '2026-11-21 Anna: 1 cleared',
    ])
  })

  it('are the same when a log is replayed twice', () => {
    expect(told([...LOG, ...LOG])).toEqual(told(LOG))
  })

  it('know nothing of what was undone', () => {
    const act = placed('accept', '2026-11-22T08:00:00Z', 'Anna', { batch: 'b1' })
    const undo: Decision = {
      act: 'undo',
      at: '2026-11-22T09:00:00Z',
      by: 'Anna',
      target: { kind: 'batch', id: 'b1' },
    }
    expect(told([...LOG, act]).at(-1)).toBe('2026-11-22 Anna: 1 accepted')
    expect(told([...LOG, act, undo])).toEqual(told(LOG))
  })

  it('are none where nobody decided', () => {
    expect(told([])).toEqual([])
  })
})
