// @ts-check
import { spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * Measures what an editor waits for: the cold build of a book as a whole process, its memory, its growth
 * with the text, and the share of each stage.
 *
 *     npm run build && npm run bench [-- --large]
 *
 * The book is the Russian sample, or the one in $EMEND_SHARED (../shared) where it is there. Growth is
 * measured on it, cut or repeated to 0.1, 1 and 10 MB; --large adds 100 MB.
 */

const root = fileURLToPath(new URL('..', import.meta.url))
const bin = join(root, 'dist', 'bin', 'emend.js')
const large = process.argv.includes('--large')

const book = findBook()
const here = mkdtempSync(join(tmpdir(), 'emend-bench-'))
try {
  console.log(`node ${process.version}, ${cpus().length} cores, ${cpus()[0]?.model ?? ''}`)
  console.log(`book: ${(book.length / 1e6).toFixed(2)} MB\n`)
  console.log('cold build, whole process        wall ms   peak MB')
  report('the book, best of 5', best(5, book))
  console.log('\ngrowth                           wall ms   peak MB   ms per MB')
  for (const megabytes of large ? [0.1, 1, 10, 100] : [0.1, 1, 10]) {
    const bytes = repeated(book, megabytes * 1e6)
    const run = best(megabytes < 10 ? 3 : 1, bytes)
    report(`${megabytes} MB`, run, ((run.ms / bytes.length) * 1e6).toFixed(0))
  }
  console.log('\nstage                                  ms     share')
  const stages = await stagesOf(book)
  const whole = stages.reduce((sum, [, ms]) => sum + ms, 0)
  for (const [name, ms] of stages) {
    const share = `${((ms / whole) * 100).toFixed(0)} %`
    console.log(`${name.padEnd(32)} ${ms.toFixed(0).padStart(8)} ${share.padStart(9)}`)
  }
} finally {
  rmSync(here, { recursive: true, force: true })
}

/** @returns {Buffer} */
function findBook() {
  const shared = join(process.env.EMEND_SHARED ?? join(root, '..', 'shared'), 'raw')
  const name = existsSync(shared) && readdirSync(shared).find((file) => file.endsWith('.txt'))
  if (name) return readFileSync(join(shared, name))
  return readFileSync(join(root, 'raw', 'pechatnoe-delo', 'pechatnoe-delo.txt'))
}

/** @param {Buffer} bytes @param {number} size @returns {Buffer} cut at a line end, or repeated */
function repeated(bytes, size) {
  if (size < bytes.length) return bytes.subarray(0, bytes.lastIndexOf(10, size) + 1)
  return Buffer.concat(Array.from({ length: Math.round(size / bytes.length) }, () => bytes))
}

/** @param {number} times @param {Buffer} bytes @returns {{ ms: number, mb: number }} */
function best(times, bytes) {
  const runs = Array.from({ length: times }, () => coldBuild(bytes))
  return runs.reduce((a, b) => (b.ms < a.ms ? b : a))
}

/** @param {Buffer} bytes @returns {{ ms: number, mb: number }} */
function coldBuild(bytes) {
  const folder = mkdtempSync(join(here, 'run-'))
  mkdirSync(join(folder, 'raw', 'book'), { recursive: true })
  writeFileSync(join(folder, 'raw', 'book', 'book.txt'), bytes)
  writeFileSync(join(folder, 'raw', 'book', 'book.yaml'), 'title: Book\nlanguage: ru\n')
  const peak = join(here, 'peak')
  const started = process.hrtime.bigint()
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--import', join(root, 'bench', 'peak.mjs'), bin, 'build', '--json'],
    {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, EMEND_PEAK: peak },
      maxBuffer: 1 << 28,
    },
  )
  const ms = Number(process.hrtime.bigint() - started) / 1e6
  if (status !== 0) throw new Error(`the build failed with ${status}: ${stderr}`)
  rmSync(folder, { recursive: true })
  return { ms, mb: Number(readFileSync(peak, 'utf8')) / 1024 }
}

/** @param {string} name @param {{ ms: number, mb: number }} run @param {string} [more] */
function report(name, { ms, mb }, more = '') {
  const row = `${name.padEnd(32)} ${ms.toFixed(0).padStart(7)} ${mb.toFixed(0).padStart(9)} ${more.padStart(10)}`
  console.log(row.trimEnd())
}

/**
 * The stages in one warm-less process, each by itself.
 *
 * @param {Buffer} bytes
 * @returns {Promise<[string, number][]>}
 */
async function stagesOf(bytes) {
  const dist = (/** @type {string} */ path) => import(join(root, 'dist', path))
  const { readWitness } = await dist('witness/read-witness.js')
  const { surveyOf } = await dist('survey/survey.js')
  const { emptyApparatus, settle } = await dist('apparatus/apparatus.js')
  const { NO_VERDICTS } = await dist('apparatus/verdict.js')
  const { viewOf } = await dist('apparatus/view-of.js')
  const { buildEdition } = await dist('edition/build-edition.js')
  const { FORMATS } = await dist('formats/formats.js')
  const { LAYERS } = await dist('model/rule.js')
  const { workshop } = await dist('cli/our-workshop.js')
  /** @type {[string, number][]} */
  const stages = []
  const timed = (/** @type {string} */ name, /** @type {() => any} */ run) => {
    const started = performance.now()
    const result = run()
    stages.push([name, performance.now() - started])
    return result
  }
  const language = await workshop.language(root, 'ru')
  const { rules } = await workshop.rules(root)
  const witness = timed('witness', () => readWitness({ name: 'book.txt', bytes }))
  const survey = timed('survey', () => surveyOf(witness))
  let apparatus = emptyApparatus(NO_VERDICTS)
  for (const layer of LAYERS) {
    apparatus = timed(`layer ${layer}`, () => {
      const own = rules.filter((/** @type {any} */ rule) => rule.layer === layer)
      const view = viewOf(witness, survey, language, new Set(), apparatus)
      const findings = own.flatMap((/** @type {any} */ rule) => rule.pass(view))
      return settle(apparatus, findings, { layer, view, rules: own, verdicts: NO_VERDICTS })
    })
  }
  const book = {
    slug: 'book',
    title: 'Book',
    authors: [],
    editors: [],
    language: 'ru',
    source: {},
    words: [],
    rulesOff: [],
  }
  const edition = timed('edition tree', () =>
    buildEdition({ book, witness, ...apparatus, notices: [], rules, version: '0' }),
  )
  for (const format of FORMATS) {
    timed(`format ${format.name}`, () => {
      for (const chunks of format.files(edition, { bundle: false }).values())
        for (const _ of chunks);
    })
  }
  return stages
}
