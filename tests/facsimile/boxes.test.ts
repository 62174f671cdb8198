import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseBoxes } from '../../src/facsimile/parse-boxes.ts'
import { placeBoxes } from '../../src/facsimile/place-boxes.ts'
import { InputError } from '../../src/model/input-error.ts'
import { witnessOf } from '../support/view-of.ts'

const HOCR = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html><head><meta name="ocr-system" content="x" /></head><body>
<div class="ocr_page" title='image "1.png"; bbox 0 0 200 400; ppageno 0'>
<span class='ocr_line' title="bbox 20 40 180 60"><span class='ocrx_word' title='bbox 20 40 60 60; x_wconf 96'><strong>Свинец</strong></span>&nbsp;
<span class='ocrx_word' title='bbox 70 40 120 60'>ядовит,</span><br></span></div>
<div class="ocr_page" title="bbox 0 0 100 100"><span class="ocrx_word" title="bbox 0 0 50 10">да</span>
<span class="ocrx_word" title="bbox 90 0 150 10">beyond</span></div></body></html>`

const ALTO = `<alto:alto xmlns:alto="http://www.loc.gov/standards/alto/ns-v4#"><alto:Layout>
<alto:Page WIDTH="200" HEIGHT="400"><alto:PrintSpace><alto:TextBlock><alto:TextLine>
<alto:String CONTENT="Свинец" HPOS="20" VPOS="40" WIDTH="40" HEIGHT="20" WC="0.9"/><alto:SP/>
<alto:String CONTENT="ядовит," HPOS="70" VPOS="40" WIDTH="50" HEIGHT="20"/>
</alto:TextLine></alto:TextBlock></alto:PrintSpace></alto:Page></alto:Layout></alto:alto>`

const PDF = `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "x"><html><body><doc>
<page width="200.00" height="400.00"><word xMin="20" yMin="40" xMax="60" yMax="60">Свинец</word>
<word xMin="70" yMin="40" xMax="120" yMax="60">ядовит,</word></page></doc></body></html>`

const TWO = [
  { text: 'Свинец', box: [0.1, 0.1, 0.3, 0.15] },
  { text: 'ядовит,', box: [0.35, 0.1, 0.6, 0.15] },
]

describe('files that say where words stand', () => {
  it.each([
    ['hOCR', HOCR],
    ['ALTO', ALTO],
    ['pdftotext -bbox', PDF],
  ])('are read as %s', (_, text) => {
    expect(parseBoxes(text, 'x')[0]).toEqual(TWO)
  })

  it('have a list for each page, without what stands beyond it', () => {
    expect(parseBoxes(HOCR, 'x')[1]).toEqual([{ text: 'да', box: [0, 0, 0.5, 0.1] }])
  })

  it('keep their order where a page says no size, and has no boxes', () => {
    const word = '<String CONTENT="a" HPOS="1" VPOS="1" WIDTH="1" HEIGHT="1"/>'
    const page = `<Page WIDTH="10" HEIGHT="10">${word}</Page>`
    const read = parseBoxes(`<alto>${page}<Page>${word}</Page>${page}</alto>`, 'x')
    expect(read.map(({ length }) => length)).toEqual([1, 0, 1])
  })

  it('have their entities decoded, and none that they declare themselves', () => {
    const words = ['it&#39;s', '&#x421;в', 'a&amp;b', '&lol;c', '&#x110000;d', 'e&nbsp;']
    const spans = words.map((word) => `<span class="ocrx_word" title="bbox 1 1 2 2">${word}</span>`)
    const page = `<div class="ocr_page" title="bbox 0 0 10 10">${spans.join('')}</div>`
    const text = `<!DOCTYPE html [<!ENTITY lol "lollol">]><html>${page}</html>`
    expect(parseBoxes(text, 'x')[0]?.map((word) => word.text)).toEqual([
      "it's",
      'Св',
      'a&b',
      'c',
      'd',
      'e',
    ])
  })

  it.each([
    ['no pages', '<html><body><p>Text</p></body></html>', 'expected pages with their size'],
    ['pages without a size', '<alto><Page><String CONTENT="a"/></Page></alto>', 'expected pages'],
    ['plain text', 'Свинец ядовит', 'expected pages'],
    ['a tag that does not end', '<html><body><div class="ocr_page', 'boxes.hocr'],
  ])('are refused with words for %s', (_, text, message) => {
    expect(() => parseBoxes(text, 'boxes.hocr')).toThrow(InputError)
    expect(() => parseBoxes(text, 'boxes.hocr')).toThrow(message)
  })

  it('are not walked for ever down', () => {
    const deep = `${'<div>'.repeat(5000)}${'</div>'.repeat(5000)}`
    expect(() => parseBoxes(deep, 'x')).toThrow(InputError)
  })
})

describe('the boxes of a page', () => {
  const boxed = (text: string, i: number) => ({
    text,
    box: [i / 10, 0, (i + 1) / 10, 0.1] as const,
  })

  function placedIn(text: string, words: readonly ReturnType<typeof boxed>[]) {
    const witness = witnessOf(text)
    return placeBoxes(witness, { from: 0, to: text.length }, words).map(
      ({ line, from, to, box: [left, , right] }) => {
        const start = witness.lines.from(line)
        return [text.slice(start + from, start + to), Math.round(left * 10), Math.round(right * 10)]
      },
    )
  }

  it('go to words that are read the same, in the same order', () => {
    const words = ['Свинец', 'ядов-', 'ит,', 'об', 'этом'].map(boxed)
    expect(placedIn('Свинец ядов-\nит, об этом\n', words)).toEqual([
      ['Свинец', 0, 1],
      ['ядов-', 1, 2],
      ['ит,', 2, 3],
      ['об', 3, 4],
      ['этом', 4, 5],
    ])
  })

  it('go to a word that was read differently, where it is the only one between the same words', () => {
    const words = ['one', 'tvvo', 'three'].map(boxed)
    expect(placedIn('one two three', words)[1]).toEqual(['two', 1, 2])
    // At the end of a line, too.
    expect(placedIn('one two\nthree', words)[1]).toEqual(['two', 1, 2])
    // Nothing is alike.
    expect(placedIn('one 77\nthree', words).map(([word]) => word)).toEqual(['one', 'three'])
  })

  it('are the room between the neighbours in the line, where several words may be meant', () => {
    const words = ['first', 'x', 'y', 'z', 'fifth'].map(boxed)
    expect(placedIn('first se cond fifth', words)[2]).toEqual(['cond', 1, 4])
    expect(placedIn('first se\ncond fifth', words).map(([word]) => word)).toEqual([
      'first',
      'fifth',
    ])
    // No room is left for them: the engine has taken them for a part of a neighbour.
    const close = [boxed('first', 0), boxed('fifth', 1)]
    expect(placedIn('first se cond fifth', close).map(([word]) => word)).toEqual(['first', 'fifth'])
  })

  it('are not taken from a like word nearby', () => {
    const words = [boxed('press', 0), boxed('the', 3), boxed('ink', 4)]
    const placed = placedIn('press\nthe type\nthe ink', words)
    expect(placed).toContainEqual(['ink', 4, 5])
    expect(placed.filter(([word]) => word === 'the')).toEqual([])
  })

  it.each([
    ['that are all different', 1000, 2000],
    ['of which each stands several times', 12, 1000],
  ])('never leave a word out of its box, on pages of words %s', (_, vocabulary, least) => {
    let [exact, room, none] = [0, 0, 0]
    const readings = fc.array(
      fc.tuple(
        fc.integer({ min: 0, max: vocabulary - 1 }),
        fc.constantFrom('same', 'same', 'same', 'same', 'misread', 'left out', 'twice', 'split'),
      ),
      { minLength: 30, maxLength: 80 },
    )
    fc.assert(
      fc.property(readings, (kinds) => {
        const printed = kinds.map(([word], i) => `wort${vocabulary === 1000 ? `${i}v` : word}`)
        const words = kinds.flatMap(([, kind], i) => {
          const text = printed[i] ?? ''
          const read = { text, box: [i / 100, 0, (i + 1) / 100, 0.1] as const }
          if (kind === 'left out') return []
          if (kind === 'misread') return [{ ...read, text: `${text}x` }]
          if (kind === 'twice') return [read, { ...read, text: '|' }]
          if (kind === 'split')
            return [
              { ...read, text: text.slice(0, 2) },
              { ...read, text: 'y' },
            ]
          return [read]
        })
        const witness = witnessOf(printed.join(' '))
        const starts = printed.map((_, i) => printed.slice(0, i).join(' ').length + (i > 0 ? 1 : 0))
        const placed = placeBoxes(witness, { from: 0, to: witness.text.length }, words)
        for (const { from, box } of placed) {
          const nth = starts.indexOf(from)
          expect(box[0]).toBeLessThanOrEqual(nth / 100 + 1e-9)
          expect(box[2]).toBeGreaterThanOrEqual((nth + 1) / 100 - 1e-9)
          if (box[2] - box[0] < 0.0101) exact++
          else room++
        }
        none += kinds.length - placed.length
      }),
      { seed: 20261123, numRuns: 200 },
    )
    console.log(`${exact} words with a box, ${room} with room, ${none} without`)
    expect(exact).toBeGreaterThan(least)
    expect(room).toBeGreaterThan(100)
    expect(none).toBeGreaterThan(100)
  })
})
