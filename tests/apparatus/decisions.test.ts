import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldDecisions } from '../../src/apparatus/fold.ts'
import { correctionTarget, markingTarget } from '../../src/apparatus/quote.ts'
import type { Verdicts } from '../../src/apparatus/verdict.ts'
import type { PlaceDecision } from '../../src/model/decision.ts'
import type { Layer, Rule } from '../../src/model/rule.ts'
import type { Witness } from '../../src/model/witness.ts'
import { mulberry32 } from '../support/random.ts'
import { witnessOf } from '../support/view-of.ts'
import { replacing, run } from './toy-run.ts'

const SEED = 20261122

/** Lines of words, no two alike in their context, but for some lines that stand several times. */
function bookOf(seed: number): readonly string[] {
  const random = mulberry32(seed)
  const word = (): string =>
    Array.from(
      { length: 2 + Math.floor(random() * 5) },
      () => 'abcdefgh'[Math.floor(random() * 8)],
    ).join('')
  const line = (): string => Array.from({ length: 3 + Math.floor(random() * 5) }, word).join(' ')
  const refrain = line()
  return Array.from({ length: 12 }, (_, i) => (i % 5 === 4 ? refrain : line()))
}

const RULES: readonly Rule[] = [
  replacing('word/a', 'word', 'ab', 'x'),
  replacing('word/b', 'word', 'c', 'cz', { unasked: false }),
  replacing('mark/d', 'mark', 'de', 'ed', { cert: 'medium' }),
]

/** How the book and the rules change between the decision and the next build. */
const changes = fc.record({
  /** Lines put in before a line: where, and how many. */
  inserted: fc.array(fc.record({ at: fc.nat(12), seed: fc.nat(9999) }), { maxLength: 3 }),
  /** Lines that lose a word at their end. */
  shortened: fc.array(fc.nat(11), { maxLength: 2 }),
  /** Lines that are gone. */
  deleted: fc.array(fc.nat(11), { maxLength: 1 }),
  rules: fc.constantFrom('same', 'renamed', 'shuffled', 'moved', 'gone'),
  lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
})

type Changes = typeof changes extends fc.Arbitrary<infer T> ? T : never

/** The changed text, and where what stood at a place of a line of the old one stands in it. */
function changed(
  lines: readonly string[],
  { inserted, shortened, deleted, lineEnd }: Changes,
): { readonly text: string; placeOf(line: number, offset: number): number | undefined } {
  let text = ''
  const starts: (number | undefined)[] = []
  const lengths: number[] = []
  for (const [i, line] of lines.entries()) {
    for (const { at, seed } of inserted) {
      if (at === i) text += (bookOf(seed + 10000)[0] ?? '') + lineEnd
    }
    const kept = shortened.includes(i) ? line.slice(0, Math.max(0, line.lastIndexOf(' '))) : line
    starts.push(deleted.includes(i) ? undefined : text.length)
    lengths.push(kept.length)
    if (!deleted.includes(i)) text += kept + lineEnd
  }
  return {
    text,
    placeOf(line, offset) {
      const start = starts[line - 1]
      return start === undefined || offset > (lengths[line - 1] ?? 0) ? undefined : start + offset
    },
  }
}

function rulesAfter(how: Changes['rules']): readonly Rule[] {
  const layers: Readonly<Record<string, Layer>> = { word: 'mark', mark: 'word' }
  if (how === 'renamed') return RULES.map((rule) => ({ ...rule, id: `${rule.id}-2` }))
  if (how === 'shuffled') return [...RULES].reverse()
  if (how === 'moved')
    return RULES.map((rule) => ({ ...rule, layer: layers[rule.layer] ?? 'mark' }))
  return how === 'gone' ? [] : RULES
}

const acts = fc.array(fc.constantFrom('accept', 'reject', 'amend', undefined), {
  minLength: 20,
  maxLength: 20,
})

/** Decisions on the entries of the first build. */
function decided(
  lines: readonly string[],
  acted: readonly ('accept' | 'reject' | 'amend' | undefined)[],
): readonly PlaceDecision[] {
  const { apparatus, view } = run(`${lines.join('\n')}\n`, RULES)
  const all = apparatus.corrections.filter(({ beatenBy }) => beatenBy === undefined)
  return all.flatMap((entry, i): readonly PlaceDecision[] => {
    const act = acted[i % acted.length]
    if (!act) return []
    const target = correctionTarget(view.witness, entry, act === 'amend' ? 'QQ' : undefined)
    return [{ at: '2026-11-22T10:00:00Z', by: 'anna', act, target }]
  })
}

/** What became of one decision: it stands where it belongs, or it is among the orphans. */
function fateOf(
  decision: PlaceDecision,
  { apparatus }: ReturnType<typeof run>,
  placeOf: (line: number, offset: number) => number | undefined,
): 'placed' | 'orphan' | 'misplaced' | 'lost' {
  if (apparatus.orphans.includes(decision)) return 'orphan'
  const [part] = decision.target.parts
  const state = { accept: 'accepted', reject: 'rejected', amend: 'amended', clear: '' }[
    decision.act
  ]
  const corr = decision.target.kind === 'correction' ? decision.target.corr : ''
  const place = part && placeOf(part.line, part.from)
  const there = apparatus.corrections.filter(
    (entry) => entry.state === state && entry.corr === corr && entry.by === decision.by,
  )
  if (there.some((entry) => entry.from === place)) return 'placed'
  return there.length > 0 ? 'misplaced' : 'lost'
}

describe('decisions', () => {
  it('are never lost: each is carried out where it belongs, or reported', () => {
    const seen = { placed: 0, orphan: 0 }
    fc.assert(
      fc.property(fc.nat(99999), acts, changes, (seed, acted, how) => {
        const lines = bookOf(seed)
        const log = decided(lines, acted)
        const { text, placeOf } = changed(lines, how)
        const result = run(text, rulesAfter(how.rules), log)
        for (const decision of log) {
          const fate = fateOf(decision, result, placeOf)
          expect(['placed', 'orphan']).toContain(fate)
          if (fate === 'placed' || fate === 'orphan') seen[fate]++
        }
        for (const orphan of result.apparatus.orphans) {
          const line = orphan.target.parts[0]?.line
          const told = result.apparatus.notices.some(
            (notice) => notice.code === 'decision-orphaned' && notice.line === line,
          )
          expect(told).toBe(true)
        }
      }),
      { seed: SEED, numRuns: 600 },
    )
    console.log('fates of decisions', SEED, seen)
    expect(seen.placed).toBeGreaterThan(8000)
    expect(seen.orphan).toBeGreaterThan(500)
  })

  it('are not even orphans where lines were only put in between others', () => {
    const seen = { placed: 0, orphan: 0 }
    const inserting = changes.map((how) => ({ ...how, shortened: [], deleted: [] }))
    fc.assert(
      fc.property(fc.nat(99999), acts, inserting, (seed, acted, how) => {
        const lines = bookOf(seed)
        const log = decided(lines, acted)
        const { text, placeOf } = changed(lines, how)
        const result = run(text, rulesAfter(how.rules), log)
        for (const decision of log) {
          const fate = fateOf(decision, result, placeOf)
          expect(['placed', 'orphan']).toContain(fate)
          if (fate === 'placed' || fate === 'orphan') seen[fate]++
        }
      }),
      { seed: SEED, numRuns: 300 },
    )
    console.log('fates of decisions when lines were put in', SEED, seen)
    expect(seen.placed).toBeGreaterThan(4000)
    expect(seen.orphan / seen.placed).toBeLessThan(0.001)
  })

  it('would be missed if they were bound to the number of the line', () => {
    const byLine = (witness: Witness, log: readonly PlaceDecision[]): number => {
      const found = log.filter(({ target: { parts } }) => {
        const [part] = parts
        const at = part ? witness.lines.from(part.line) + part.from : 0
        return part !== undefined && witness.text.startsWith(part.exact, at)
      })
      return found.length
    }
    const result = fc.check(
      fc.property(fc.nat(99999), acts, changes, (seed, acted, how) => {
        const lines = bookOf(seed)
        const log = decided(lines, acted)
        const { text } = changed(lines, { ...how, deleted: [], shortened: [] })
        expect(byLine(witnessOf(text), log)).toBe(log.length)
      }),
      { seed: SEED, numRuns: 500, endOnFailure: true },
    )
    expect(result.failed).toBe(true)
  })

  it('stay where they are in an extraction with other line ends and other lines', () => {
    let seen = 0
    fc.assert(
      fc.property(fc.nat(99999), acts, fc.integer({ min: 15, max: 60 }), (seed, acted, width) => {
        const lines = bookOf(seed).filter((_, i) => i % 5 !== 4)
        const log = decided(lines, acted)
        const witness = witnessOf(wrapped(lines.join(' '), width))
        const folded = foldDecisions(witness, log)
        expect(folded.orphans).toEqual([])
        expect(folded.corrections).toHaveLength(log.length)
        seen += log.length
      }),
      { seed: SEED, numRuns: 300 },
    )
    expect(seen).toBeGreaterThan(1500)
  })

  it('are orphans, and nowhere else, when their line is gone', () => {
    let seen = 0
    fc.assert(
      fc.property(fc.nat(99999), acts, fc.nat(3), (seed, acted, gone) => {
        const lines = bookOf(seed)
        const log = decided(lines, acted)
        const text = lines.filter((_, i) => i !== gone).join('\n')
        const { orphans } = foldDecisions(witnessOf(text), log)
        const own = log.filter(({ target }) => target.parts[0]?.line === gone + 1)
        expect(orphans).toEqual(expect.arrayContaining([...own]))
        seen += own.length
      }),
      { seed: SEED, numRuns: 300 },
    )
    expect(seen).toBeGreaterThan(200)
  })
})

/** Words in lines of a width, with two blanks before some of them. */
function wrapped(text: string, width: number): string {
  const lines: string[] = ['']
  for (const word of text.split(' ')) {
    const last = lines.at(-1) ?? ''
    if (last.length + word.length > width) lines.push(lines.length % 3 === 0 ? `  ${word}` : word)
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`
  }
  return lines.join('\r\n')
}

describe('folding the logs of editors', () => {
  const witness = witnessOf('one two three four five six seven eight nine ten\n')
  const entry = run(witness.text, [replacing('word/t', 'word', 'three', 'tree')]).apparatus
    .corrections[0]

  function said(by: string, act: PlaceDecision['act'], at: string, corr?: string): PlaceDecision {
    if (!entry) throw new Error('Expected an entry')
    return { at, by, act, target: correctionTarget(witness, entry, corr) }
  }

  function told({ corrections, notices }: Verdicts): readonly string[] {
    return [
      ...corrections.map(({ by, act, parts }) => `${by} ${act} ${parts.map((p) => p.corr).join()}`),
      ...notices.map(({ code }) => code),
    ]
  }

  it('takes the last word of each editor', () => {
    const log = [said('anna', 'accept', '2026-01-01'), said('anna', 'reject', '2026-01-02')]
    expect(told(foldDecisions(witness, log))).toEqual(['anna reject '])
    const amended = [...log, said('anna', 'amend', '2026-01-03', 'x')]
    // She still does not want the reading that she rejected before she found a better one.
    expect(told(foldDecisions(witness, amended))).toEqual(['anna amend x', 'anna reject '])
  })

  it('takes a decision back that is cleared', () => {
    const log = [said('anna', 'amend', '2026-01-01', 'x'), said('anna', 'clear', '2026-01-02')]
    expect(told(foldDecisions(witness, log))).toEqual([])
    expect(told(foldDecisions(witness, [...log, said('ben', 'accept', '2026-01-01')]))).toEqual([
      'ben accept ',
    ])
  })

  it('lets the later of two editors prevail, and says that they disagree', () => {
    const log = [said('ben', 'reject', '2026-01-02'), said('anna', 'accept', '2026-01-01')]
    expect(told(foldDecisions(witness, log))).toEqual(['ben reject ', 'decisions-disagree'])
    const agreed = [said('ben', 'accept', '2026-01-02'), said('anna', 'accept', '2026-01-01')]
    expect(told(foldDecisions(witness, agreed))).toEqual(['ben accept '])
  })

  it('compares points in time, whatever their zones', () => {
    const log = [
      said('anna', 'accept', '2026-01-01T12:00:00+03:00'),
      said('ben', 'reject', '2026-01-01T10:00:00Z'),
    ]
    expect(told(foldDecisions(witness, log))[0]).toBe('ben reject ')
  })

  it('does not care how the logs of several editors were mixed, or whether they are read twice', () => {
    let mixed = 0
    const drawn = fc.array(
      fc.record({
        by: fc.constantFrom('anna', 'ben', 'cleo'),
        act: fc.constantFrom<PlaceDecision['act']>('accept', 'reject', 'amend', 'clear'),
        day: fc.integer({ min: 1, max: 9 }),
      }),
      { maxLength: 8 },
    )
    fc.assert(
      fc.property(drawn, fc.array(fc.nat(), { minLength: 8, maxLength: 8 }), (events, keys) => {
        const log = events
          .map(({ by, act, day }) =>
            said(by, act, `2026-01-0${day}`, act === 'amend' ? 'x' : undefined),
          )
          // Within one log the events follow each other in time.
          .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
        const queues = new Map<string, PlaceDecision[]>()
        for (const event of log) queues.set(event.by, [...(queues.get(event.by) ?? []), event])
        const other: PlaceDecision[] = []
        for (let i = 0; other.length < log.length; i++) {
          const open = [...queues.values()].filter((queue) => queue.length > 0)
          const next = open[(keys[i % keys.length] ?? 0) % open.length]?.shift()
          if (next) other.push(next)
        }
        const folded = told(foldDecisions(witness, log))
        expect(told(foldDecisions(witness, other))).toEqual(folded)
        expect(told(foldDecisions(witness, [...log, ...log]))).toEqual(folded)
        if (queues.size > 1) mixed++
      }),
      { seed: SEED, numRuns: 500 },
    )
    expect(mixed).toBeGreaterThan(200)
  })

  it('quotes a marking by the place where it begins', () => {
    const target = markingTarget(witness, { role: 'heading', from: 4, to: 18 }, '2')
    expect(target).toMatchObject({ role: 'heading', value: '2' })
    expect(target.parts).toEqual([
      {
        line: 1,
        from: 4,
        exact: 'two three four',
        prefix: 'one ',
        suffix: ' five six seven eight nine ten ',
      },
    ])
  })
})
