import { describe, expect, it } from 'vitest'
import { blocksIn, prose } from './found-blocks.ts'

/** The lines at which paragraphs begin, from 1. */
function starts(paragraphs: readonly (readonly string[])[], gap = 0): readonly number[] {
  let line = 1
  return paragraphs.map((lines) => {
    const start = line
    line += lines.length + gap
    return start
  })
}

function found(text: string): readonly number[] {
  return blocksIn(text).map((one) => Number(/ (\d+)-/u.exec(one)?.[1]))
}

describe('paragraphs', () => {
  it('are told by their indent', () => {
    const set = prose(40, 60, '   ')
    expect(found(set.flat().join('\n'))).toEqual(starts(set))
  })

  it('are told by blank lines, and by nothing else where those can be trusted', () => {
    const set = prose(40, 60)
    const text = set.map((lines) => lines.join('\n')).join('\n\n')
    expect(found(text)).toEqual(starts(set, 1))
  })

  it('hang', () => {
    const set = prose(40, 60, '', '   ')
    expect(found(set.flat().join('\n'))).toEqual(starts(set))
  })

  it('are told by the room behind their last lines where nothing else is there', () => {
    const set = prose(60, 60)
    const text = set.flat().join('\n')
    const right = new Set(starts(set))
    const got = found(text)
    expect(got.filter((line) => !right.has(line))).toEqual([])
    // Last lines that are full cannot be told from others.
    expect(got.length).toBeGreaterThanOrEqual(52)
  })

  it('keep their indent when a page is shifted', () => {
    const set = prose(40, 60, '   ')
    const [left, right] = [set.slice(0, 20), set.slice(20)]
    const shifted = right.map((lines) => lines.map((line) => `     ${line}`))
    const text = `${left.flat().join('\n')}\n␌2␌${shifted.flat().join('\n')}`
    expect(found(text)).toEqual(starts(set))
  })

  it('are items where bullets stand before them, though their lines hang like an indent', () => {
    const set = prose(30, 60, '   ').map((lines) => lines.join('\n'))
    const items = ['• one thing that is said', '• and another that goes on', '  in a second line;']
    const text = [...set, ...items, ...set].join('\n')
    const kinds = blocksIn(text).filter((one) => one.startsWith('item'))
    expect(kinds).toHaveLength(2)
  })
})

describe('large initials', () => {
  const set = prose(30, 60, '   ')
  const body = set.flat().join('\n')

  it('begin a paragraph with the word in the next line', () => {
    const text = ['O', 'f all trades that of the printer is the', 'oldest one.', body].join('\n')
    expect(blocksIn(text)[0]).toBe('paragraph 1-3')
  })

  it('make lines beside them stand in', () => {
    const begun = ['O f all trades that of the printer is the oldest but one', '  which goes on,']
    const text = [body, '', ...begun, 'and on at the margin', body].join('\n')
    const first = set.flat().length + 2
    expect(blocksIn(text)).toContain(`paragraph ${first}-${first + 2}`)
  })
})

describe('text that is set in', () => {
  it('has its own column and its own first lines', () => {
    const around = prose(30, 60, '   ')
    const quoted = prose(4, 54, '         ', '      ')
    const text = [...around, ...quoted, ...around].flat().join('\n')
    const all = [...around, ...quoted, ...around]
    expect(found(text)).toEqual(starts(all))
  })
})

describe('titles', () => {
  const body = (count = 12): string => prose(count, 60, '   ').flat().join('\n')

  it('are those whose numbers follow each other, with the depth of their number', () => {
    const text = [
      'Chapter 1. Type',
      '',
      body(),
      '',
      '1.1. Of letters',
      '',
      body(),
      '',
      '1.1.1. Of capitals and of what they are good',
      'for',
      '',
      body(),
      '',
      '1.2. Is there more to say?',
      '',
      body(),
    ].join('\n')
    expect(blocksIn(text).filter((one) => one.startsWith('heading'))).toEqual([
      'heading 2 1-1',
      expect.stringMatching(/^heading 3 /u),
      expect.stringMatching(/^heading 4 (\d+)-/u),
      expect.stringMatching(/^heading 3 /u),
    ])
  })

  it('are no references to sections at the beginning of a line', () => {
    const lines = prose(40, 60, '   ').flat()
    const text = lines.map((line, i) => (i % 9 === 4 ? `4.${i}, ${line}` : line)).join('\n')
    expect(blocksIn(text).filter((one) => one.startsWith('heading'))).toEqual([])
  })

  it('are centred over several lines', () => {
    const title = [
      '                Of the Hand and the Eye',
      '                     in the Workshop',
    ]
    const text = [body(), '', ...title, '', body()].join('\n')
    const [heading] = blocksIn(text).filter((one) => one.startsWith('heading'))
    const [, first = '0', last = '0'] = / (\d+)-(\d+)$/u.exec(heading ?? '') ?? []
    expect(Number(last) - Number(first)).toBe(1)
  })
})

describe('tables and listings', () => {
  const body = prose(12, 60).map((lines) => lines.join('\n'))
  const text = body.join('\n\n')

  it('are kept row by row', () => {
    const rows = [
      'Town        Books   Price',
      'Ulm            12   3 gr.',
      'Basle           7   5 gr.',
    ]
    const got = blocksIn([text, '', ...rows, '', text].join('\n'))
    expect(got.filter((one) => one.startsWith('row'))).toHaveLength(3)
    expect(got.filter((one) => one.startsWith('table'))).toHaveLength(1)
  })

  it('are kept where programs are listed', () => {
    const rows = ['  for (const type of cases) {', '    set(type)', '  }']
    const got = blocksIn([text, '', ...rows, '', text].join('\n'))
    expect(got.filter((one) => one.startsWith('row'))).toHaveLength(3)
  })

  it('are no justified prose, whose gaps are wide', () => {
    const wide = body.join('\n').replaceAll(/ (?=\w+ \w+ \w+$)/gmu, '   ')
    expect(blocksIn(wide).filter((one) => one.startsWith('row'))).toEqual([])
  })
})

describe('tables of contents', () => {
  const body = prose(12, 60).map((lines) => lines.join('\n'))

  it('have entries with leaders, and entries over several lines', () => {
    const entries = [
      'Of Type . . . . . . . . . . . . . . . . . . . . . . . 2',
      'Of Paper, and of all that printers have had to do with',
      '  it in their time . . . . . . . . . . . . . . . . . xii',
      'Of Ink . . . . . . . . . . . . . . . . . . . . . . . . 3',
    ]
    const text = ['Contents', '', ...entries, '', '␌2␌', ...body].join('\n')
    const got = blocksIn(text)
    expect(got.slice(0, 4)).toEqual(['heading 2 1-1', 'entry 3-3', 'entry 4-5', 'entry 6-6'])
    expect(got).toContain('contents 3-6')
  })

  it('need no leaders below their title', () => {
    const text = ['Contents', '', 'Of Type 2', 'Of Ink 3', '', ...body].join('\n')
    expect(blocksIn(text)).toContain('contents 3-4')
  })

  it('are no sentences that end with a number', () => {
    const text = [...body, 'It was printed in 1923', 'and again in 1934', ...body].join('\n')
    expect(blocksIn(text).filter((one) => one.startsWith('entry'))).toEqual([])
  })
})
