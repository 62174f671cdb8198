// @ts-check
import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'

// How soon two browsers and a terminal at one book see what each of them decides, each with a process
// of its own: `node bench/together.mjs [SLUG] [CHROMIUM]`.

const root = fileURLToPath(new URL('..', import.meta.url))
const emend = join(root, 'dist', 'bin', 'emend.js')
const [slug = 'pechatnoe-delo', executablePath = '/usr/bin/chromium'] = process.argv.slice(2)
const ROUNDS = 15

const folder = mkdtempSync(join(tmpdir(), 'emend-bench-'))
mkdirSync(join(folder, 'raw'))
cpSync(join(root, 'raw', slug), join(folder, 'raw', slug), { recursive: true })
const shared = process.env.EMEND_SHARED ?? join(root, '..', 'shared')
const env = { ...process.env, EMEND_SHARED: shared, NO_COLOR: '1', TERM: 'xterm' }

/** @param {string} by */
async function opened(by) {
  const words = [emend, 'review', slug, '--by', by, '--json']
  const server = spawn(process.execPath, words, {
    cwd: folder,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const address = await new Promise((resolve) => {
    server.stdout.once('data', (data) => resolve(JSON.parse(String(data)).address))
  })
  const page = await (await browser.newContext()).newPage()
  await page.goto(address)
  await page.locator('#places .row').first().waitFor()
  return { by, server, page }
}

function atTerminal() {
  const line = `stty cols 80 rows 24; exec ${process.execPath} ${emend} review ${slug} --tty --by Cy`
  const child = spawn('script', ['-qefc', line, '/dev/null'], { cwd: folder, env })
  let shown = ''
  let look = () => {}
  child.stdout.on('data', (data) => {
    shown += String(data)
    look()
  })
  return {
    child,
    /** @param {RegExp} what */
    see(what) {
      return new Promise((resolve) => {
        look = () => {
          if (!what.test(shown)) return
          shown = ''
          look = () => {}
          resolve(performance.now())
        }
        look()
      })
    },
  }
}

/** @param {import('playwright-core').Page} page */
async function decidedOn(page) {
  const text = await page.getByRole('progressbar').getAttribute('aria-valuetext')
  return Number.parseInt(text ?? '', 10)
}

/**
 * @param {import('playwright-core').Page} page
 * @param {number} before
 */
async function arrivedAt(page, before) {
  await page.waitForFunction(
    (known) => {
      const bar = document.querySelector('[role=progressbar]')
      return Number.parseInt(bar?.getAttribute('aria-valuetext') ?? '', 10) > known
    },
    before,
    { polling: 'raf' },
  )
  return performance.now()
}

const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
const ada = await opened('Ada')
const bo = await opened('Bo')
const cy = atTerminal()
try {
  await cy.see(/\]\? $/)
  /** @type {Map<string, number[]>} */
  const times = new Map()
  for (let round = 0; round < ROUNDS; round++) {
    for (const [own, other] of [
      [ada, bo],
      [bo, ada],
    ]) {
      if (!own || !other) continue
      const before = await decidedOn(other.page)
      const terminal = cy.see(new RegExp(`by ${own.by}`))
      await own.page.keyboard.press('k')
      await own.page.keyboard.press('j')
      const start = performance.now()
      await own.page.keyboard.press('y')
      const arrived = await Promise.all([arrivedAt(other.page, before), terminal])
      record('browser to browser', arrived[0] - start)
      record('browser to terminal', arrived[1] - start)
      await arrivedAt(own.page, before)
    }
    const before = await Promise.all([ada, bo].map(({ page }) => decidedOn(page)))
    // The terminal stands where somebody may have decided already: on to the next that is open.
    cy.child.stdin.write('j')
    await cy.see(/\]\? $/)
    const start = performance.now()
    cy.child.stdin.write('y')
    const arrived = await Promise.all(
      [ada, bo].map(({ page }, i) => arrivedAt(page, before[i] ?? 0)),
    )
    for (const at of arrived) record('terminal to browser', at - start)
    await cy.see(/\]\? $/)
  }
  for (const [way, each] of times) {
    const sorted = each.toSorted((a, b) => a - b)
    const at = (/** @type {number} */ share) => sorted[Math.floor(share * (sorted.length - 1))] ?? 0
    const slow = sorted.filter((time) => time > 1000).length
    console.log(
      `${way}: median ${at(0.5).toFixed(0)} ms, worst ${at(1).toFixed(0)}, ${slow} of ${sorted.length} over 1 s`,
    )
  }
  /** @param {string} way @param {number} time */
  function record(way, time) {
    times.set(way, [...(times.get(way) ?? []), time])
  }
} finally {
  await browser.close()
  cy.child.stdin.write('q')
  for (const { server } of [ada, bo]) server.kill('SIGTERM')
  await Promise.all(
    [ada.server, bo.server, cy.child].map((one) =>
      one.exitCode === null ? new Promise((resolve) => one.once('exit', resolve)) : undefined,
    ),
  )
  rmSync(folder, { recursive: true, force: true })
}
