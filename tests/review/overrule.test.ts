import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { launchChromium, whyNoChromium } from '../support/chromium.ts'
import { BOOK, folderWithOrphan, LINE } from './lost-place.ts'
import { folderWith, logged, type Reviewing, review } from './reviewing.ts'
import { terminalIn, whyNoTerminal } from './terminal.ts'

const reason = whyNoChromium()
if (reason) console.log(`skipped: ${reason}`)
if (whyNoTerminal) console.log(`skipped: ${whyNoTerminal}`)

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const SLUG = 'pechatnoe-delo'

/** A dot of red, as PNG. */
const DOT =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=='

const bookSheets = z.object({ sheets: z.array(z.object({ line: z.number() })) })

let browser: Browser
const open: Reviewing[] = []

async function opened(folder: string, slug: string): Promise<{ server: Reviewing; page: Page }> {
  const server = await review(folder, slug, 'Ben')
  open.push(server)
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    bypassCSP: true,
  })
  const page = await context.newPage()
  page.on('pageerror', (error) => expect.soft(error).toBeUndefined())
  await page.goto(server.address)
  await page.locator('#places .row').first().waitFor()
  return { server, page }
}

/** Opens what may be said of a raw line, by keys alone. */
async function lineOf(page: Page, line: number): Promise<Locator> {
  await page.locator(`[data-line="${line}"] button`).focus()
  await page.keyboard.press('m')
  const dialog = page.getByRole('dialog', { name: `Line ${line}`, exact: true })
  await dialog.waitFor()
  return dialog
}

async function accuse(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE)
  return page.evaluate(
    'axe.run().then(({ violations }) => violations.map((v) => v.id + " " + v.nodes.map((n) => n.target).join("; ")))',
  )
}

interface Event {
  readonly act: string
  readonly target: { readonly role?: string; readonly value?: string }
}

/** What was last said of a marking: the act, the role and the value. */
function lastSaid(folder: string): readonly unknown[] {
  const { act, target }: Event = JSON.parse(JSON.stringify(logged(folder, SLUG).at(-1)))
  return [act, target.role, target.value]
}

describe.skipIf(reason !== undefined)('the line on the review page', () => {
  beforeAll(async () => {
    browser = await launchChromium()
  })
  afterAll(async () => {
    await browser?.close()
    for (const { child } of open) child.kill('SIGKILL')
  })

  it('lets every kind of marking be overruled by keys alone', async () => {
    const folder = folderWith(SLUG)
    const raw = readFileSync(join(folder, 'raw', SLUG, `${SLUG}.txt`), 'utf8').split('\n')
    const { server, page } = await opened(folder, SLUG)
    await page.keyboard.press('p')
    await page.locator('.line').first().waitFor()
    // The first page, whose lines are counted from 1.
    await page.locator('main').press('[')
    const last = Number(await page.locator('[data-line]').last().getAttribute('data-line'))
    const find = (pattern: RegExp): number => {
      const index = raw.slice(0, last).findIndex((line) => pattern.test(line.trimEnd()))
      expect([pattern, index]).not.toEqual([pattern, -1])
      return index + 1
    }
    const hyphen = find(/\p{L}-$/u)
    const plain = find(/^(?=.*\p{Ll}{5})\p{Lu}[^*]+\p{Ll}$/u)
    const word = /\p{Ll}{5,}/u.exec(raw[plain - 1] ?? '')?.[0] ?? ''
    expect(word).not.toBe('')
    const said = async (line: number, name: string, expected: readonly string[]) => {
      const count = logged(folder, SLUG).length
      const dialog = await lineOf(page, line)
      if (count === 0) expect(await accuse(page)).toEqual([])
      await dialog.getByRole('button', { name, exact: true }).first().press('Enter')
      await expect.poll(() => logged(folder, SLUG).length).toBe(count + 1)
      expect(lastSaid(folder)).toEqual(expected)
    }
    await said(hyphen, 'belongs to the word', ['accept', 'hyphen', 'hard'])
    await said(hyphen, 'no hyphen at all', ['reject', 'hyphen', ''])
    await said(plain, 'heading 3: section', ['accept', 'heading', '3'])
    await page.locator(`[data-line="${plain}"] .sign`).filter({ hasText: 'H3' }).waitFor()
    await said(plain, 'paragraph', ['accept', 'paragraph', ''])
    await said(plain, 'goes on with the paragraph before', ['accept', 'paragraph', 'joined'])
    await said(plain, 'running head or foot', ['accept', 'forme-work', 'header'])
    await said(plain, 'text of the book', ['reject', 'forme-work', ''])

    const filled = async (label: string, value: string, expected: readonly string[]) => {
      const count = logged(folder, SLUG).length
      const dialog = await lineOf(page, plain)
      if (label === 'call of note') await dialog.getByLabel('Words of the line').fill(word)
      const field = dialog.getByLabel(label, { exact: true })
      await field.fill(value)
      await field.press('Enter')
      await expect.poll(() => logged(folder, SLUG).length).toBe(count + 1)
      expect(lastSaid(folder)).toEqual(expected)
    }
    await filled('note', 'x', ['accept', 'note', 'x'])
    await said(plain, 'no note', ['reject', 'note', ''])
    await filled('call of note', '*', ['accept', 'call', '*'])
    await said(plain, 'no call', ['reject', 'call', ''])
    await filled('page', '77', ['accept', 'page', '77'])
    const dialog = await lineOf(page, plain)
    await dialog.getByLabel('Words of the line').fill(word)
    await dialog.getByRole('button', { name: 'Set apart' }).press('Enter')
    await expect.poll(() => lastSaid(folder)).toEqual(['accept', 'emphasis', 'set'])
    await page.locator('.read .emphasis', { hasText: word }).first().waitFor()

    expect(await server.close()).toBe(0)
    expect(readFileSync(join(folder, 'edition', SLUG, `${SLUG}.md`), 'utf8')).toContain(`*${word}*`)
  }, 120_000)

  it('has the image of the page beside it, or says that it is absent', async () => {
    const folder = folderWith(SLUG)
    const raw = join(folder, 'raw', SLUG)
    appendFileSync(join(raw, 'book.yaml'), '\nimages: images/{leaf}.png\n')
    mkdirSync(join(raw, 'images'))
    writeFileSync(join(raw, 'images', '1.png'), Buffer.from(DOT, 'base64'))
    const { server, page } = await opened(folder, SLUG)
    await page.keyboard.press('p')
    await page.locator('.line').first().waitFor()
    const image = page.getByRole('img', { name: /^Page .* as printed$/ })
    await image.waitFor()
    const width = await image.evaluate((one) => ('naturalWidth' in one ? one.naturalWidth : 0))
    expect(width).toBe(1)
    expect(await accuse(page)).toEqual([])
    await page.keyboard.press('v')
    await image.waitFor({ state: 'detached' })
    await page.keyboard.press('v')
    await page.keyboard.press(']')
    await page.getByRole('region', { name: 'Image of the page' }).getByText('2.png').waitFor()
    await server.close()
  }, 60_000)

  it('frames the word in the image, where a file says where words stand', async () => {
    const folder = folderWith(SLUG)
    const raw = join(folder, 'raw', SLUG)
    appendFileSync(join(raw, 'book.yaml'), '\nimages: images/{leaf}.png\nboxes: book.hocr\n')
    mkdirSync(join(raw, 'images'))
    for (let leaf = 1; leaf < 24; leaf++) {
      writeFileSync(join(raw, 'images', `${leaf}.png`), Buffer.from(DOT, 'base64'))
    }
    const { server, page } = await opened(folder, SLUG)
    const lines = readFileSync(join(raw, `${SLUG}.txt`), 'utf8').split('\n')
    const headers = { 'x-emend-token': server.token }
    const answer = await fetch(`${server.origin}/book`, { headers })
    const state = bookSheets.parse(await answer.json())
    const firsts = state.sheets.map((sheet) => sheet.line)
    // A hundred characters are as wide as a page, a hundred lines as high.
    const pages = firsts.map((first, i) => {
      const own = lines.slice(first - 1, (firsts[i + 1] ?? lines.length + 1) - 1)
      const words = own.flatMap((line, row) =>
        [...line.matchAll(/\S+/gu)].map(
          ({ 0: word, index }) =>
            `<span class="ocrx_word" title="bbox ${index} ${row} ${index + word.length} ${row + 1}">${word}</span>`,
        ),
      )
      return `<div class="ocr_page" title="bbox 0 0 100 100">${words.join(' ')}</div>`
    })
    writeFileSync(join(raw, 'book.hocr'), `<html><body>${pages.join('\n')}</body></html>`)
    await page.keyboard.press('p')
    const frame = page.locator('.image rect')
    await frame.first().waitFor({ state: 'attached' })
    const here = page.locator('.raw .here').first()
    const line = Number(
      await here.evaluate((one) => one.closest('[data-line]')?.getAttribute('data-line')),
    )
    const first = firsts.findLast((one) => one <= line) ?? 1
    const [column, row] = await Promise.all(
      ['x', 'y'].map(async (name) =>
        Math.round(Number(await frame.first().getAttribute(name)) * 100),
      ),
    )
    expect(row).toBe(line - first)
    const word = /^\S+/u.exec((lines[line - 1] ?? '').slice(column))?.[0]
    expect(word).toContain(await here.textContent())
    const drawn = await Promise.all(
      ['.image img', '.image svg'].map((name) => page.locator(name).boundingBox()),
    )
    expect(drawn[0]).not.toBeNull()
    expect(drawn[1]).toEqual(drawn[0])
    expect(await accuse(page)).toEqual([])
    await server.close()
  }, 60_000)

  it('is where a decision is put back that has lost its place', async () => {
    const folder = folderWithOrphan()
    const { server, page } = await opened(folder, BOOK)
    await page.keyboard.press('r')
    const list = page.getByRole('region', { name: 'Decisions without a place' })
    await list.getByText('Anna: amend cot → cat').waitFor()
    expect(await accuse(page)).toEqual([])
    await list.getByRole('button', { name: 'Put it back' }).press('Enter')
    await page.getByText('Where does this belong?').waitFor()
    const hit = page.getByRole('region', { name: 'raw' }).getByRole('button')
    await hit.first().press('Enter')
    await page.locator(`.line.picked[data-line="${LINE}"]`).waitFor()
    expect(await accuse(page)).toEqual([])
    await page.getByRole('button', { name: 'Here: “cot”' }).press('Enter')
    await page.locator(`[data-line="${LINE}"] .read`, { hasText: 'a cat dozed' }).waitFor()
    await page.keyboard.press('r')
    await list.getByText('Every decision has its place.').waitFor()
    await page.keyboard.press('u')
    await list.getByText('Anna: amend cot → cat').waitFor()
    await list.getByRole('button', { name: 'Give it up' }).press('Enter')
    await list.getByText('Every decision has its place.').waitFor()
    await server.close()
  }, 60_000)
})

describe.skipIf(reason !== undefined)('a filter on the review page', () => {
  it('leaves nothing ticked, and the cursor on nothing, that it hides', async () => {
    const chromium = await launchChromium()
    const server = await review(folderWith(SLUG), SLUG, 'Ben')
    try {
      const page = await chromium.newPage()
      await page.goto(server.address)
      await page.locator('#places .row').first().waitFor()
      // The first series is one that rules have mended unasked.
      await page.keyboard.press('t')
      await page.getByText(/^\d+ ticked/).waitFor()
      await page.getByLabel('Done by rules').uncheck()
      await page.getByText(/^\d+ series, \d+ entries hidden$/).waitFor()
      await page.getByText(/^\d+ ticked/).waitFor({ state: 'detached' })
      await page.locator('.detail .state').filter({ hasText: 'to decide' }).waitFor()
      expect(await page.locator('#places .row.here').count()).toBe(1)
    } finally {
      await chromium.close()
      server.child.kill('SIGKILL')
    }
  }, 60_000)
})

describe.skipIf(whyNoTerminal !== undefined)('the terminal', () => {
  it('puts a decision back that has lost its place', async () => {
    const folder = folderWithOrphan()
    const { type, see, shown, ended } = terminalIn(folder, ['review', BOOK, '--tty', '--by', 'Ben'])
    await see(/\]\? $/)
    type('o')
    await see(/1 {2}Anna: amend cot → cat[\s\S]*Which\? $/)
    type('1\r')
    await see(/l\(eave it\)\? $/)
    type('p')
    await see(/as printed: $/)
    type('over letters\r')
    await see(/Which\? $/)
    type('1\r')
    await see(/expected some in which\s“cot” stands once/)
    await see(/\]\? $/)
    type('o1\rpa cot dozed\r')
    await see(/Which\? $/)
    type('1\r')
    await see(/Put back/)
    await see(/\]\? $/)
    type('q')
    expect(await ended).toBe(0)
    expect(readFileSync(join(folder, 'edition', BOOK, `${BOOK}.md`), 'utf8')).toContain(
      'a cat dozed',
    )
    for (const line of shown().split('\n')) expect([...line].length, line).toBeLessThanOrEqual(80)
  }, 60_000)
})
