import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Causes } from './causes.ts'
import { CORPORA } from './corpora.ts'
import type { Figures } from './figures.ts'
import { MEASURE_LAYOUTS } from './layouts.ts'
import { measureCase, type Via } from './measure-case.ts'
import { readCorpus } from './read-corpus.ts'

/** A text in a layout, on its way. */
export interface Case {
  readonly slug: string
  readonly layout: string
  readonly via: Via
  readonly characters: number
  readonly out: string
  /** Whether the misses of a text that is held back are written down. */
  readonly held: boolean
}

/** What came of a case: figures, or why there are none. */
export interface Outcome {
  readonly of: Case
  readonly seconds: number
  readonly pages?: number
  readonly figures?: Figures
  readonly causes?: Causes
  readonly crash?: string
}

/** The folder of a case, below `--out`. */
export function folderOf({ out, slug, layout, via }: Case): string {
  return join(out, `${slug}.${layout}.${via}`)
}

/** Measures a case, and writes its files down. Never throws: a crash is an outcome. */
export async function runCase(one: Case): Promise<Outcome> {
  const began = performance.now()
  try {
    return await measured(one)
  } catch (error) {
    const crash = error instanceof Error ? (error.stack ?? error.message) : String(error)
    return { of: one, seconds: (performance.now() - began) / 1000, crash }
  }
}

async function measured(one: Case): Promise<Outcome> {
  const corpus = CORPORA.find(({ slug }) => slug === one.slug)
  const layout = MEASURE_LAYOUTS.find(({ name }) => name === one.layout)
  if (!corpus || !layout) throw new Error(`Unexpected ${one.slug} in ${one.layout}`)
  const truth = readCorpus(corpus, one.characters)
  const { misses, files, ...counted } = await measureCase(one.slug, truth, layout, one.via)
  const folder = folderOf(one)
  mkdirSync(folder, { recursive: true })
  for (const [name, text] of files) writeFileSync(join(folder, name), text)
  const hidden = corpus.held && !one.held
  writeFileSync(join(folder, 'misses.txt'), hidden ? 'Held back.\n' : sayMisses(misses))
  return { of: one, ...counted }
}

function sayMisses(misses: ReadonlyMap<string, readonly string[]>): string {
  const kinds = [...misses].filter(([, lines]) => lines.length > 0)
  return kinds
    .map(([kind, lines]) => `# ${kind}: ${lines.length}\n${lines.join('\n')}\n\n`)
    .join('')
}
