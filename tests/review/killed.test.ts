import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { mulberry32 } from '../support/random.ts'
import { folderWith, logged, type Reviewing, review } from './reviewing.ts'

const SLUG = 'la-coquille'
const SEED = 41

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

it(
  `loses nothing that was acknowledged in ${KILLS} kills, and tears no file`,
  async () => {
    const folder = folderWith(SLUG)
    const random = mulberry32(SEED)
    const acknowledged: string[] = []
    let writing = 0
    for (let run = 0; run < KILLS; run++) {
      const server = await review(folder, SLUG, 'Ada')
      const { child } = server
      const gone = new Promise((resolve) => child.once('exit', resolve))
      const delay = random() * 600
      const deciding = decideOn(server, run, () => setTimeout(() => child.kill('SIGKILL'), delay))
      await gone
      const words = await deciding
      if (words.length > 0) writing++
      acknowledged.push(...words)
      const kept = new Set(logged(folder, SLUG).map((one) => JSON.stringify(one)))
      const missing = words.filter((word) => ![...kept].some((line) => line.includes(`"${word}"`)))
      expect(missing, `lost in run ${run}, seed ${SEED}`).toEqual([])
      for (const name of [`${SLUG}.xml`, `${SLUG}.source.xml`]) {
        const path = join(folder, 'edition', SLUG, name)
        if (existsSync(path)) expect(readFileSync(path, 'utf8')).toMatch(/<\/TEI>\s*$/)
      }
    }
    expect(writing, `runs in which something was decided, seed ${SEED}`).toBeGreaterThan(KILLS / 3)
    const all = JSON.stringify(logged(folder, SLUG))
    expect(acknowledged.filter((word) => !all.includes(`"word:${word}"`))).toEqual([])
  },
  40_000 * Math.max(10, KILLS / 10),
)
