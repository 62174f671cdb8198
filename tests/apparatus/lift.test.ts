import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Lift, lifterOf } from '../../src/apparatus/lift.ts'
import type { Change } from '../../src/apparatus/normal-form.ts'
import { touches } from '../../src/apparatus/touch.ts'
import type { EmendedPart } from '../../src/model/emendation.ts'
import { flowsOf } from '../../src/model/flow.ts'
import { Markings } from '../../src/model/marking.ts'
import { type Replacement, readingOf } from '../../src/model/reading.ts'
import type { View } from '../../src/model/view.ts'
import { surveyOf } from '../../src/survey/survey.ts'
import { languageOf, witnessOf } from '../support/view-of.ts'
import { type PrintedBook, printedBooks } from './printed-book.ts'

const SEED = 20261122

/** Corrections in force, by id. */
type InForce = ReadonlyMap<string, readonly EmendedPart[]>

function viewWith({ text, markings }: PrintedBook, inForce: InForce): View {
  const witness = witnessOf(text)
  const settled = new Markings(markings)
  const flows = flowsOf(witness, settled)
  const replacements = [...inForce]
    .flatMap(([correction, parts]) =>
      parts.map(({ from, to, corr }): Replacement => ({ from, to, text: corr, correction })),
    )
    .sort((a, b) => a.from - b.from || a.to - b.to)
  return {
    witness,
    survey: surveyOf(witness),
    language: languageOf('en'),
    words: new Set(),
    markings: settled,
    flows,
    reading: readingOf(witness, flows, settled, replacements),
  }
}

function made(text: string, { from, to, corr }: Change): string {
  return text.slice(0, from) + corr + text.slice(to)
}

/** Changes of a text: a place and a length as shares of it, and what is put there. */
const changes = fc.record({
  at: fc.nat(9999),
  length: fc.constantFrom(0, 1, 2, 3, 4, 6),
  corr: fc.oneof(
    fc.string({ unit: fc.constantFrom('a', 'b', 'ж', ' '), maxLength: 4 }),
    fc.constant(undefined),
  ),
  cut: fc.nat(3),
})

type DrawnChange = typeof changes extends fc.Arbitrary<infer T> ? T : never

/** Undefined stands for a change that keeps most of what it covers. */
function changeOf(text: string, { at, length, corr, cut }: DrawnChange): Change {
  const from = whole(text, at % (text.length + 1))
  const to = whole(text, Math.min(text.length, from + length))
  const kept = Array.from(text.slice(from, to))
  const changed = [...kept.slice(0, cut), 'x', ...kept.slice(cut + 1)].join('')
  return { from, to, corr: corr ?? changed }
}

/** No change cuts a surrogate pair. */
function whole(text: string, at: number): number {
  return at > 0 && (text.codePointAt(at - 1) ?? 0) > 0xffff ? at - 1 : at
}

/** Lifts one change after the other, each on the reading that the ones before it made. */
function run(
  book: PrintedBook,
  drawn: readonly DrawnChange[],
  lifterFor: (view: View) => Lift = lifterOf,
): { lifted: number; several: number; superseded: number; refused: number } {
  const counts = { lifted: 0, several: 0, superseded: 0, refused: 0 }
  // A line end that is taken out right before a note, and an insertion at the head of that note.
  const borders = new Set(
    book.markings.flatMap((m) => (m.role === 'note' ? m.parts.flatMap((p) => [p.from, p.to]) : [])),
  )
  const apart = (a: EmendedPart, b: EmendedPart): boolean =>
    borders.has(Math.max(a.from, b.from)) && Math.max(a.from, b.from) >= Math.min(a.to, b.to)
  let inForce: InForce = new Map()
  for (const [i, draw] of drawn.entries()) {
    const view = viewWith(book, inForce)
    const change = changeOf(view.reading.text, draw)
    const lifted = lifterFor(view)(change)
    if (!lifted) {
      counts.refused++
      continue
    }
    const next = new Map([...inForce].filter(([id]) => !lifted.supersedes.includes(id)))
    for (const [id, parts] of next) {
      const conflict = parts.some((a) => lifted.parts.some((b) => touches(a, b) && !apart(a, b)))
      expect(conflict, `touches ${id}, and does not supersede it`).toBe(false)
    }
    next.set(`c${i}`, lifted.parts)
    expect(viewWith(book, next).reading.text).toBe(made(view.reading.text, change))
    inForce = next
    counts.lifted++
    if (lifted.parts.length > 1) counts.several++
    if (lifted.supersedes.length > 0) counts.superseded++
    expectNormal(view, lifted.parts)
  }
  return counts
}

/** Parts are in order, never empty, share no ends with what they replace, and hide nothing. */
function expectNormal(view: View, parts: readonly EmendedPart[]): void {
  const { text } = view.witness
  const kept = [...view.markings.of('call'), ...view.markings.of('editorial-mark')]
  const hidden = [...view.markings.of('note').flatMap((note) => note.parts)]
  for (const { from, to, corr } of parts) {
    const sic = text.slice(from, to)
    expect(sic + corr).not.toBe('')
    if (sic !== '' && corr !== '') {
      expect(Array.from(sic)[0]).not.toBe(Array.from(corr)[0])
      expect(Array.from(sic).at(-1)).not.toBe(Array.from(corr).at(-1))
    }
    for (const span of kept) {
      const inside =
        from === to ? span.from < from && from < span.to : from < span.to && span.from < to
      expect(inside).toBe(false)
    }
    for (const span of [...hidden, ...view.markings.of('forme-work')]) {
      const whole = from < span.from && span.to < to
      expect(whole).toBe(false)
    }
  }
}

describe('lifting edits to the witness', () => {
  it('reads after the emendation as the edit on the view would', () => {
    const total = { lifted: 0, several: 0, superseded: 0, refused: 0 }
    fc.assert(
      fc.property(
        printedBooks,
        fc.array(changes, { minLength: 1, maxLength: 6 }),
        (book, drawn) => {
          const counts = run(book, drawn)
          total.lifted += counts.lifted
          total.several += counts.several
          total.superseded += counts.superseded
          total.refused += counts.refused
        },
      ),
      { seed: SEED, numRuns: 3000 },
    )
    console.log('lifted edits', SEED, total)
    expect(total.lifted).toBeGreaterThan(4000)
    expect(total.several).toBeGreaterThan(300)
    expect(total.superseded).toBeGreaterThan(500)
  })

  it('would notice a lifter that forgets what it supersedes, or that takes hidden lines along', () => {
    const forgetful = (view: View): Lift => {
      const lift = lifterOf(view)
      return (change) => {
        const lifted = lift(change)
        return lifted && { ...lifted, supersedes: [] }
      }
    }
    const greedy = (view: View): Lift => {
      const lift = lifterOf(view)
      return (change) => {
        const lifted = lift(change)
        const [first] = lifted?.parts ?? []
        if (!lifted || !first || lifted.parts.length === 1) return lifted
        const corr = lifted.parts.map((part) => part.corr).join('')
        const to = lifted.parts.at(-1)?.to ?? first.to
        return { ...lifted, parts: [{ from: first.from, to, corr }] }
      }
    }
    for (const mutant of [forgetful, greedy]) {
      const result = fc.check(
        fc.property(
          printedBooks,
          fc.array(changes, { minLength: 4, maxLength: 8 }),
          (book, drawn) => {
            run(book, drawn, mutant)
          },
        ),
        { seed: SEED, numRuns: 1000, endOnFailure: true },
      )
      expect(result.failed).toBe(true)
    }
  })

  it('lifts whatever happens within the letters of one word', () => {
    let seen = 0
    fc.assert(
      fc.property(printedBooks, fc.nat(9999), (book, place) => {
        const view = viewWith(book, new Map())
        const { text } = view.reading
        const letters = [...text.matchAll(/(?<![\p{L}\d\]])[ab]{2}/gu)]
        const word = letters[place % Math.max(1, letters.length)]
        if (!word) return
        const lifted = lifterOf(view)({ from: word.index, to: word.index + 1, corr: 'ж' })
        expect(lifted?.parts).toHaveLength(1)
        seen++
      }),
      { seed: SEED, numRuns: 500 },
    )
    expect(seen).toBeGreaterThan(400)
  })

  it('goes as far left as it can with a letter that is put in or taken out', () => {
    const lift = lifterOf(viewWith({ text: 'xaaay\n', markings: [] }, new Map()))
    expect(lift({ from: 3, to: 4, corr: '' })?.parts).toEqual([{ from: 1, to: 2, corr: '' }])
    expect(lift({ from: 4, to: 4, corr: 'a' })?.parts).toEqual([{ from: 1, to: 1, corr: 'a' }])
    expect(lift({ from: 0, to: 5, corr: 'xaaaay' })?.parts).toEqual([{ from: 1, to: 1, corr: 'a' }])
  })

  it('makes one entry of several parts of an edit that runs over a note', () => {
    const text = 'rabb-\n1 note\nil ran\n'
    const whole = { from: 6, to: 13 }
    const base = { kind: 'marking', rule: 'test/test', cert: 'high', evidence: [] } as const
    const view = viewWith(
      {
        text,
        markings: [
          { ...base, role: 'hyphen', from: 4, to: 5, value: 'soft' },
          {
            ...base,
            ...whole,
            role: 'note',
            parts: [whole],
            label: { from: 6, to: 7 },
            siglum: '1',
            place: 'foot',
          },
        ],
      },
      new Map(),
    )
    expect(view.reading.text).toBe('rabbil ran\n1 note\n')
    expect(lifterOf(view)({ from: 2, to: 6, corr: 'ttle' })?.parts).toEqual([
      { from: 2, to: 4, corr: 'tt' },
      { from: 13, to: 15, corr: 'le' },
    ])
  })

  it('leaves reference marks, editorial marks and the ends of blocks alone', () => {
    const base = { kind: 'marking', rule: 'test/test', cert: 'high', evidence: [] } as const
    const text = 'word1 on [sic]\nmore\n'
    const view = viewWith(
      {
        text,
        markings: [
          { ...base, role: 'call', from: 4, to: 5, siglum: '1', note: undefined },
          { ...base, role: 'editorial-mark', from: 9, to: 14, what: 'sic' },
          { ...base, role: 'paragraph', from: 0, to: 14 },
          { ...base, role: 'paragraph', from: 15, to: 19 },
        ],
      },
      new Map(),
    )
    const lift = lifterOf(view)
    const at = (sic: string, corr: string) => {
      const from = view.reading.text.indexOf(sic)
      return lift({ from, to: from + sic.length, corr })?.parts
    }
    expect(at('1', '')).toBeUndefined()
    expect(at('sic', 'so')).toBeUndefined()
    expect(at(']\nm', '] m')).toBeUndefined()
    expect(at('d1 o', 't1 i')).toEqual([
      { from: 3, to: 4, corr: 't' },
      { from: 6, to: 7, corr: 'i' },
    ])
  })
})
