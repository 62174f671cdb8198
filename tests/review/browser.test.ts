import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { emendIn } from '../support/child.ts'
import { launchChromium, whyNoChromium } from '../support/chromium.ts'
import { ROOT } from '../support/samples.ts'
import { folderWith, logged, type Reviewing, review } from './reviewing.ts'
import { terminalIn, whyNoTerminal } from './terminal.ts'

const reason = whyNoChromium()
if (reason) console.log(`skipped: ${reason}`)

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const SLUG = 'pechatnoe-delo'
const REAL_BOOK = 'rossiiskie-levye-kommunisty'

const shared = process.env.EMEND_SHARED ?? join(ROOT, '..', 'shared')
if (!existsSync(shared)) console.log(`skipped: ${REAL_BOOK}, whose text is not at ${shared}`)
const BOOKS = [SLUG, ...(existsSync(shared) ? [REAL_BOOK] : [])]

let browser: Browser
const open: Reviewing[] = []

async function opened(
  folder: string,
  by: string,
  { slug = SLUG, width = 1440, height = 900 } = {},
) {
  const server = await review(folder, slug, by)
  open.push(server)
  return { server, page: await pageOf(server, { viewport: { width, height } }) }
}

async function pageOf({ address }: Reviewing, options = {}): Promise<Page> {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  page.on('pageerror', (error) => expect.soft(error).toBeUndefined())
  await page.goto(address)
  await page.locator('#places .row').first().waitFor()
  return page
}

/** Waits until the page says something. */
async function said(page: Page, text: RegExp): Promise<void> {
  await page.locator('.said').filter({ hasText: text }).waitFor()
}

async function progress(page: Page): Promise<string | null> {
  return page.getByRole('progressbar').getAttribute('aria-valuetext')
}

describe.skipIf(reason !== undefined)('the review page', () => {
  beforeAll(async () => {
    browser = await launchChromium()
  })
  afterAll(async () => {
    await browser?.close()
    for (const { child } of open) child.kill('SIGKILL')
  })

  it.each(BOOKS)(
    'takes decisions by keys alone, keeps them, and mends the edition of %s',
    async (slug) => {
      const folder = folderWith(slug)
      expect(emendIn(folder, ['build'], { EMEND_SHARED: shared }).status).toBe(0)
      const markdown = join(folder, 'edition', slug, `${slug}.md`)
      const printed = readFileSync(markdown, 'utf8')
      const { server, page } = await opened(folder, 'Ada', { slug })
      const before = await progress(page)
      const size = await page.locator('#places .row').count()
      await page.keyboard.press('a')
      await said(page, /^Accepted \d+ entries$/)
      await expect.poll(() => logged(folder, slug).length).toBeGreaterThan(1)
      const bulk = logged(folder, slug)
      expect(new Set(bulk.map(({ act }) => act))).toEqual(new Set(['accept']))

      await page.keyboard.press('n')
      await said(page, /^Rejected /)
      await page.keyboard.press('e')
      await page.getByRole('textbox', { name: 'Read' }).fill('Ѫ')
      await page.keyboard.press('Enter')
      await said(page, /^Set Ѫ$/)
      await expect.poll(() => logged(folder, slug).length).toBe(bulk.length + 2)
      expect(
        logged(folder, slug)
          .map(({ act }) => act)
          .slice(-2),
      ).toEqual(['reject', 'amend'])

      await page.keyboard.press('y')
      await said(page, /^Accepted /)
      await page.keyboard.press('u')
      await said(page, /^Undone: accept/)
      await expect.poll(() => logged(folder, slug).at(-1)?.act).toBe('undo')
      await expect.poll(() => progress(page)).toContain(`${bulk.length + 2} decided`)

      expect(await server.close()).toBe(0)
      expect(readFileSync(markdown, 'utf8')).toContain('Ѫ')
      const apparatus = readFileSync(join(folder, 'edition', slug, 'apparatus.jsonl'), 'utf8')
      const states = apparatus.split('\n').filter((line) => line.includes('"by":"Ada"'))
      expect(states.filter((line) => line.includes('"state":"rejected"'))).toHaveLength(1)
      expect(states.filter((line) => line.includes('"state":"amended"'))).toHaveLength(1)
      expect(states.filter((line) => line.includes('"state":"accepted"'))).toHaveLength(bulk.length)

      const again = await opened(folder, 'Ada', { slug })
      expect(await progress(again.page)).toContain(`${bulk.length + 2} decided`)
      expect(before).toMatch(/^0 decided/)
      expect(size).toBeGreaterThan(5)
      // The bulk act is one undo, after those that came later.
      for (let i = 0; i < 3; i++) await again.page.keyboard.press('u')
      await expect.poll(() => progress(again.page)).toMatch(/^0 decided/)
      await again.server.close()
      expect(readFileSync(markdown, 'utf8')).toBe(printed)
    },
    60_000,
  )

  it('reaches every view, dialog and page by keys', async () => {
    const { server, page } = await opened(folderWith(SLUG), 'Ada')
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: 'Keys' }).waitFor()
    await page.keyboard.press('Escape')
    await page.keyboard.press('g')
    await expect.poll(() => page.evaluate('document.activeElement.id')).toBe('series')
    const first = await page.locator('.concordance h2').textContent()
    await page.keyboard.press('ArrowDown')
    await expect.poll(() => page.locator('.concordance h2').textContent()).not.toBe(first)
    await page.keyboard.press('Enter')
    await page.keyboard.press('p')
    await page.locator('.line').first().waitFor()
    const here = await page.locator('.page h2').textContent()
    await page.keyboard.press(']')
    await expect.poll(() => page.locator('.page h2').textContent()).not.toBe(here)
    await page.keyboard.press('/')
    await page.keyboard.type('типография')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'In the edition' }).waitFor()
    await page.keyboard.press('r')
    await page.getByRole('region', { name: 'Editors disagree' }).waitFor()
    await page.keyboard.press('w')
    await page.getByRole('region', { name: 'Pages' }).waitFor()
    await server.close()
  })

  it('shows everybody what the others decide, within a second', async () => {
    const folder = folderWith(SLUG)
    const ada = await opened(folder, 'Ada')
    const second = await pageOf(ada.server)
    const bo = await opened(folder, 'Bo')
    await ada.page.keyboard.press('y')
    for (const page of [second, bo.page]) {
      await expect.poll(() => progress(page), { timeout: 1000 }).toMatch(/^1 decided/)
    }
    await bo.page.keyboard.press('a')
    await expect.poll(() => progress(bo.page), { timeout: 1000 }).not.toMatch(/^1 decided/)
    const now = await progress(bo.page)
    for (const page of [second, ada.page]) {
      await expect.poll(() => progress(page), { timeout: 1000 }).toBe(now)
    }
    await Promise.all([ada.server.close(), bo.server.close()])
    expect(new Set(logged(folder, SLUG).map(({ by }) => by))).toEqual(new Set(['Ada', 'Bo']))
  })

  it.skipIf(whyNoTerminal !== undefined)(
    'shows a terminal what browsers decide, and browsers what a terminal does, within a second',
    async () => {
      const folder = folderWith(SLUG)
      const ada = await opened(folder, 'Ada')
      const bo = await opened(folder, 'Bo')
      const cy = terminalIn(folder, ['review', SLUG, '--tty', '--by', 'Cy'])
      await cy.see(/\]\? $/)
      await ada.page.keyboard.press('y')
      await cy.see(/Ada/, 1000)
      await expect.poll(() => progress(bo.page), { timeout: 1000 }).toMatch(/^1 decided/)
      // Where the terminal stands is what Ada has just decided.
      cy.type('jy')
      for (const { page } of [ada, bo]) {
        await expect.poll(() => progress(page), { timeout: 1000 }).toMatch(/^2 decided/)
      }
      cy.type('q')
      expect(await cy.ended).toBe(0)
      await Promise.all([ada.server.close(), bo.server.close()])
      expect(new Set(logged(folder, SLUG).map(({ by }) => by))).toEqual(new Set(['Ada', 'Cy']))
    },
    60_000,
  )

  it.each([
    [1440, 'light'],
    [1440, 'dark'],
    [390, 'light'],
    [390, 'dark'],
  ] as const)(
    'has nothing that axe objects to, %d pixels wide and %s',
    async (width, colorScheme) => {
      const server = await review(folderWith(SLUG), SLUG, 'Ada')
      open.push(server)
      const page = await pageOf(server, {
        viewport: { width, height: 900 },
        colorScheme,
        bypassCSP: true,
      })
      for (const key of ['', 'y', 'p', 'w', 'r', '?']) {
        if (key !== '') await page.keyboard.press(key)
        if (key === 'p') await page.locator('.line').first().waitFor()
        await page.evaluate(AXE)
        const violations = await page.evaluate(
          'axe.run().then(({ violations }) => violations.map((v) => v.id + " " + v.nodes.map((n) => n.target + " " + n.failureSummary).join("; ")))',
        )
        expect([key, violations]).toEqual([key, []])
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(
          width,
        )
      }
      await server.close()
    },
  )
})
