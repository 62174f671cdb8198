import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { printable, printableJson } from '../../src/cli/printable.ts'
import { Screen, styled, widthOf } from '../../src/cli/screen.ts'

/** What a terminal would obey, hide or turn round. */
const DANGEROUS = /[\0-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200b-\u200f\ufeff\p{Cs}]/u

function screen(tty: { isTTY?: boolean; columns?: number }, environment = {}) {
  const written: string[] = []
  const stream = { write: (text: string | Uint8Array) => written.push(String(text)), ...tty }
  return { screen: new Screen(stream, environment), text: () => written.join('') }
}

describe('printable', () => {
  it('shows control characters as pictures and hidden ones by their code', () => {
    expect(printable('a\u001b[31m\nb\u007f\u009b\u202e\ufeff\ud800')).toBe(
      'a␛[31m␊b␡<U+009B><U+202E><U+FEFF><U+D800>',
    )
  })

  it('leaves nothing dangerous in any text, nor in JSON, which stays the same value', () => {
    let dangerous = 0
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        if (DANGEROUS.test(text)) dangerous++
        expect(printable(text)).not.toMatch(DANGEROUS)
        const json = printableJson({ text })
        expect(json.replaceAll('\n', '')).not.toMatch(DANGEROUS)
        expect(JSON.parse(json)).toEqual({ text })
      }),
      { seed: 22, numRuns: 2000 },
    )
    expect(dangerous).toBeGreaterThan(20)
  })
})

describe('Screen', () => {
  it('breaks lines on a terminal and leaves them whole in a pipe', () => {
    const words = 'word '.repeat(40).trim()
    const wide = screen({ isTTY: true, columns: 60 })
    wide.screen.line(words, 2, 4)
    const lines = wide.text().trimEnd().split('\n')
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(60)
    expect(lines.map((line) => line.search(/\S/))).toEqual([2, 4, 4, 4])
    const pipe = screen({})
    pipe.screen.line(words)
    expect(pipe.text()).toBe(`${words}\n`)
  })

  it('breaks after a blank only, so that a mark stays with its word', () => {
    const { screen: tty, text } = screen({ isTTY: true, columns: 10 })
    tty.line(['12345678 ', styled('strong', '1234567'), '890'])
    expect(text()).toBe('12345678\n\u001b[1m1234567\u001b[22m890\n')
  })

  it('leaves no blank at the end of a line, so that none is pushed over the edge', () => {
    const { screen: tty, text } = screen({ isTTY: true, columns: 10 })
    tty.line([styled('faint', '1234567890 123 '), styled('bad', ' ')])
    expect(text()).toBe('\u001b[2m1234567890\u001b[22m\n\u001b[2m123\u001b[22m\n')
  })

  it('uses colours on a terminal only, and not with NO_COLOR or a dumb one', () => {
    const piece = styled('bad', 'x')
    const colours = (tty: boolean, environment: Record<string, string>) => {
      const { screen: one, text } = screen({ isTTY: tty }, environment)
      one.line(piece)
      return text().includes('\u001b')
    }
    expect(colours(true, {})).toBe(true)
    expect(colours(true, { NO_COLOR: '1' })).toBe(false)
    expect(colours(true, { TERM: 'dumb' })).toBe(false)
    expect(colours(false, {})).toBe(false)
  })

  it('shows progress on a terminal until the next line, and none in a pipe', () => {
    const tty = screen({ isTTY: true, columns: 12 })
    tty.screen.show('Building a long\u001bname')
    tty.screen.line('done')
    expect(tty.text()).toBe('Building a \r\u001b[2Kdone\n')
    const pipe = screen({})
    pipe.screen.show('Building')
    pipe.screen.line('done')
    expect(pipe.text()).toBe('done\n')
  })

  it('counts the cells of wide and combining characters', () => {
    expect(widthOf('活字')).toBe(4)
    expect(widthOf('и\u0301')).toBe(1)
  })
})
