import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { readDecisions } from '../../src/store/decisions.ts'
import { DIST } from '../support/child.ts'
import { mulberry32 } from '../support/random.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const SCRIPT = fileURLToPath(new URL('append-for-ever.mjs', import.meta.url))
const MODULE = join(DIST, 'store', 'decisions.js')
const SEED = 20261123

/** How often the writing is killed; `EMEND_KILLS` asks for more. */
const KILLS = Number(process.env.EMEND_KILLS ?? 100)

/** How many decisions of each act are in the logs. */
async function actsIn(edition: string): Promise<ReadonlyMap<string, number>> {
  const acts = new Map<string, number>()
  for (const { batch = '' } of await readDecisions(edition)) {
    acts.set(batch, (acts.get(batch) ?? 0) + 1)
  }
  return acts
}

/** How many decisions the script writes in a bulk act: every second one is one. */
const BULK = 40

/** More than is handed to the system at once. */
const LARGE = 1500

/** Runs the script; returns the acts that it said were on the disk. */
function appending(
  words: readonly string[],
  kill?: { readonly after: number },
): Promise<readonly string[]> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [SCRIPT, MODULE, ...words], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let told = ''
    child.stdout.on('data', (chunk: Buffer) => {
      if (told === '' && kill) setTimeout(() => child.kill('SIGKILL'), kill.after)
      told += chunk.toString()
    })
    child.on('close', () => resolve(told.split('\n').slice(1, -1)))
  })
}

/** All that was acknowledged is there, and no act is there twice. */
async function expectAll(
  edition: string,
  acknowledged: readonly string[],
  bulk = BULK,
): Promise<void> {
  const sizeOf = (act: string): number => (Number(act.split('-').at(-1)) % 2 === 0 ? 1 : bulk)
  const acts = await actsIn(edition)
  const lost = acknowledged.filter((act) => acts.get(act) !== sizeOf(act))
  expect(lost, 'acts that were acknowledged and are not there').toEqual([])
  const twice = [...acts].filter(([act, count]) => count > sizeOf(act))
  expect(twice, 'acts with more decisions than were made').toEqual([])
}

describe('decisions', () => {
  it('are there when they were acknowledged, whenever the writing is killed', async () => {
    const random = mulberry32(SEED)
    let edition = temporaryFolder()
    let acknowledged: string[] = []
    let torn = 0
    let told = 0
    for (let run = 0; run < KILLS; run++) {
      if (run % 20 === 0) {
        edition = temporaryFolder()
        acknowledged = []
      }
      const kill = { after: random() * 60 }
      const acts = await appending([edition, 'anna', `k${run}`, `${BULK}`], kill)
      acknowledged.push(...acts)
      told += acts.length
      const log = join(edition, 'decisions', 'anna.jsonl')
      if (existsSync(log) && !readFileSync(log, 'utf8').endsWith('\n')) torn++
      await expectAll(edition, acknowledged)
    }
    console.log(`${KILLS} kills, ${told} acts acknowledged, ${torn} torn lines, seed ${SEED}`)
    expect(told).toBeGreaterThan(KILLS)
  }, 600_000)

  it('of several processes at once are all there, in one log and in several', async () => {
    const edition = temporaryFolder()
    const writers = ['anna', 'anna', 'anna', 'boris'].map((by, i) =>
      appending([edition, by, `w${i}`, `${LARGE}`, '8']),
    )
    const acknowledged = (await Promise.all(writers)).flat()
    expect(acknowledged).toHaveLength(32)
    await expectAll(edition, acknowledged, LARGE)
  }, 60_000)

  it('of several processes are there when some of them are killed', async () => {
    const random = mulberry32(SEED + 1)
    let told = 0
    for (let run = 0; run < KILLS / 10; run++) {
      const edition = temporaryFolder()
      const writers = [0, 1, 2].map((i) =>
        appending(
          [edition, 'anna', `w${i}`, `${BULK}`, ...(i === 0 ? ['20'] : [])],
          i === 0 ? undefined : { after: random() * 100 },
        ),
      )
      const acknowledged = (await Promise.all(writers)).flat()
      told += acknowledged.length
      await expectAll(edition, acknowledged)
    }
    expect(told).toBeGreaterThan(KILLS * 2)
  }, 600_000)

  it('stand as they stood when the disk is full, and go on when it is not', async () => {
    const edition = temporaryFolder()
    const words = [SCRIPT, MODULE, edition, 'anna', 'full', `${BULK}`]
    // No file may have more than 128 kilobytes: the third act or so finds no room.
    const script = 'ulimit -f 128; exec "$@"'
    const full = spawnSync('bash', ['-c', script, 'bash', process.execPath, ...words], {
      encoding: 'utf8',
    })
    expect(full.stderr).toMatch(/DiskFault/u)
    const acknowledged = full.stdout.trimEnd().split('\n').slice(1)
    expect(acknowledged.length).toBeGreaterThan(1)
    expect([...(await actsIn(edition)).keys()]).toEqual(acknowledged)
    expect(readFileSync(join(edition, 'decisions', 'anna.jsonl'), 'utf8')).toMatch(/\}\n$/u)
    const more = await appending([edition, 'anna', 'more', `${BULK}`, '2'])
    await expectAll(edition, [...acknowledged, ...more])
  })
})
