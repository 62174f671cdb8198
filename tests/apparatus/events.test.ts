import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldDecisions } from '../../src/apparatus/fold.ts'
import {
  correctionTarget,
  emendationTarget,
  pageTarget,
  ruleTarget,
  wordTarget,
} from '../../src/apparatus/quote.ts'
import { notUndone } from '../../src/apparatus/undone.ts'
import type { Decision, PageState } from '../../src/model/decision.ts'
import { seriesOf } from '../../src/model/series.ts'
import { witnessOf } from '../support/view-of.ts'
import { marking, replacing, run, told } from './toy-run.ts'

const TEXT = 'one two three four\nfive two six three\nseven three eight\n'
const THREES = replacing('word/three', 'word', 'three', 'tree', { unasked: false })
const witness = witnessOf(TEXT)
const entries = run(TEXT, [THREES]).apparatus.corrections

/** An event of an editor on a day of January. */
function event<T extends object>(by: string, day: number, rest: T) {
  return { at: `2026-01-${String(day).padStart(2, '0')}`, by, ...rest }
}

function accepted(nth: number, day: number, batch?: string, by = 'anna'): Decision {
  const entry = entries[nth]
  if (!entry) throw new Error('Expected an entry')
  const target = correctionTarget(witness, entry)
  return event(by, day, { act: 'accept' as const, target, ...(batch ? { batch } : {}) })
}

function undone(id: string, day: number, batch?: string, by = 'anna'): Decision {
  const target = { kind: 'batch', id } as const
  return event(by, day, { act: 'undo' as const, target, ...(batch ? { batch } : {}) })
}

function states(log: readonly Decision[]): readonly string[] {
  return run(TEXT, [THREES], log).apparatus.corrections.map(({ state }) => state)
}

describe('an act', () => {
  const all = [0, 1, 2].map((nth) => accepted(nth, 2, 'b1'))

  it('is undone as one, and what was decided before stands again', () => {
    expect(states(all)).toEqual(['accepted', 'accepted', 'accepted'])
    expect(states([...all, undone('b1', 3)])).toEqual(['proposed', 'proposed', 'proposed'])
    const before = accepted(1, 1, 'b0')
    expect(states([before, ...all, undone('b1', 3)])).toEqual(['proposed', 'accepted', 'proposed'])
  })

  it('is done again when its undoing is undone', () => {
    const again = [...all, undone('b1', 3, 'b2'), undone('b2', 4, 'b3')]
    expect(states(again)).toEqual(['accepted', 'accepted', 'accepted'])
    expect(states([...again, undone('b3', 5)])).toEqual(['proposed', 'proposed', 'proposed'])
  })

  it('of another editor is not undone', () => {
    expect(states([...all, undone('b1', 3, undefined, 'ben')])).toEqual(states(all))
  })

  it('leaves no trace when it is undone, wherever it stands in the log', () => {
    let traces = 0
    const acts = fc.array(
      fc.record({ nth: fc.nat(2), batch: fc.constantFrom('a', 'b', 'c'), undo: fc.boolean() }),
      { maxLength: 8 },
    )
    fc.assert(
      fc.property(acts, (drawn) => {
        const log = drawn.map(({ nth, batch, undo }, i) =>
          undo ? undone(batch, i + 1) : accepted(nth, i + 1, batch),
        )
        const gone = new Set(drawn.filter(({ undo }) => undo).map(({ batch }) => batch))
        const kept = log.filter((_, i) => {
          const { undo, batch } = drawn[i] ?? { undo: true, batch: '' }
          return !undo && !gone.has(batch)
        })
        if (kept.length > 0 && kept.length < log.length) traces++
        expect(notUndone(log)).toEqual(kept)
        expect(states(log)).toEqual(states(kept))
      }),
      { seed: 20261123 },
    )
    expect(traces).toBeGreaterThan(20)
  })
})

describe('a note', () => {
  it('goes into the apparatus and decides nothing', () => {
    const [entry] = entries
    if (!entry) throw new Error('Expected an entry')
    const target = correctionTarget(witness, entry)
    const log = [
      event('anna', 1, { act: 'note' as const, target, note: 'as in the first edition' }),
    ]
    const [noted, other] = run(TEXT, [THREES], log).apparatus.corrections
    expect(noted).toMatchObject({
      state: 'proposed',
      notes: [{ by: 'anna', text: 'as in the first edition' }],
    })
    expect(other?.notes).toEqual([])
    const empty = event('anna', 2, { act: 'note' as const, target, note: '' })
    expect(run(TEXT, [THREES], [...log, empty]).apparatus.corrections[0]?.notes).toEqual([])
  })

  it('may come with a decision', () => {
    const log = [{ ...accepted(0, 1), note: 'surely' }]
    expect(run(TEXT, [THREES], log).apparatus.corrections[0]).toMatchObject({
      state: 'accepted',
      notes: [{ by: 'anna', text: 'surely' }],
    })
  })
})

describe('an emendation of an editor', () => {
  it('stands where nothing was proposed', () => {
    const target = emendationTarget(witness, { from: 4, to: 7 }, 'too')
    const log = [event('anna', 1, { act: 'accept' as const, target })]
    expect(told(run(TEXT, [THREES], log))[0]).toBe('w→o accepted')
  })
})

describe('what is decided for the whole book', () => {
  it('is that a word is right, until its editor takes it back', () => {
    const right = event('anna', 1, { act: 'accept' as const, target: wordTarget('Three') })
    const back = event('anna', 2, { act: 'clear' as const, target: wordTarget('three') })
    expect(foldDecisions(witness, [right]).words).toEqual(['three'])
    expect(foldDecisions(witness, [right, back]).words).toEqual([])
    expect(foldDecisions(witness, [right, { ...back, by: 'ben' }]).words).toEqual(['three'])
  })

  it('is that a rule is off', () => {
    const off = event('anna', 1, { act: 'reject' as const, target: ruleTarget('word/three') })
    expect(foldDecisions(witness, [off]).rulesOff).toEqual(['word/three'])
  })
})

describe('the state of a page', () => {
  const PAGED = marking('page/page', 'page', [
    {
      kind: 'marking',
      role: 'page',
      rule: 'page/page',
      cert: 'high',
      evidence: [],
      from: 0,
      to: 0,
      number: '1',
      printed: '1',
    },
  ])
  const said = (by: string, day: number, state: PageState): Decision =>
    event(by, day, { act: 'accept' as const, target: pageTarget(witness, 0, state) })

  it('is what was said of it last', () => {
    const log = [said('anna', 1, 'in-review'), said('ben', 2, 'problem')]
    const { pages } = run(TEXT, [PAGED], log).apparatus
    expect(pages).toEqual([{ from: 0, state: 'problem', by: 'ben' }])
  })

  it('is verified by a second person only', () => {
    const alone = [said('anna', 1, 'reviewed'), said('anna', 2, 'verified')]
    const folded = foldDecisions(witness, alone)
    expect(folded.pages).toEqual([{ from: 0, state: 'reviewed', by: 'anna' }])
    expect(folded.notices.map(({ code }) => code)).toEqual(['page-verified-alone'])
    const both = [said('anna', 1, 'reviewed'), said('ben', 2, 'verified')]
    expect(foldDecisions(witness, both).pages).toEqual([{ from: 0, state: 'verified', by: 'ben' }])
  })

  it('is an orphan when its page is gone', () => {
    const other = witnessOf('nothing of it is left here\n')
    expect(foldDecisions(other, [said('anna', 1, 'reviewed')]).orphans).toHaveLength(1)
  })
})

describe('a series', () => {
  it('holds what one rule reads alike, and counts what is decided', () => {
    const rules = [THREES, replacing('word/two', 'word', 'two', 'too')]
    const { corrections } = run(TEXT, rules, [accepted(1, 1)]).apparatus
    // A lost letter is another in each word, a wrong mark is the same everywhere.
    expect(
      seriesOf(corrections).map(({ rule, sic, corr, corrections: members, decided }) => {
        return [rule, sic, corr, members.length, decided]
      }),
    ).toEqual([
      ['word/three', 'three', 'tree', 3, 1],
      ['word/two', 'two', 'too', 2, 0],
    ])
  })
})
