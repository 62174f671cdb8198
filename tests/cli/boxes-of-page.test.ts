import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { BoxesOfPages } from '../../src/cli/boxes-of-page.ts'
import { stretchesOf } from '../../src/review/sheets.ts'
import { bareEdition } from '../support/bare-edition.ts'
import { page } from '../support/marking-of.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { witnessOf } from '../support/view-of.ts'

/** A book of two pages, and how its files are named. */
function bookWith(boxes: string) {
  const edition = bareEdition(witnessOf('the press\nthe ink\n'), [page(0, '1'), page(10, '2')])
  return { ...edition, book: { ...edition.book, boxes } }
}

function pageOf(...words: readonly string[]): string {
  const spans = words.map((word, i) => {
    return `<span class="ocrx_word" title="bbox ${i} 0 ${i + 1} 1">${word}</span>`
  })
  return `<div class="ocr_page" title="bbox 0 0 10 10">${spans.join('')}</div>`
}

describe('the boxes of the pages of a book', () => {
  it.each([
    ['a file for each page', 'boxes/{leaf:2}.hocr', 'boxes/02.hocr', pageOf('the', 'ink')],
    ['one for all', 'boxes/b.hocr', 'boxes/b.hocr', pageOf('the', 'press') + pageOf('the', 'ink')],
  ])('come of %s, and anew when it was written anew', async (_, named, file, text) => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'boxes'))
    const edition = bookWith(named)
    const boxes = new BoxesOfPages(folder)
    const second = () => boxes.of(edition, stretchesOf(edition)[1])
    await expect(second()).rejects.toThrow(`Nothing found at ${join(folder, file)}`)
    writeFileSync(join(folder, file), `<html>${text}</html>`)
    expect((await second()).map(({ line, from }) => [line, from])).toEqual([
      [2, 0],
      [2, 4],
    ])
    writeFileSync(join(folder, file), `<html>${text.replaceAll('ink', 'unlike')}</html>`)
    expect((await second()).map(({ line, from }) => [line, from])).toEqual([[2, 0]])
  })

  it('are none where nothing names them', async () => {
    const edition = bareEdition(witnessOf('the press\n'), [page(0, '1')])
    const boxes = new BoxesOfPages(temporaryFolder())
    expect(await boxes.of(edition, stretchesOf(edition)[0])).toEqual([])
    expect(await boxes.of(edition, undefined)).toEqual([])
  })
})
