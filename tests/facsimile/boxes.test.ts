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
  it('go to words that are read the same, in the same order', () => {
    const witness = witnessOf('Свинец ядов-\nит, и об этом\n')
    const words = ['Свинец', 'ядов-', 'ит,', 'н', 'об', 'этом'].map((text, i) => {
      return { text, box: [i / 10, 0, (i + 1) / 10, 0.1] as const }
    })
    const placed = placeBoxes(witness, { from: 0, to: witness.text.length }, words)
    expect(placed.map(({ line, from, to, box: [left] }) => [line, from, to, left])).toEqual([
      [1, 0, 6, 0],
      [1, 7, 12, 0.1],
      [2, 0, 3, 0.2],
      [2, 6, 8, 0.4],
      [2, 9, 13, 0.5],
    ])
  })

  it('are never those of another word, whatever was misread, left out or read twice', () => {
    let [right, none] = [0, 0]
    const readings = fc.array(fc.constantFrom('same', 'misread', 'left out', 'twice', 'split'), {
      minLength: 30,
      maxLength: 80,
    })
    fc.assert(
      fc.property(readings, (kinds) => {
        // Words that no other word is like: which box is whose can be told.
        const printed = kinds.map((_, i) => `wort${String.fromCharCode(97 + (i % 26))}${i}`)
        const words = kinds.flatMap((kind, i) => {
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
        const placed = placeBoxes(witness, { from: 0, to: witness.text.length }, words)
        for (const { from, to, box } of placed) {
          const nth = printed.indexOf(witness.text.slice(from, to))
          expect(box[0]).toBe(nth / 100)
          expect(['same', 'twice']).toContain(kinds[nth])
        }
        right += placed.length
        none += kinds.length - placed.length
      }),
      { seed: 20261123, numRuns: 100 },
    )
    console.log(`${right} words with a box, ${none} without`)
    expect(right).toBeGreaterThan(1000)
    expect(none).toBeGreaterThan(1000)
  })
})
