import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { htmlFile } from '../../../src/formats/html/html-file.ts'
import { launchChromium, whyNoChromium } from '../../support/chromium.ts'
import { editionOf } from '../../support/edition-of.ts'

const reason = whyNoChromium()
if (reason) console.log(`skipped: ${reason}`)

/** An image of one pixel. */
const DOT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=',
  'base64',
)

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Paragraphs to be scrolled. */
function filling(count: number): readonly string[] {
  return Array.from({ length: count }, (_, i) => `⟦p:Paragraph ${i + 1} of many words.⟧\n`)
}

/** A book in which everything occurs that the page has a form for. */
const BOOK = [
  '⟦page 1⟧⟦part:I. THE SHOP⟧\n⟦article:THE FIRST⟧\n⟦byline:By A. Writer⟧\n⟦epigraph:⟦p:A motto.⟧\n⟧',
  '⟦p:A long jour⟦soft:-⟧\nney⟦call 1:1⟧ by ⟦letter coach:coaoh⟧, ⟦emph:s l o w⟧, ⟦sic:[sic]⟧ and\n⟦hard:⟧hard.⟧\n',
  '⟦note 1:⟦label:1⟧ By night, and on foot.\n⟧',
  '⟦section:A list⟧\n⟦item:⟦label:1)⟧ one thing⟧\n⟦item:⟦label:2)⟧ and another⟧\n',
  '⟦verse:⟦l:A line of verse⟧\n⟦l:and one more⟧\n⟧⟦divider:* * *⟧\n',
  '⟦table:⟦row:Ink    3⟧\n⟦row:Paper  12⟧\n⟧⟦quotation:⟦p:They said so.⟧\n⟧',
  '⟦page 2⟧⟦letter:⟦dateline:London, 1 May⟧\n⟦salute:Sir,⟧\n⟦p:I am,⟧\n⟦signed:N. N.⟧\n⟧',
  ...Array.from(
    { length: 60 },
    (_, i) => `⟦p:Paragraph ${i + 1} of many words, to be scrolled.⟧\n`,
  ),
  '⟦page [3]⟧⟦notes:NOTES⟧\n⟦end 9:⟦label:9⟧ At the end.\n⟧⟦p:The last word is findable.⟧\n',
  ...filling(30),
].join('')

describe.skipIf(reason !== undefined)('the page in a browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'emend-html-'))
  const path = join(folder, 'test.html')
  let browser: Browser

  beforeAll(async () => {
    writeFileSync(path, [...htmlFile(editionOf(BOOK, { subtitle: 'For readers' }))].join(''))
    browser = await launchChromium()
  }, 180_000)
  afterAll(async () => {
    await browser?.close()
    rmSync(folder, { recursive: true })
  })

  /** Opens the page, and holds that it asks for nothing and complains of nothing. */
  async function opened(
    options: BrowserContextOptions,
    look: (page: Page) => Promise<void>,
  ): Promise<void> {
    const context = await browser.newContext({ ...options, offline: true })
    const page = await context.newPage()
    const complaints: string[] = []
    page.on('console', (message) => complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('request', (request) => {
      if (request.url() !== pathToFileURL(path).href) complaints.push(`asks for ${request.url()}`)
    })
    await page.goto(pathToFileURL(path).href)
    await look(page)
    await context.close()
    expect(complaints).toEqual([])
  }

  const wide = { viewport: { width: 1440, height: 900 } }
  const narrow = { viewport: { width: 390, height: 844 } }

  describe.each([
    ['1440 pixels', wide],
    ['390 pixels', narrow],
  ])('at %s', (_, size) => {
    it.each(['light', 'dark'] as const)(
      'has nothing that axe objects to, %s',
      async (colours) => {
        await opened({ ...size, colorScheme: colours }, async (page) => {
          await page.evaluate(AXE)
          const ways = [[], ['v-printed'], ['v-both'], ['b-raw'], ['s-huge']] as const
          for (const ids of ways) {
            for (const id of ids) await choose(page, id)
            expect(await violations(page), ids.join(' ')).toEqual([])
          }
          for (const panel of ['contents', 'search', 'display']) {
            await page.evaluate(`document.getElementById('${panel}').showPopover()`)
            expect(await violations(page), panel).toEqual([])
          }
          await page.keyboard.press('Escape')
          await page.locator('#ref1').click()
          expect(await violations(page), 'a note').toEqual([])
        })
      },
      60_000,
    )

    it('is never wider than the window', async () => {
      await opened(size, async (page) => {
        for (const id of ['v-reading', 'v-printed', 'v-both', 'b-raw', 's-huge']) {
          await choose(page, id)
          const width = await page.evaluate('document.documentElement.scrollWidth')
          expect(width, id).toBe(size.viewport.width)
        }
      })
    })
  })

  it('reads as it shall be read, as printed, and both', async () => {
    await opened(wide, async (page) => {
      const line = page.locator('#ref1').locator('xpath=..')
      expect(await line.innerText()).toBe('A long journey1 by coach, slow, [sic] and hard.')
      await choose(page, 'v-printed')
      expect(await line.innerText()).toContain('coaoh')
      expect(await line.innerText()).not.toContain('coach')
      // What one copies is what one sees, line by line.
      expect(await line.innerText()).toMatch(/^A long jour-\nney/u)
      await choose(page, 'v-both')
      expect(await line.innerText()).toMatch(/coach\s*coaoh/u)
    })
  })

  it('shows a note where it is called, and goes back with the keyboard', async () => {
    await opened(narrow, async (page) => {
      await page.locator('#ref1').focus()
      await page.keyboard.press('Enter')
      await page.locator('#popup').waitFor({ state: 'visible' })
      expect(await page.locator('#popup').innerText()).toContain('By night, and on foot.')
      await page.keyboard.press('Escape')
      await page.locator('#popup').waitFor({ state: 'hidden' })
      expect(await page.evaluate('document.activeElement.id')).toBe('ref1')
      await page.locator('.cor').first().click()
      expect(await page.locator('#popup').innerText()).toContain('coach ] coaoh')
    })
  })

  it('searches what is read, and goes to a page by its number', async () => {
    await opened(wide, async (page) => {
      await page.locator('.to-search').click()
      await page.locator('#wanted').fill('JOURNEY')
      await page.locator('#hits a').waitFor()
      expect(await page.locator('#found').innerText()).toBe('Found: 1')
      await page.locator('#wanted').fill('findable')
      await page.keyboard.press('Enter')
      await page.keyboard.press('Enter')
      await expect.poll(() => page.evaluate(`location.hash.startsWith('#l')`)).toBe(true)
      await expect
        .poll(() => page.evaluate(`document.getElementById('where').textContent === 'p. [3]'`))
        .toBe(true)
      await page.keyboard.press('Escape')
      await page.locator('#page-number').fill('3')
      await page.keyboard.press('Enter')
      await expect.poll(() => page.evaluate(`location.hash === '#pb3'`)).toBe(true)
      await page.locator('#page-number').fill('77')
      await page.keyboard.press('Enter')
      const said = page.locator('#page-number:invalid')
      expect(await said.count()).toBe(1)
    })
  })

  it('has the image of each page beside its text, and asks for no other', async () => {
    const name = join(folder, 'edition', 'test', 'test.html')
    const images = join(folder, 'raw', 'test', 'images')
    mkdirSync(dirname(name), { recursive: true })
    mkdirSync(images, { recursive: true })
    for (const leaf of ['01', '02', '03']) writeFileSync(join(images, `${leaf}.png`), DOT)
    const edition = editionOf(
      '⟦page 1⟧⟦p:One.⟧\n⟦p:A long ⟦page 2⟧jour⟦soft:-⟧\nney.⟧\n⟦p:Two.⟧\n⟦page 3⟧⟦p:Three.⟧',
      { images: 'images/{leaf:2}.png' },
    )
    writeFileSync(name, [...htmlFile(edition)].join(''))
    const page = await browser.newPage(wide)
    await page.goto(pathToFileURL(name).href)
    expect(await page.locator('img').first().isVisible()).toBe(false)
    await choose(page, 'b-image')
    const drawn = `[...document.images].every((image) => image.naturalWidth > 0)`
    await expect.poll(() => page.evaluate(drawn)).toBe(true)
    const alt = `[...document.querySelectorAll('.page')].map((page) => [...page.querySelectorAll('img')].map(({ alt }) => alt).join())`
    expect(await page.evaluate(alt)).toEqual([
      'Image of page 1',
      'Image of page 2',
      'Image of page 3',
    ])
    await page.evaluate(AXE)
    expect(await violations(page)).toEqual([])
    await page.close()
  })

  it('remembers how one reads', async () => {
    await opened(wide, async (page) => {
      await choose(page, 'v-printed')
      await page.reload()
      expect(await page.locator('#v-printed').isChecked()).toBe(true)
    })
  })

  it('is a page to be read where no script may run', async () => {
    await opened({ ...narrow, javaScriptEnabled: false }, async (page) => {
      expect(await page.locator('.to-search').isVisible()).toBe(false)
      expect(await page.locator('#n1').innerText()).toContain('By night, and on foot.')
      await page.locator('label:has(#v-printed)').click()
      expect(await page.locator('.cor del').first().isVisible()).toBe(true)
      await page.locator('.to-contents').click()
      await page.locator('#contents a', { hasText: 'A list' }).click()
      expect(page.url()).toMatch(/#d\d+$/u)
    })
  })

  it('prints the text and its foot, and nothing of the screen', async () => {
    await opened(wide, async (page) => {
      await page.emulateMedia({ media: 'print' })
      for (const hidden of ['.bar', '#contents', '#popup', '.raw']) {
        expect(await page.locator(hidden).first().isVisible(), hidden).toBe(false)
      }
      for (const shown of ['.title', '#n1', '.apparatus', '.colophon']) {
        expect(await page.locator(shown).first().isVisible(), shown).toBe(true)
      }
    })
  })
})

async function choose(page: Page, id: string): Promise<void> {
  await page.evaluate(`document.getElementById('${id}').click()`)
}

/** What axe objects to, each with the place. */
async function violations(page: Page): Promise<readonly string[]> {
  const found: unknown =
    await page.evaluate(`axe.run(document, { resultTypes: ['violations'] }).then(
    ({ violations }) => violations.flatMap(({ id, nodes }) => nodes.slice(0, 4).map(({ html }) => id + ': ' + html.slice(0, 160))),
  )`)
  return Array.isArray(found) ? found.map(String) : ['axe did not run']
}
