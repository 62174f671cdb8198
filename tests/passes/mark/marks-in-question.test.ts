import { describe, expect, it } from 'vitest'
import type { Pass } from '../../../src/model/rule.ts'
import { quotationPair } from '../../../src/passes/mark/quotation-pair.ts'
import { stopAndQuotation } from '../../../src/passes/mark/stop-and-quotation.ts'
import { stopInSentence } from '../../../src/passes/mark/stop-in-sentence.ts'
import { stopMissing } from '../../../src/passes/mark/stop-missing.ts'
import { languageOf, viewOf } from '../../support/view-of.ts'

const WORDS = ['matter', 'general', 'wanted', 'without']

/** What a pass reads, as a text: what stands before, and in brackets what is read for what. */
function found(pass: Pass, text: string): readonly string[] {
  const view = viewOf(text, [], languageOf('en', WORDS))
  return pass(view).flatMap((edit) => {
    if (edit.kind !== 'edit') return []
    const { from, to, corr, cert } = edit
    const before = view.reading.text.slice(Math.max(0, from - 6), from)
    return [`${before}[${view.reading.text.slice(from, to)} → ${corr}] ${cert}`]
  })
}

const QUOTED = Array.from({ length: 10 }, (_, i) => `He read «word ${i}» aloud.`).join(' ')

describe('quotation marks', () => {
  it('of the wrong member are turned round', () => {
    expect(found(quotationPair, `${QUOTED} He read »gate» aloud.`)).toEqual([' read [» → «] high'])
    expect(found(quotationPair, `${QUOTED} He read «gate« aloud.`)).toEqual([' «gate[« → »] high'])
  })

  it('that make a pair in order are asked about', () => {
    const german = QUOTED.replaceAll('«', '„').replaceAll('»', '”')
    const text = `${german} ${'He read „gate“ aloud. '.repeat(3)}`
    expect(found(quotationPair, text)).toEqual(Array(3).fill(' „gate[“ → ”] medium'))
  })

  it('that have no partner are asked about', () => {
    expect(found(quotationPair, `${QUOTED} He read «gate aloud and went.`)).toEqual([
      ' read [« → ] low',
    ])
    expect(found(quotationPair, `${QUOTED} He read gate» aloud.`)).toEqual(['d gate[» → ] low'])
  })

  it('are left alone in pairs, nested, and in a book that has too few to tell', () => {
    expect(found(quotationPair, `${QUOTED} He read «the «old» gate» aloud.`)).toEqual([])
    expect(found(quotationPair, 'He read »gate» aloud.')).toEqual([])
  })
})

describe('a full stop beside a quotation mark', () => {
  const outside = Array.from({ length: 40 }, (_, i) => `He read «word ${i}».`).join(' ')

  it('is set where the book sets it', () => {
    expect(found(stopAndQuotation, `${outside} He read «gate.»`)).toEqual([' «gate[.» → ».] high'])
  })

  it('is asked about where the sentence goes on', () => {
    expect(found(stopAndQuotation, `${outside} He read «gate.» aloud.`)).toEqual([
      ' «gate[.» → ».] medium',
    ])
  })
})

describe('a full stop in a sentence', () => {
  it('is read as a comma behind a known word', () => {
    expect(found(stopInSentence, 'It was a matter. without doubt.')).toEqual([
      'matter[. → ,] medium',
    ])
  })

  it('belongs to an abbreviation, a name, an unknown word or the end of a sentence', () => {
    const text =
      'See vol. two, Matter. small, unknwn. small, and the matter. He wanted it etc. here.'
    expect(found(stopInSentence, text)).toEqual([])
  })
})

describe('a full stop at the end of a paragraph', () => {
  it('is asked about only where the book sets it', () => {
    const few = 'A short paragraph without an end\n\n'.repeat(30)
    expect(found(stopMissing, few)).toEqual([])
  })
})
