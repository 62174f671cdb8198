import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { mulberry32 } from '../support/random.ts'
import { folderWith, logged, type Reviewing, review } from './reviewing.ts'

const SLUG = 'la-coquille'
const SEED = 41

/** So many kills go against one log; then a fresh folder is taken, since logs grow. */
const LOG = 25

/** How often; a thousand times where it is asked for: `EMEND_KILLS=1000`. */
const KILLS = Number(process.env.EMEND_KILLS ?? 30)

/** Decides until the server is gone; returns the words that it has acknowledged. Tells of the first. */
async function decideOn(
  { origin, token }: Reviewing,
  run: number,
  begun: () => void,
): Promise<readonly string[]> {
  const headers = { 'x-emend-token': token, 'content-type': 'application/json' }
  const acknowledged: string[] = []
  for (let i = 0; ; i++) {
    const word = `mot${String.fromCharCode(97 + (run % 26))}${run}x${i}`
    const body = JSON.stringify({ acts: [{ kind: 'word', act: 'accept', word }] })
    try {
      const answer = await fetch(`${origin}/decide`, { method: 'POST', headers, body })
      if (answer.ok && (await answer.json())) acknowledged.push(word)
      if (i === 0) begun()
    } catch {
      return acknowledged
    }
  }
}

/** The words that the logs of the book hold. */
function wordsIn(folder: string): ReadonlySet<string> {
  const lines = logged(folder, SLUG).map((one) => JSON.stringify(one))
  return new Set(lines.flatMap((line) => /"word:(?<word>\w+)"/.exec(line)?.groups?.word ?? []))
}

it(
  `loses nothing that was acknowledged in ${KILLS} kills, and tears no file`,
  async () => {
    const random = mulberry32(SEED)
    let folder = ''
    let acknowledged: string[] = []
    let [writing, told] = [0, 0]
    for (let run = 0; run < KILLS; run++) {
      if (run % LOG === 0) {
        folder = folderWith(SLUG)
        acknowledged = []
      }
      const server = await review(folder, SLUG, 'Ada')
      const { child } = server
      const gone = new Promise((resolve) => child.once('exit', resolve))
      const delay = random() * 600
      const deciding = decideOn(server, run, () => setTimeout(() => child.kill('SIGKILL'), delay))
      await gone
      const words = await deciding
      if (words.length > 0) writing++
      acknowledged.push(...words)
      told += words.length
      const kept = wordsIn(folder)
      const missing = acknowledged.filter((word) => !kept.has(word))
      expect(missing, `lost in run ${run}, seed ${SEED}`).toEqual([])
      for (const name of [`${SLUG}.xml`, `${SLUG}.source.xml`]) {
        const path = join(folder, 'edition', SLUG, name)
        if (existsSync(path)) expect(readFileSync(path, 'utf8')).toMatch(/<\/TEI>\s*$/)
      }
    }
    console.log(`${told} acts acknowledged in ${KILLS} runs, ${writing} with some, seed ${SEED}`)
    expect(writing, `runs in which something was decided, seed ${SEED}`).toBeGreaterThan(KILLS / 3)
  },
  40_000 * Math.max(10, KILLS / 10),
)
