import fc from 'fast-check'
import { Lines } from '../../src/model/lines.ts'
import type { Marking } from '../../src/model/marking.ts'

/** A small book as the raw text has it, with the markings that the passes would find. */
export interface PrintedBook {
  readonly text: string
  readonly markings: readonly Marking[]
}

/**
 * Books of a few lines, in which everything happens that an edit can run across: soft, hard and
 * undecided hyphens, page feet with a number, notes that stand in the middle of a sentence, reference
 * marks, editorial marks, letter-spaced words, new paragraphs.
 */
export const printedBooks: fc.Arbitrary<PrintedBook> = fc
  .array(lines(), { minLength: 3, maxLength: 9 })
  .map(printed)

interface LineKind {
  readonly words: readonly string[]
  readonly end: 'plain' | 'soft' | 'hard' | 'ask' | 'paragraph' | 'page' | 'note' | 'blank'
  readonly indent: number
}

function lines(): fc.Arbitrary<LineKind> {
  return fc.record({
    words: fc.array(words(), { minLength: 1, maxLength: 4 }),
    end: fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom('soft', 'hard', 'ask', 'plain') },
      { weight: 2, arbitrary: fc.constantFrom('page', 'note', 'blank') },
      { weight: 1, arbitrary: fc.constant('paragraph') },
    ),
    indent: fc.constantFrom(0, 0, 0, 1, 3),
  })
}

function words(): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 6, arbitrary: fc.string({ unit: letters(), minLength: 1, maxLength: 4 }) },
    { weight: 1, arbitrary: fc.constantFrom('a1', 'b[sic]', 'a b a', '𝔞b', 'ab,') },
  )
}

function letters(): fc.Arbitrary<string> {
  return fc.constantFrom('a', 'b', 'a', 'ж')
}

const BASE = { kind: 'marking', rule: 'test/test', cert: 'high', evidence: [] } as const

function printed(kinds: readonly LineKind[]): PrintedBook {
  let text = ''
  const markings: Marking[] = []
  let block = 0
  let first = true
  for (const { words: some, end, indent } of kinds) {
    text += ' '.repeat(indent)
    if (first) block = text.length
    first = false
    for (const [i, word] of some.entries()) {
      if (i > 0) text += ' '
      put(word)
    }
    finish(end)
  }
  if (!first) markings.push({ ...BASE, role: 'paragraph', from: block, to: text.trimEnd().length })
  return { text, markings }

  function put(word: string): void {
    const from = text.length
    text += word
    const to = text.length
    if (word === 'a1') {
      markings.push({ ...BASE, role: 'call', from: to - 1, to, siglum: '1', note: undefined })
    } else if (word === 'b[sic]') {
      markings.push({ ...BASE, role: 'editorial-mark', from: from + 1, to, what: 'sic' })
    } else if (word === 'a b a') {
      markings.push({ ...BASE, role: 'emphasis', from, to })
    }
  }

  function finish(end: LineKind['end']): void {
    const at = text.length
    if (end === 'soft' || end === 'hard' || end === 'ask') {
      text += '-\n'
      markings.push({ ...BASE, role: 'hyphen', from: at, to: at + 1, value: end })
    } else if (end === 'paragraph') {
      markings.push({ ...BASE, role: 'paragraph', from: block, to: at })
      text += '\n'
      first = true
    } else if (end === 'page') {
      text += '\n\n12\n\n'
      const number = { work: 'page-number', place: 'bottom', from: at + 2, to: at + 4 } as const
      markings.push({ ...BASE, ...number, role: 'forme-work' })
    } else if (end === 'note') {
      text += '\n1 ab ba.\n'
      const from = at + 1
      const whole = { from, to: text.length }
      const label = { from, to: from + 1 }
      const body = { parts: [whole], label, siglum: '1', place: 'foot' } as const
      markings.push({ ...BASE, ...whole, ...body, role: 'note' })
    } else {
      text += end === 'blank' ? ' \n\n' : '\n'
    }
  }
}

/** The lines of a text, for messages. */
export function shown(text: string): string {
  return Array.from({ length: new Lines(text).count }, (_, i) =>
    new Lines(text).content(i + 1),
  ).join('⏎')
}
