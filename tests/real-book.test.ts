import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readGold } from '../src/evaluate/read-gold.ts'
import { missesOf, report } from '../src/evaluate/report.ts'
import { score } from '../src/evaluate/score.ts'
import { ratio } from '../src/evaluate/share.ts'
import { buildBook } from './support/build-book.ts'
import { ROOT } from './support/samples.ts'

const SLUG = 'rossiiskie-levye-kommunisty'
const shared = process.env.EMEND_SHARED ?? join(ROOT, '..', 'shared')
const text = join(shared, 'raw', '000_7f3fb5cfc14f1a27.txt')
const gold = join(shared, 'gold')
const isThere = existsSync(text) && existsSync(gold)
if (!isThere) console.log(`skipped: ${text} is not there; EMEND_SHARED says where it is`)

/** The bars that an edition of the annotated half of a real book has to clear. */
describe.skipIf(!isThere)('the edition of a real book', async () => {
  const figures = await figuresOfBook()

  test('has every letter of every line', () => {
    expect(ratio(figures.lines.figure)).toBe(1)
  })

  test('takes away the hyphens of the printer and keeps those of the author', () => {
    expect(ratio(figures.hyphens.figure.soft)).toBeGreaterThanOrEqual(0.999)
    expect(ratio(figures.hyphens.figure.hard)).toBeGreaterThanOrEqual(0.97)
  })

  test('begins its paragraphs where they begin', () => {
    const blocks = figures.blocks?.figure
    expect(blocks && ratio(blocks.precision)).toBeGreaterThanOrEqual(0.99)
    expect(blocks && ratio(blocks.recall)).toBeGreaterThanOrEqual(0.99)
  })

  test('finds the headings', () => {
    const headings = figures.headings?.figure
    expect(headings && ratio(headings.found)).toBeGreaterThanOrEqual(0.95)
    expect(headings?.superfluous).toBeLessThanOrEqual(3)
  })

  test('has all notes whole and links them to their calls', () => {
    const notes = figures.notes?.figure
    expect(notes && [ratio(notes.bodies), ratio(notes.linked), notes.superfluous]).toEqual([
      1, 1, 0,
    ])
  })

  test('has all pages', () => {
    const pages = figures.pages?.figure
    expect(pages && [ratio(pages.found), pages.superfluous]).toEqual([1, 0])
  })

  test('corrects no line that is right', () => {
    expect(figures.errors?.figure.unknown).toBe(0)
  })

  async function figuresOfBook() {
    const edition = (await buildBook(SLUG))?.get(`${SLUG}.xml`) ?? ''
    const records = readdirSync(gold)
      .filter((name) => name.endsWith('.jsonl'))
      .sort()
      .flatMap((name) => readGold(readFileSync(join(gold, name), 'utf8')))
    const found = score(edition, { raw: readFileSync(text, 'utf8'), gold: records })
    console.log(`${report(found)}\nmisses of kinds: ${[...missesOf(found).keys()].join(', ')}`)
    return found
  }
})
