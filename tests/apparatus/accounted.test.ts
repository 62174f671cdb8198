import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Correction, isInForce } from '../../src/model/correction.ts'
import type { EmendedPart } from '../../src/model/emendation.ts'
import { flowsOf } from '../../src/model/flow.ts'
import { type Marking, Markings } from '../../src/model/marking.ts'
import { readingOf } from '../../src/model/reading.ts'
import type { Layer } from '../../src/model/rule.ts'
import { witnessOf } from '../support/view-of.ts'
import { type PrintedBook, printedBooks } from './printed-book.ts'
import { marking, replacing, run } from './toy-run.ts'

const SEED = 20261122

const toyRules = fc.array(
  fc.record({
    sic: fc.constantFrom('a', 'b', 'ab', 'ba', 'aab', 'ж', 'aa'),
    corr: fc.constantFrom('a', 'b', 'ab', '', 'c', 'cc'),
    layer: fc.constantFrom<Layer>('word', 'mark'),
  }),
  { minLength: 1, maxLength: 4 },
)

/** A text with parts put into it, without anything that Emend has for it. */
function spliced(text: string, parts: readonly EmendedPart[]): string {
  let result = ''
  let at = 0
  for (const { from, to, corr } of parts) {
    result += text.slice(at, from) + corr
    at = to
  }
  return result + text.slice(at)
}

/** Where an offset lies after the parts were put in; an insertion right there goes before or behind. */
function moved(
  offset: number,
  parts: readonly EmendedPart[],
  insertion: 'before' | 'behind',
): number {
  let shift = 0
  for (const { from, to, corr } of parts) {
    const counts =
      from === to ? from < offset || (from === offset && insertion === 'before') : to <= offset
    if (counts) shift += corr.length - (to - from)
    else if (from < offset) shift += Math.min(corr.length, offset - from) - (offset - from)
  }
  return offset + shift
}

function movedMarking(found: Marking, parts: readonly EmendedPart[]): Marking {
  const inner = found.role === 'hyphen' || found.role === 'call' || found.role === 'editorial-mark'
  const from = moved(found.from, parts, inner ? 'before' : 'behind')
  const to = moved(found.to, parts, inner || found.role === 'note' ? 'behind' : 'before')
  if (found.role !== 'note') return { ...found, from, to }
  const span = { from, to }
  return { ...found, ...span, parts: [span], label: { from, to: from + 1 } }
}

function partsInForce(corrections: readonly Correction[]): readonly EmendedPart[] {
  return corrections
    .filter(isInForce)
    .flatMap((entry) => entry.parts)
    .sort((a, b) => a.from - b.from || a.to - b.to)
}

/** The reading text of what the witness would be if the corrections had been printed. */
function readingOfCorrected(
  { text, markings }: PrintedBook,
  parts: readonly EmendedPart[],
): string {
  const witness = witnessOf(spliced(text, parts))
  const settled = new Markings(markings.map((found) => movedMarking(found, parts)))
  return readingOf(witness, flowsOf(witness, settled), settled, []).text
}

function withoutBlanks(text: string): string {
  return text.replace(/\s/gu, '')
}

/** Undoes parts: where each stands in the corrected text, and what was printed there. */
function undone(text: string, parts: readonly EmendedPart[]): readonly EmendedPart[] {
  let shift = 0
  return parts.map(({ from, to, corr }) => {
    const start = from + shift
    shift += corr.length - (to - from)
    return { from: start, to: start + corr.length, corr: text.slice(from, to) }
  })
}

function holds(
  book: PrintedBook,
  drawn: readonly { readonly sic: string; readonly corr: string; readonly layer: Layer }[],
  keep: (corrections: readonly Correction[]) => readonly Correction[] = (all) => all,
): { readonly changed: number; readonly parts: number } {
  const rules = drawn.map(({ sic, corr, layer }, i) =>
    replacing(`${layer}/r${i}`, layer, sic, corr),
  )
  const { apparatus, view } = run(book.text, [marking('page/m', 'page', book.markings), ...rules])
  const corrections = keep(apparatus.corrections)
  const parts = partsInForce(corrections)
  // A word taken out whole leaves blanks at the border of a line, which are layout.
  expect(withoutBlanks(readingOfCorrected(book, parts))).toBe(withoutBlanks(view.reading.text))
  const corrected = spliced(book.text, parts)
  expect(spliced(corrected, undone(book.text, parts))).toBe(book.text)
  expect(new Set(corrections.map(({ id }) => id)).size).toBe(corrections.length)
  for (const entry of corrections) {
    const sic = entry.parts.map(({ from, to }) => book.text.slice(from, to)).join('')
    expect(entry.sic).toBe(sic)
    expect(entry.corr).toBe(entry.parts.map(({ corr }) => corr).join(''))
  }
  return { changed: corrected === book.text ? 0 : 1, parts: parts.length }
}

describe('what is changed', () => {
  it('stands in the apparatus, all of it and nothing else, and can be undone', () => {
    const seen = { changed: 0, parts: 0 }
    fc.assert(
      fc.property(printedBooks, toyRules, (book, drawn) => {
        const { changed, parts } = holds(book, drawn)
        seen.changed += changed
        seen.parts += parts
      }),
      { seed: SEED, numRuns: 2000 },
    )
    console.log('books with corrections', SEED, seen)
    expect(seen.changed).toBeGreaterThan(1000)
    expect(seen.parts).toBeGreaterThan(5000)
  })

  it('would be missed if one entry were not listed', () => {
    const forgetful = (all: readonly Correction[]): readonly Correction[] => {
      const first = all.findIndex(isInForce)
      return all.filter((_, i) => i !== first)
    }
    const result = fc.check(
      fc.property(printedBooks, toyRules, (book, drawn) => {
        holds(book, drawn, forgetful)
      }),
      { seed: SEED, numRuns: 500, endOnFailure: true },
    )
    expect(result.failed).toBe(true)
  })

  it('is not changed again when Emend reads what it has read', () => {
    let seen = 0
    const rules = [
      replacing('word/a', 'word', 'ab', 'x'),
      replacing('word/b', 'word', 'ж', 'y'),
      replacing('mark/c', 'mark', 'xy', 'z'),
    ]
    fc.assert(
      fc.property(printedBooks, ({ text }) => {
        const first = run(text, rules)
        const again = run(first.view.reading.text, rules)
        // What the first run left asks the second nothing, and changes nothing.
        expect(again.apparatus.corrections.filter(isInForce)).toEqual([])
        if (first.apparatus.corrections.some(isInForce)) seen++
      }),
      { seed: SEED, numRuns: 1000 },
    )
    expect(seen).toBeGreaterThan(300)
  })
})
