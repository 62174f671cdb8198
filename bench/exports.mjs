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
 * Measures what each format costs that `emend export` makes, and all of them together as a whole
 * process, cold, with the build of the edition and the writing of the files in it.
 *
 *     npm run build && node bench/exports.mjs
 *
 * The book is the Russian sample, or the one in $EMEND_SHARED (../shared) where it is there. Beside
 * the time that passes stands the time of the processor, which others on the machine change less.
 */

const root = fileURLToPath(new URL('..', import.meta.url))
const bin = join(root, 'dist', 'bin', 'emend.js')
const dist = (/** @type {string} */ path) => import(join(root, 'dist', path))

const raw = findBook()
console.log(`node ${process.version}, ${cpus().length} cores, ${cpus()[0]?.model ?? ''}`)
console.log(`book: ${(raw.length / 1e6).toFixed(2)} MB\n`)
const here = mkdtempSync(join(tmpdir(), 'emend-bench-'))
try {
  mkdirSync(join(here, 'raw', 'book'), { recursive: true })
  writeFileSync(join(here, 'raw', 'book', 'book.txt'), raw)
  writeFileSync(join(here, 'raw', 'book', 'book.yaml'), 'title: Book\nlanguage: ru\n')
  console.log('format                          wall ms    cpu ms        MB')
  await formats()
  console.log('\nwhole process, cold')
  report('emend build', command('build'))
  report('emend export --to all', command('export', '--to', 'all'))
} finally {
  rmSync(here, { recursive: true, force: true })
}

/** Each format by itself, in one process. */
async function formats() {
  const { CATALOGUE } = await dist('formats/catalogue.js')
  const { bytesOf } = await dist('store/encoded.js')
  const { gatherBook } = await dist('cli/edit-book.js')
  const { packedFiles } = await dist('cli/packed-files.js')
  const { workshop } = await dist('cli/our-workshop.js')
  const { Screen } = await dist('cli/screen.js')
  const silent = new Screen({ write: () => true }, {})
  const world = { root: here, environment: process.env, out: silent, err: silent }
  const gathered = await gatherBook('book', world, workshop, false)
  const output = await workshop.build(gathered.input)
  const beside = await packedFiles(gathered, output.files)
  for (const entry of CATALOGUE) {
    for (const flavour of [undefined, ...Object.keys(entry.flavours ?? {})]) {
      const wall = performance.now()
      const cpu = process.cpuUsage()
      const { files } = await entry.load()
      let bytes = 0
      const options = { bundle: false, beside, ...(flavour ? { flavour } : {}) }
      for (const [name, content] of await files(output.edition, options)) {
        const written = bytesOf(content)
        beside.edition.set(name, written)
        bytes += written.length
      }
      const { user, system } = process.cpuUsage(cpu)
      const name = flavour ? `${entry.name}:${flavour}` : entry.name
      report(name, { wall: performance.now() - wall, cpu: (user + system) / 1000 }, bytes)
    }
  }
}

/**
 * @param {string} name
 * @param {{ wall: number, cpu: number }} run
 * @param {number} [bytes]
 */
function report(name, { wall, cpu }, bytes) {
  const size = bytes === undefined ? '' : (bytes / 1e6).toFixed(2)
  const row = `${name.padEnd(28)} ${wall.toFixed(0).padStart(10)} ${cpu.toFixed(0).padStart(9)} ${size.padStart(9)}`
  console.log(row.trimEnd())
}

/** @param {readonly string[]} words */
function command(...words) {
  const started = performance.now()
  const run = `const { resourceUsage } = process
    process.on('exit', () => { const { userCPUTime, systemCPUTime } = resourceUsage.call(process)
      process.stderr.write('CPU ' + (userCPUTime + systemCPUTime) / 1000) })`
  const preload = `data:text/javascript,${encodeURIComponent(run)}`
  const { status, stderr } = spawnSync(process.execPath, ['--import', preload, bin, ...words], {
    cwd: here,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(stderr)
  const wall = performance.now() - started
  return { wall, cpu: Number(/CPU ([\d.]+)/.exec(stderr)?.[1] ?? 0) }
}

/** @returns {Buffer} */
function findBook() {
  const shared = join(process.env.EMEND_SHARED ?? join(root, '..', 'shared'), 'raw')
  const name = existsSync(shared) && readdirSync(shared).find((file) => file.endsWith('.txt'))
  if (name) return readFileSync(join(shared, name))
  return readFileSync(join(root, 'raw', 'pechatnoe-delo', 'pechatnoe-delo.txt'))
}
