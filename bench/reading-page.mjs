// @ts-check
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'

// What a reader waits for: `node bench/reading-page.mjs edition/BOOK/BOOK.html`. The page is opened from
// disk in a fresh Chromium five times; medians, in milliseconds.

const [, , path] = process.argv
if (!path) {
  console.error('usage: node bench/reading-page.mjs edition/BOOK/BOOK.html')
  process.exit(2)
}
const executablePath = process.env.EMEND_CHROMIUM ?? '/usr/bin/chromium'

/** Does something in the page until it is painted. @param {string} what */
const painted = (what) => `(async () => {
  const before = performance.now()
  ${what}
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)))
  return performance.now() - before
})()`

/** @type {Record<string, () => Promise<number>>} */
const measures = {}
/** @type {Record<string, number[]>} */
const figures = {}
for (let run = 0; run < 5; run++) {
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await page.goto(pathToFileURL(path).href)
  await page.waitForTimeout(300)
  measures['first paint'] = () =>
    page.evaluate(`performance.getEntriesByName('first-contentful-paint')[0].startTime`)
  measures['all read'] = () =>
    page.evaluate(`performance.getEntriesByType('navigation')[0].loadEventEnd`)
  measures['as printed'] = () =>
    page.evaluate(painted(`document.getElementById('v-printed').click()`))
  measures['to the last page'] = () =>
    page.evaluate(painted(`location.hash = [...document.querySelectorAll('.pb[id]')].at(-1).id`))
  for (const [name, measure] of Object.entries(measures)) {
    figures[name] = [...(figures[name] ?? []), await measure()]
  }
  await browser.close()
}
for (const [name, times] of Object.entries(figures)) {
  console.log(`${name.padEnd(18)} ${times.sort((a, b) => a - b)[2]?.toFixed(0)} ms`)
}
