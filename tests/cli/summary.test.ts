import { describe, expect, it } from 'vitest'
import { type Counted, summaryLines, summaryOf } from '../../src/cli/summary.ts'
import type { Correction, CorrectionState } from '../../src/model/correction.ts'
import type { Marking } from '../../src/model/marking.ts'
import type { NoticeCode } from '../../src/model/notice.ts'

const MARKED = { kind: 'marking', rule: 'note/x', cert: 'high', evidence: [], to: 9 } as const

function note(from: number): Marking {
  const label = { from, to: from + 1 }
  return { ...MARKED, role: 'note', from, parts: [], label, siglum: '1', place: 'foot' }
}

function call(from: number, to: number | undefined): Marking {
  return { ...MARKED, role: 'call', from, siglum: '1', note: to }
}

function hyphen(value: 'soft' | 'hard' | 'ask'): Marking {
  return { ...MARKED, role: 'hyphen', from: 0, value }
}

function correction(state: CorrectionState, beatenBy?: string): Correction {
  return {
    id: 'c1',
    line: 1,
    page: '1',
    from: 0,
    to: 1,
    parts: [],
    sic: 'a',
    corr: 'b',
    candidates: [],
    context: ['', ''],
    error: 'letter',
    rules: [],
    cert: 'high',
    evidence: [],
    notes: [],
    state,
    by: undefined,
    beatenBy,
  }
}

function output(found: Partial<Counted>): Counted {
  return { notices: [], corrections: [], markings: [], ...found }
}

function notices(...codes: readonly NoticeCode[]): Counted['notices'] {
  return codes.map((code) => ({ kind: 'notice', code, line: 1, message: '' }))
}

describe('summaryOf', () => {
  it('counts a note as linked when a call points to it, however many do', () => {
    const page: Marking = { ...MARKED, role: 'page', from: 0, number: '1', printed: '1' }
    const markings = [page, note(5), note(7), call(1, 5), call(2, 5), call(3, undefined)]
    const { pages, notes } = summaryOf(output({ markings }))
    expect([pages, notes]).toEqual([1, { all: 2, linked: 1 }])
  })

  it('counts what is in force, what is proposed and what a person has decided', () => {
    const corrections = [
      correction('applied'),
      correction('applied', 'c9'),
      correction('accepted'),
      correction('amended'),
      correction('proposed'),
      correction('proposed', 'c9'),
      correction('rejected'),
    ]
    expect(summaryOf(output({ corrections })).corrections).toEqual({
      inForce: 3,
      decided: 2,
      proposed: 1,
      rejected: 1,
    })
  })
})

describe('summaryLines', () => {
  it('says it in four lines', () => {
    const found = output({
      markings: [note(5), call(1, 5), hyphen('soft'), hyphen('soft'), hyphen('ask')],
      corrections: [correction('applied'), correction('rejected')],
      notices: notices('note-without-call', 'page-numbers-missing'),
    })
    expect(summaryLines('setter', summaryOf(found))).toEqual([
      'no pages, 1 note, 1 of them linked',
      'hyphens at line ends: 2 soft, 0 hard, 1 to decide',
      '1 correction applied, 0 proposed, 1 rejected',
      '2 notices, 1 of weight: `emend check setter` lists them',
    ])
  })
})
