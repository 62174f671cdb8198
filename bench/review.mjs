// @ts-check
import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'

// How soon the review page of a book is there, and how soon the next correction: `node bench/review.mjs
// [SLUG] [CHROMIUM]`. Without a slug, a book that is made here: 20,000 letters of another script.

const root = fileURLToPath(new URL('..', import.meta.url))
const emend = join(root, 'dist', 'bin', 'emend.js')
const [slug = 'letters', executablePath = '/usr/bin/chromium'] = process.argv.slice(2)
const RUNS = 5
const STEPS = 30

const folder = mkdtempSync(join(tmpdir(), 'emend-bench-'))
mkdirSync(join(folder, 'raw'), { recursive: true })
if (process.argv[2]) cpSync(join(root, 'raw', slug), join(folder, 'raw', slug), { recursive: true })
else {
  mkdirSync(join(folder, 'raw', slug))
  const word = (/** @type {number} */ n) => ['рaбота', 'нaбор', 'кaсса', 'крaска', 'бумaга'][n % 5]
  const line = (/** @type {number} */ n) =>
    `Здесь стоит ${word(n)} и ещё раз ${word(n + 1)}, строка.\n`
  const text = Array.from({ length: 10_000 }, (_, n) => line(n)).join('')
  writeFileSync(join(folder, 'raw', slug, `${slug}.txt`), text)
  writeFileSync(join(folder, 'raw', slug, 'book.yaml'), 'title: Letters\nlanguage: ru\n')
}

const shared = process.env.EMEND_SHARED ?? join(root, '..', 'shared')
const server = spawn(process.execPath, [emend, 'review', slug, '--by', 'Bench', '--json'], {
  cwd: folder,
  env: { ...process.env, EMEND_SHARED: shared },
  stdio: ['ignore', 'pipe', 'inherit'],
})
const address = await new Promise((resolve) => {
  server.stdout.once('data', (data) => resolve(JSON.parse(String(data)).address))
})
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
try {
  const opened = []
  const work = []
  const next = []
  let entries = ''
  for (let run = 0; run < RUNS; run++) {
    const page = await (await browser.newContext()).newPage()
    await page.addInitScript(() => {
      const seen = new MutationObserver(() => {
        if (!document.querySelector('#places .row')) return
        seen.disconnect()
        requestAnimationFrame(() => performance.mark('listed'))
      })
      seen.observe(document, { childList: true, subtree: true })
    })
    const cdp = await page.context().newCDPSession(page)
    await cdp.send('Performance.enable', { timeDomain: 'threadTicks' })
    await page.goto(address)
    await page.waitForFunction(() => performance.getEntriesByName('listed').length > 0)
    // By the clock of the page: from the beginning of the navigation to the frame with the list in it.
    opened.push(
      await page.evaluate(() => performance.getEntriesByName('listed')[0]?.startTime ?? 0),
    )
    // The time that the page itself was at work, which other programs on the machine do not lengthen.
    const { metrics } = await cdp.send('Performance.getMetrics')
    work.push(1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0))
    entries = (await page.getByRole('progressbar').getAttribute('aria-valuetext')) ?? ''
    for (let step = 0; step < STEPS; step++) {
      next.push(
        await page.evaluate(async () => {
          const start = performance.now()
          document.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true }))
          await new Promise((done) => requestAnimationFrame(() => setTimeout(done)))
          return performance.now() - start
        }),
      )
    }
    await page.context().close()
  }
  console.log(`${slug}: ${entries}`)
  console.log(`page open: ${told(opened)}`)
  console.log(`of it at work: ${told(work)}`)
  console.log(`next correction: ${told(next)}`)
} finally {
  await browser.close()
  server.kill('SIGTERM')
  await new Promise((resolve) => server.once('exit', resolve))
  rmSync(folder, { recursive: true, force: true })
}

/** @param {number[]} times */
function told(times) {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (/** @type {number} */ share) => sorted[Math.floor(share * (sorted.length - 1))] ?? 0
  return `median ${at(0.5).toFixed(0)} ms, best ${at(0).toFixed(0)}, worst ${at(1).toFixed(0)}, of ${times.length}`
}
