import { describe, expect, it } from 'vitest'
import { toRoman } from '../../../src/model/roman-numeral.ts'
import { centred, found, numbersIn, printedFrom, prose, right } from './printed-pages.ts'

/** Eight pages, each made of its text lines and its index, as one text. */
function book(set: (lines: string[], i: number) => readonly string[], between = '\n'): string {
  return Array.from({ length: 8 }, (_, i) => set(prose(30, i + 1), i).join('\n')).join(between)
}

describe('pages without form feeds', () => {
  it.each([
    ['alone', '#'],
    ['between dashes', '– # –'],
    ['between hyphens', '- # -'],
    ['in brackets', '[#]'],
    ['with a stop', '#.'],
  ])('begin with a number at their head %s, right behind the text', (_, form) => {
    const text = book((lines, i) => [centred(form.replace('#', `${i + 3}`)), '', ...lines])
    expect(numbersIn(text)).toEqual(printedFrom(3, 10))
    expect(found(text).pages[1]).toBe('33: 4*')
  })

  it.each([
    ['in the middle', centred],
    ['at the right', right],
    ['at the left', (text: string) => text],
  ])('begin behind the number at the foot of the page before, %s', (_, place) => {
    const text = book((lines, i) => [...lines, '', place(`${i + 5}`), '', '', ''])
    expect(numbersIn(text)).toEqual(printedFrom(5, 12))
    expect(found(text).work).toHaveLength(8)
  })

  it('begin with running heads in capitals, and are told by catchwords and chapter openings', () => {
    const pages = Array.from({ length: 10 }, (_, i) => prose(30, i + 1))
    const text = pages
      .map((lines, i) => {
        const opens = i === 4
        const head =
          i % 2 === 0 ? `OF HAND AND EYE${right(`${i + 1}`, 20)}` : `${i + 1}       A BOOK`
        const next = i === 3 ? 'Chapter' : (pages[i + 1]?.[0]?.split(' ')[0] ?? '')
        const top = opens ? [centred('Chapter the Second'), ''] : [centred(head), '']
        const foot = [right(next), ...(opens ? ['', '', centred('5')] : [])]
        return [...top, ...lines, ...(i === 9 ? [] : foot)].join('\n')
      })
      .join('\n')
    expect(numbersIn(text)).toEqual(printedFrom(1, 10))
    expect(found(text).work).not.toContain('Chapter the Second')
    expect(found(text).kinds).toEqual(new Set(['header', 'page-number', 'catchword']))
  })

  it('are found where an extraction has neither form feeds, blank lines nor indents', () => {
    const text = book((lines, i) => [
      i % 2 ? `${i + 2} A BOOK` : `Of Hand and Eye ${i + 2}`,
      ...lines,
    ])
    expect(numbersIn(text)).toEqual(printedFrom(2, 9))
    expect(found(text).work).toHaveLength(16)
  })

  it('may hold one line of text', () => {
    const text = book((lines, i) => [
      ...(i === 5 ? ['the end.'] : lines),
      '',
      centred(`– ${i + 5} –`),
      '',
      '',
    ])
    expect(numbersIn(text)).toEqual(printedFrom(5, 12))
  })

  it('are not made of numbered verse, lists or chapters', () => {
    const list = Array.from({ length: 40 }, (_, i) => [`${i + 1}`, '', ...prose(2, i), ''])
    expect(found(list.flat().join('\n')).pages).toHaveLength(1)
  })
})

describe('numbers of pages', () => {
  it('are Roman in the front matter, and Arabic ones begin anew', () => {
    const text = book(
      (lines, i) => [centred(i < 3 ? toRoman(i + 5) : `${i - 2}`), '', ...lines],
      '\n\f',
    )
    expect(numbersIn(text)).toEqual(['v*', 'vi*', 'vii*', ...printedFrom(1, 5)])
  })

  it('begin anew in a second volume', () => {
    const text = Array.from({ length: 16 }, (_, i) =>
      [centred(`– ${(i % 8) + 1} –`), '', ...prose(30, i + 1)].join('\n'),
    ).join('\n')
    expect(numbersIn(text)).toEqual([...printedFrom(1, 8), ...printedFrom(1, 8)])
    expect(found(text).notices).toEqual([])
  })

  it('do not begin anew at a catchword that numbers a section, nor at a signature', () => {
    const pages = Array.from({ length: 9 }, (_, i) => prose(30, i + 1))
    const text = pages
      .map((lines, i) => {
        const opening = i === 2 ? ['', centred('1. Of the Stick'), ''] : []
        const word = i === 1 ? '1.' : (pages[i + 1]?.[0]?.split(' ')[0] ?? '')
        const foot = i === 8 ? centred('D 2') : right(word)
        return [centred(`OF HAND AND EYE      ${i + 1}`), ...opening, ...lines, foot].join('\n')
      })
      .join('\n')
    expect(numbersIn(text)).toEqual(printedFrom(1, 9))
    expect(found(text).work).toContain('1.')
  })

  it('are read where letters stand for their figures, and told where they cannot be read', () => {
    const shown = ['9', 'l0', 'ii', '12', '1З', '%', '15', '16']
    const text = book((lines, i) => [`${shown[i]}`, '', ...lines], '\n\f')
    const numbers = numbersIn(text).map((number) => number.replace('*', ''))
    expect(numbers).toEqual(['9', '10', '11', '12', '13', '14', '15', '16'])
  })

  it('count a blank page between two form feeds', () => {
    const text = book((lines, i) => {
      return [`${i === 4 ? '\f' : ''}${right(`${i < 4 ? i + 1 : i + 2}`)}`, '', ...lines]
    }, '\n\f')
    expect(numbersIn(text)).toEqual([...printedFrom(1, 4), ...printedFrom(6, 9)])
    expect(found(text).notices).toEqual([])
  })
})

describe('running heads', () => {
  it('bear the number one blank off, at either end, and need not recur', () => {
    const titles = ['The Case', 'The Stick', 'The Galley', 'The Forme', 'The Proof', 'The Sheet']
    const text = book((lines, i) => {
      const title = titles[i % titles.length] ?? ''
      return [i % 2 === 0 ? `${title} ${i + 21}` : `${i + 21} A BOOK OF TYPE`, ...lines]
    }, '\n\f')
    expect(numbersIn(text)).toEqual(printedFrom(21, 28))
    expect(found(text).work).toContain('The Proof')
  })

  it('are found letterspaced, with wide blanks inside, and damaged', () => {
    const heads = ['O F   H A N D', 'O F   H A N D', 'O F   H 4 N D', 'O F   HAND']
    const text = book((lines, i) => {
      return [centred(`${heads[i % heads.length]}          ${i + 2}`), '', ...lines]
    }, '\n\f')
    expect(numbersIn(text)).toEqual(printedFrom(2, 9))
    expect(found(text).work).toHaveLength(16)
  })

  it('without a number are not the title that they repeat', () => {
    const text = book((lines, i) => {
      const chapter = i < 4 ? 'Of Hand and Eye' : 'Of Ink and Patience'
      const opens = i % 4 === 0
      const head = opens ? [chapter, ''] : [centred(chapter), '']
      return [...head, ...lines, '', '', right(`${i + 1}`)]
    }, '\n\f')
    const { work } = found(text)
    expect(work.filter((one) => one.startsWith('Of'))).toHaveLength(6)
    const lines = text.split('\n')
    expect(lines.filter((line) => /^\f?Of/u.test(line))).toHaveLength(2)
    expect(found(text).pages.map((one) => one.split(': ')[1])).toEqual(printedFrom(1, 8))
  })

  it('are not lines of text at the edge of a page that repeat a line before them', () => {
    const chapter = 'Of Hand and Eye'
    const command = centred('measure --width 12 --depth 9 stick')
    const text = book((lines, i) => {
      const head = i === 0 ? [chapter, ''] : [centred(chapter), '']
      const below = i === 5 ? [command, ''] : []
      const above = i === 6 ? ['', command] : []
      const amid = i === 4 ? [command] : []
      return [...head, ...below, ...amid, ...lines, ...above, '', '', right(`${i + 1}`)]
    }, '\n\f')
    expect(found(text).work).not.toContain(command.trim())
    expect(found(text).work.filter((one) => one === chapter)).toHaveLength(7)
  })

  it('are not headings that open page after page, nor numbered ones', () => {
    const text = book((lines, i) => {
      return [`Chapter ${i + 1}`, '', ...lines, '', '', centred(`${i * 1 + 40}`)]
    }, '\n\f')
    expect(found(text).work).toEqual(printedFrom(40, 47).map((one) => one.slice(0, -1)))
  })
})

describe('signatures', () => {
  it('are found at the foot of the leaves, with a catchword beside them', () => {
    const pages = Array.from({ length: 36 }, (_, i) => prose(24, i + 1))
    const text = pages
      .map((lines, i) => {
        const word = pages[i + 1]?.[0]?.split(' ')[0] ?? ''
        const sign = { 16: 'B', 18: 'B 2', 32: 'C', 34: 'C 2' }[i] ?? ''
        const foot = (sign === '' ? '' : centred(sign, 50)).padEnd(60 - word.length) + word
        return [centred(`THE CRAFT      ${i + 1}`), '', ...lines, foot].join('\n')
      })
      .join('\n\f')
    const { work, kinds } = found(text)
    expect(work.filter((one) => /^[BC]/u.test(one))).toEqual(['B', 'B 2', 'C', 'C 2'])
    expect(kinds.has('catchword')).toBe(true)
    expect(numbersIn(text)).toEqual(printedFrom(1, 36))
  })
})

describe('two columns', () => {
  const beside = (left: string[], other: string[], wander = 0) =>
    left.map((line, i) => `${line.padEnd(46 + ((i * wander) % 5))}${other[i] ?? ''}`)

  it('are reported where they stand side by side', () => {
    const text = book((_, i) => beside(prose(30, i, 44), prose(30, i + 50, 44), 3), '\n\f')
    expect(found(text).notices).toEqual(['two-columns'])
  })

  it('are no tables, contents or verse', () => {
    const table = book(
      (lines) => lines.map((_, i) => `term ${i}                  ${i * 7}   yes`),
      '\n\f',
    )
    const contents = book(
      (lines) => lines.map((line) => `${line.slice(0, 30)}          ${line.length}`),
      '\n\f',
    )
    const verse = book(
      (lines) => lines.map((line) => `                  ${line.slice(0, 24)}`),
      '\n\f',
    )
    for (const text of [table, contents, verse]) {
      expect(found(text).notices).not.toContain('two-columns')
    }
  })
})
