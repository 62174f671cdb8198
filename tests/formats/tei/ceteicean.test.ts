import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { textFile } from '../../../src/formats/tei/tei-file.ts'
import { launchChromium, whyNoChromium } from '../../support/chromium.ts'
import { editionOf } from '../../support/edition-of.ts'
import { editionOfBook } from '../../support/edition-of-book.ts'
import { ROOT, SAMPLES } from '../../support/samples.ts'
import { type ReadingText, readingWords } from '../reading/words.ts'
import { wordsOfTei } from '../reading/words-of-tei.ts'

const reason = whyNoChromium()
if (reason) console.log(`skipped: ${reason}`)

const shared = process.env.EMEND_SHARED ?? join(ROOT, '..', 'shared')
const there = existsSync(join(shared, 'raw', '000_7f3fb5cfc14f1a27.txt'))
if (!there) console.log(`skipped: the real book is not in ${shared}; EMEND_SHARED says where it is`)
const BOOKS = [
  ...SAMPLES.map(({ slug }) => slug),
  ...(there ? ['rossiiskie-levye-kommunisty'] : []),
]

const DOCS = join(ROOT, 'docs', 'ceteicean')
const CETEI = join(ROOT, 'node_modules', 'CETEIcean', 'dist', 'CETEI.js')

describe.skipIf(reason)('CETEIcean, told what docs/ceteicean tells it', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launchChromium()
  }, 180_000)
  afterAll(async () => {
    await browser?.close()
  })

  /** Shows a TEI file in a page, and holds that nothing complains. */
  async function shown(xml: string, look: (page: Page) => Promise<void>): Promise<void> {
    const page = await browser.newPage({ viewport: { width: 900, height: 1000 } })
    const complaints: string[] = []
    page.on('pageerror', (error) => complaints.push(error.message))
    const html = readFileSync(join(DOCS, 'index.html'), 'utf8')
    await page.route('**/*', (route) => {
      const name = new URL(route.request().url()).pathname.slice(1)
      if (name === '') return route.fulfill({ contentType: 'text/html', body: html })
      if (name === 'book.xml') return route.fulfill({ contentType: 'text/xml', body: xml })
      const path = name === 'CETEI.js' ? CETEI : join(DOCS, name)
      return existsSync(path) ? route.fulfill({ path }) : route.abort()
    })
    await page.goto('http://edition.test/?book.xml')
    await page.waitForSelector('tei-text', { state: 'attached', timeout: 60_000 })
    await look(page)
    await page.close()
    expect(complaints).toEqual([])
  }

  /** What a reader sees, marks of notes left out as everywhere. */
  async function readingOf(page: Page): Promise<ReadingText> {
    await page.addStyleTag({
      content: [
        'tei-ref[type=noteAnchor][target] { display: none }',
        'ol.notes > li > tei-p:first-child > tei-label:first-of-type { display: none }',
        'tei-note[place=end][target] > tei-p:first-child > tei-label:first-of-type { display: none }',
      ].join('\n'),
    })
    const endnotes = 'tei-note[place=end][target]'
    const notes = await page.locator(`ol.notes > li, ${endnotes}`).allInnerTexts()
    await page.addStyleTag({ content: `${endnotes} { display: none }` })
    return { text: [await page.locator('tei-text').innerText()], notes }
  }

  it.each(BOOKS)(
    'loses no word of %s and shows none twice',
    async (slug) => {
      const xml = [...textFile(await editionOfBook(slug))].join('')
      await shown(xml, async (page) => {
        const words = readingWords(await readingOf(page))
        const expected = wordsOfTei(xml)
        expect(expected.text.length).toBeGreaterThan(1000)
        expect(expected.notes.length).toBeGreaterThan(10)
        expect(words.text).toEqual(expected.text)
        expect(words.notes).toEqual(expected.notes)
        const folder = process.env.EMEND_SCREENSHOTS
        if (!folder) return
        mkdirSync(folder, { recursive: true })
        await page.screenshot({ path: join(folder, `ceteicean-${slug}.png`) })
      })
    },
    120_000,
  )

  it('shows the text as printed when it is asked to', async () => {
    const xml = [...textFile(editionOf('⟦p:One t⟦letter w:v⟧o his⟦soft:-⟧\ntory⟧'))].join('')
    await shown(xml, async (page) => {
      const text = page.locator('tei-text')
      expect((await text.innerText()).trim()).toBe('One two history')
      await page.evaluate("document.querySelector('main').classList.add('printed')")
      expect((await text.innerText()).trim()).toContain('One tvo his')
      const title = await page.locator('tei-choice').getAttribute('title')
      expect(title).toBe('print: tvo')
    })
  })
})
