import { spawn } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readDecisions } from '../../src/store/decisions.ts'
import { EMEND, emendIn } from '../support/child.ts'
import { mulberry32 } from '../support/random.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const SEED = 20261123

/** How often the command is killed; `EMEND_KILLS` asks for more. */
const KILLS = Number(process.env.EMEND_KILLS ?? 12)

/** A paragraph is edited once; then a fresh book is taken. */
const PARAGRAPHS = 20

/** Two words of each paragraph, as printed and as the editor has them after so many edits. */
function paragraphs(edited: number): string {
  const lines = Array.from({ length: PARAGRAPHS }, (_, i) => {
    const [noun, verb] = i < edited ? ['forme', 'locked'] : ['stick', 'filled']
    return `Compositor ${i + 1} takes the ${noun} that somebody has ${verb} and goes on with the day.`
  })
  return lines.join('\n\n')
}

/** A folder with a small book and its edition. */
function shelf(): string {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'raw/book'), { recursive: true })
  writeFileSync(join(folder, 'raw/book/book.txt'), `${paragraphs(0)}\n`)
  writeFileSync(join(folder, 'raw/book/book.yaml'), 'title: Book\nlanguage: en\nfile: book.txt\n')
  expect(emendIn(folder, ['build']).status).toBe(0)
  return folder
}

/** Writes the Markdown of the edition with so many paragraphs edited. */
function edit(folder: string, markdown: string, edited: number): void {
  writeFileSync(join(folder, 'edited.md'), markdown.replace(paragraphs(0), paragraphs(edited)))
}

/** Absorbs an edited file; tells whether all was said to be written before the command was killed. */
function absorbing(folder: string, milliseconds = 60_000): Promise<'killed' | 'told'> {
  const words = [EMEND, 'absorb', 'book', 'edited.md', '--by', 'Anna']
  const child = spawn(process.execPath, words, {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const timer = setTimeout(() => child.kill('SIGKILL'), milliseconds)
  let told = ''
  child.stdout.on('data', (chunk) => {
    told += String(chunk)
  })
  return new Promise((resolve) => {
    child.once('close', () => {
      clearTimeout(timer)
      resolve(/\bwritten\b|\bno decision\b/.test(told) ? 'told' : 'killed')
    })
  })
}

/** Every file of the edition is whole. */
function expectWhole(folder: string, run: number): void {
  const edition = join(folder, 'edition/book')
  for (const name of readdirSync(edition)) {
    if (!/\.(?:xml|md|jsonl)$/.test(name)) continue
    const text = readFileSync(join(edition, name), 'utf8')
    const where = `${name} after run ${run}, seed ${SEED}`
    if (name.endsWith('.xml')) expect(text, where).toMatch(/<\/TEI>\n$/)
    else if (name.endsWith('.jsonl'))
      text
        .split('\n')
        .slice(0, -1)
        .map((line) => JSON.parse(line))
    else expect(text.match(/^Compositor /gm), where).toHaveLength(PARAGRAPHS)
  }
}

it(
  `loses nothing in ${KILLS} kills of absorb, and tears no file`,
  async () => {
    const random = mulberry32(SEED)
    let [folder, markdown] = ['', '']
    let [killed, inTheMiddle, needed] = [0, 0, 0]
    for (let run = 0; run < KILLS; run++) {
      const edits = run % (PARAGRAPHS - 1)
      if (edits === 0) {
        folder = shelf()
        markdown = readFileSync(join(folder, 'edition/book/book.md'), 'utf8')
        expect(markdown).toContain(paragraphs(0))
        edit(folder, markdown, 1)
        const started = performance.now()
        expect(await absorbing(folder)).toBe('told')
        needed = performance.now() - started
      }
      const before = (await readDecisions(join(folder, 'edition/book'))).length
      edit(folder, markdown, edits + 2)
      const end = await absorbing(folder, needed * (0.6 + 0.6 * random()))
      const after = (await readDecisions(join(folder, 'edition/book'))).length
      if (end === 'killed') killed++
      if (end === 'killed' && after > before) inTheMiddle++
      // Two words a paragraph, of each paragraph that is not decided yet.
      const wanted = 2 * (edits + 2)
      expect(after, `decisions after run ${run}, seed ${SEED}`).toBeGreaterThanOrEqual(
        end === 'told' ? wanted : before,
      )
      expect(after, `decisions after run ${run}, seed ${SEED}`).toBeLessThanOrEqual(wanted)
      expectWhole(folder, run)
      if (edits === PARAGRAPHS - 2 || run === KILLS - 1) {
        expect(await absorbing(folder)).toBe('told')
        expect(await readDecisions(join(folder, 'edition/book'))).toHaveLength(wanted)
        const mended = readFileSync(join(folder, 'edition/book/book.md'), 'utf8')
        expect(mended).toContain(paragraphs(edits + 2))
      }
    }
    console.log(`${killed} of ${KILLS} runs killed, ${inTheMiddle} after the log, seed ${SEED}`)
    expect(killed, `runs that were killed, seed ${SEED}`).toBeGreaterThan(KILLS / 4)
    if (KILLS >= 200) expect(inTheMiddle, `killed behind the log, seed ${SEED}`).toBeGreaterThan(0)
  },
  8_000 * Math.max(20, KILLS),
)
