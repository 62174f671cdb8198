import { describe, expect, it } from 'vitest'
import { page } from '../../../src/passes/page/page.ts'
import { numberPages } from '../../../src/passes/page/page-numbers.ts'
import { readPageNumber } from '../../../src/passes/page/printed-number.ts'
import { markingsIn, viewOf } from '../../support/view-of.ts'

const SENTENCE = 'The compositor set line after line until the galley was quite full'

/** A page of running text of so many full lines. */
function sheet(lines: number, from = 0): string[] {
  return Array.from(
    { length: lines },
    (_, i) => `${SENTENCE} ${String.fromCharCode(97 + ((i + from) % 26))}`,
  )
}

/** Pages as `line: number` (an asterisk for a printed one) and forme work as its text. */
function found(text: string): { pages: string[]; work: string[]; notices: string[] } {
  const findings = page(viewOf(text))
  const { lines } = viewOf(text).witness
  const pages: string[] = []
  const work: string[] = []
  for (const marking of markingsIn(findings)) {
    if (marking.role === 'page') {
      pages.push(`${lines.at(marking.from)}: ${marking.number}${marking.printed ? '*' : ''}`)
    }
    if (marking.role === 'forme-work') work.push(text.slice(marking.from, marking.to))
  }
  const notices = findings.flatMap((finding) => (finding.kind === 'notice' ? [finding.code] : []))
  return { pages, work, notices }
}

describe('the page pass', () => {
  it('begins a page at each form feed and drops the empty one at the end', () => {
    const text = `${sheet(30).join('\n')}\n\f${sheet(30, 3).join('\n')}\n\f`
    expect(found(text).pages).toEqual(['1: ', '31: '])
  })

  it('begins a page at a line with exactly one leading blank, not at a stray blank in a page', () => {
    const pages = [sheet(30), sheet(30, 1), sheet(30, 2), sheet(30, 3)]
    const lines = pages.flatMap((lines, i) => lines.map((l, j) => (j === 0 && i > 0 ? ` ${l}` : l)))
    lines[41] = ` ${lines[41]}`
    lines.splice(41, 0, '')
    expect(found(lines.join('\n')).pages).toEqual(['1: ', '31: ', '62: ', '92: '])
  })

  it('takes a bare number between blank lines for the page number and infers the others', () => {
    const first = sheet(30)
    const pages = [sheet(30, 1), sheet(30, 2)].map((lines, i) => [
      '',
      '',
      `${8 + i}`,
      '',
      '',
      ...lines,
    ])
    const { pages: numbers, work } = found([...first, ...pages.flat()].join('\n'))
    expect(numbers).toEqual(['1: 7', '31: 8*', '66: 9*'])
    expect(work).toEqual(['8', '9'])
  })

  it('finds running heads beside the numbers, recto and verso apart, and keeps the title', () => {
    const heads = [
      '',
      'THE CRAFT          3',
      '4          A HISTORY',
      'THE CRAFT          5',
      '6          A HISTORY',
      'THE CRAFT          7',
      '8          A HISTORY',
      'THE CRAFT          9',
    ]
    const text = heads
      .map((head, i) =>
        (i === 0 ? ['THE CRAFT', '', ...sheet(28)] : [head, '', ...sheet(30, i)]).join('\n'),
      )
      .join('\n\f')
    const { work, pages } = found(text)
    expect(work.filter((w) => w === 'THE CRAFT')).toHaveLength(4)
    expect(work.filter((w) => w === 'A HISTORY')).toHaveLength(3)
    expect(pages[0]).toBe('1: 2')
    expect(pages[7]).toContain(': 9*')
  })

  it('reports a number that breaks the sequence and the pages that it misses', () => {
    const numbers = [3, 4, 5, 77, 7, 8, 11, 12]
    const text = numbers.map((n, i) => [`${n}`, '', ...sheet(30, i)].join('\n')).join('\n\f')
    const { notices, pages } = found(text)
    expect(notices.sort()).toEqual(['page-number-out-of-sequence', 'page-numbers-missing'])
    expect(pages[3]).toContain(': 6*')
  })

  it('does not take a number in the text for that of the page', () => {
    const text = [sheet(30), ['73).', ...sheet(29, 1)], sheet(30, 2)]
      .map((l) => l.join('\n'))
      .join('\n\f')
    expect(found(text).work).toEqual([])
  })
})

describe('page numbers', () => {
  it.each([
    ['12', 12],
    ['— 7 —', 7],
    ['[141]', 141],
    ['xiv', 14],
    ['1O', 10],
  ])('reads %s', (text, value) => {
    expect(readPageNumber(text)?.value).toBe(value)
  })

  it.each(['73).', '30.', 'A', '12 34', ''])('does not read "%s"', (text) => {
    expect(readPageNumber(text)).toBeUndefined()
  })

  it('goes on from Roman to Arabic numerals', () => {
    const printed = ['v', 'vi', '1', '2'].map((text) => readPageNumber(text))
    const pages = [...printed, undefined].map((number, leaf) => ({
      readings: number ? [{ ...number, weight: 1 }] : [],
      leaf,
      size: 30,
    }))
    const { numbers } = numberPages(pages)
    expect(numbers.map((n) => n.number)).toEqual(['v', 'vi', '1', '2', '3'])
  })
})
