import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { surveyOf } from '../../src/survey/survey.ts'
import { witnessOf } from '../support/view-of.ts'

function surveyed(...lines: string[]) {
  return surveyOf(witnessOf(lines.join('\n')))
}

describe('a survey', () => {
  it('counts words in lower case and as printed', () => {
    const survey = surveyed('Type and type and TYPE', 'typed')
    expect(survey.count('type')).toBe(3)
    expect(survey.countAsPrinted('Type')).toBe(1)
    expect(survey.countAsPrinted('type')).toBe(1)
    expect(survey.count('typ')).toBe(0)
  })

  it('counts hyphenated words whole, and apostrophes and hyphens of any shape as one', () => {
    const survey = surveyed(
      'self-made, self\u2010made self\u2011made',
      'don’t don\u02bct don\u0027t',
    )
    expect(survey.count('self-made')).toBe(3)
    expect(survey.count('made')).toBe(0)
    expect(survey.count("don't")).toBe(3)
  })

  it('counts decomposed letters as composed ones', () => {
    const survey = surveyed('мой', 'мой'.normalize('NFD'), 'МОЙ'.normalize('NFD'), 'мои')
    expect(survey.count('мой')).toBe(3)
    expect(survey.countAsPrinted('МОЙ')).toBe(1)
  })

  it('leaves out the fragments beside a line-end hyphen, over blank lines and page numbers', () => {
    const survey = surveyed(
      'a full com-',
      '',
      '12',
      '',
      'positor came, com',
      'com¬',
      'positor–',
      'x',
    )
    expect(survey.count('com')).toBe(1)
    expect(survey.count('positor')).toBe(0)
    expect(survey.count('came')).toBe(1)
    expect(survey.count('x')).toBe(0)
    expect(survey.hyphenatedLines).toBe(2)
  })

  it('takes a hyphen after a blank for a dash', () => {
    const survey = surveyed('the type -', 'it was new')
    expect(survey.count('type')).toBe(1)
    expect(survey.count('it')).toBe(1)
    expect(survey.hyphenatedLines).toBe(0)
  })

  it('counts a word without the digits of a call behind it, and one with digits in it as it is', () => {
    const survey = surveyed('type1 and type12 and ty9pe and 1455')
    expect(survey.count('type')).toBe(2)
    expect(survey.count('ty9pe')).toBe(1)
    expect(survey.count('1455')).toBe(0)
  })

  it('finds words by how they begin, and compounds by their first member', () => {
    const survey = surveyed('Printer print printing pint Print-shop print-run misprint')
    expect(survey.startingWith('print')).toEqual([
      'print',
      'print-run',
      'print-shop',
      'printer',
      'printing',
    ])
    expect(survey.startingWith('pr')).toEqual([])
    expect(survey.compoundsOf('print')).toEqual(['print-run', 'print-shop'])
    expect(survey.compoundsOf('misprint')).toEqual([])
  })

  it('reads the column off the lines that a hyphen ends, or off the most usual length', () => {
    const full = Array.from({ length: 30 }, () => `${'x'.repeat(49)}-`)
    expect(surveyed(...full, 'short', 'x'.repeat(80)).measure).toBe(50)
    const plain = Array.from({ length: 10 }, (_, i) => 'y'.repeat(40 + (i % 3)))
    expect(surveyed(...plain, 'short', 'short', 'short').measure).toBe(41)
    expect(surveyed('').measure).toBe(0)
  })

  it('finds the usual indents, form feeds aside', () => {
    const lines = Array.from({ length: 8 }, (_, i) => [`   paragraph ${i}`, 'line', `\f line ${i}`])
    expect(surveyed(...lines.flat(), '         once').indents).toEqual([1, 3])
  })

  it('tells tight dashes from spaced ones', () => {
    expect(surveyed('ink—black–and — red – blue, x —y').dashes).toEqual({ tight: 2, spaced: 2 })
  })

  it('counts every word once, whatever the text', () => {
    const seed = 20_260_102
    let words = 0
    const word = fc.stringMatching(/^[a-zà-öø-ÿа-яё]{1,8}$/u)
    fc.assert(
      fc.property(fc.array(fc.array(word, { minLength: 1 })), (lines) => {
        const survey = surveyed(...lines.map((line) => line.join(' ')))
        const all = lines.flat()
        for (const each of new Set(all)) {
          expect(survey.count(each)).toBe(all.filter((other) => other === each).length)
          words++
        }
      }),
      { seed, numRuns: 200 },
    )
    console.log(`seed ${seed}: ${words} words counted`)
    expect(words).toBeGreaterThan(1000)
  })
})
