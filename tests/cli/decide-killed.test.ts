import { cpSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readDecisions } from '../../src/store/decisions.ts'
import { emendIn, emendSignalled } from '../support/child.ts'
import { mulberry32 } from '../support/random.ts'
import { ROOT } from '../support/samples.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const SEED = 20261123

/** How often the command is killed; `EMEND_KILLS` asks for more. */
const KILLS = Number(process.env.EMEND_KILLS ?? 12)

/** A folder with a small book. */
function shelf(): string {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'raw/book'), { recursive: true })
  const raw = join(ROOT, 'raw/la-coquille')
  cpSync(join(raw, 'la-coquille.txt'), join(folder, 'raw/book/la-coquille.txt'))
  cpSync(join(raw, 'book.yaml'), join(folder, 'raw/book/book.yaml'))
  return folder
}

function filesIn(folder: string): Readonly<Record<string, string>> {
  const edition = join(folder, 'edition/book')
  const names = readdirSync(edition).filter((name) => name !== 'decisions')
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(edition, name), 'utf8')]))
}

it('keeps what it has acknowledged, whenever it is killed, and the next build mends the edition', async () => {
  const folder = shelf()
  const edition = join(folder, 'edition/book')
  expect(emendIn(folder, ['build']).status).toBe(0)
  const words = ['decide', 'book', 'word', 'coquille', '--by', 'Anna']
  const started = performance.now()
  expect(emendIn(folder, words).status).toBe(0)
  const needed = performance.now() - started
  const random = mulberry32(SEED)
  let [killed, done, known] = [0, 1, 1]
  for (let run = 0; run < KILLS; run++) {
    const { signal } = await emendSignalled(folder, words, 'SIGKILL', needed * (0.4 + random()))
    if (signal === 'SIGKILL') killed++
    else done++
    const { length } = await readDecisions(edition)
    expect(length).toBeGreaterThanOrEqual(known + (signal === 'SIGKILL' ? 0 : 1))
    known = length
  }
  console.log(`${killed} runs killed, ${done} done, ${known} decisions, seed ${SEED}`)
  expect(killed, `runs that were killed, seed ${SEED}`).toBeGreaterThan(KILLS / 4)
  expect(known).toBeGreaterThanOrEqual(done)
  expect(emendIn(folder, ['build']).status).toBe(0)
  const afresh = shelf()
  cpSync(join(edition, 'decisions'), join(afresh, 'edition/book/decisions'), { recursive: true })
  expect(emendIn(afresh, ['build']).status).toBe(0)
  expect(filesIn(folder)).toEqual(filesIn(afresh))
}, 600_000)
