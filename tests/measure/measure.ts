import { fork } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { LAYOUT_TEXT, MODERN_EXTRACTION } from '../support/typesetter/layouts.ts'
import { caseTable, type Row } from './case-table.ts'
import { CORPORA, type Corpus } from './corpora.ts'
import { type Figures, sumFigures } from './figures.ts'
import { measureCase } from './measure-case.ts'
import { readCorpus } from './read-corpus.ts'

/** A text in a layout. */
interface Case {
  readonly slug: string
  readonly layout: string
  readonly via: string
  readonly characters: number
  readonly out: string
  /** Whether the misses of a text that is held back are written down. */
  readonly held: boolean
}

interface Outcome {
  readonly of: Case
  readonly figures?: Figures
  readonly seconds: number
  readonly crash?: string
}

const WORKERS = 2
const CHARACTERS = 250_000
/** Of a page, about. */
const PAGE = 2200
const MEASURE_LAYOUTS = [MODERN_EXTRACTION, LAYOUT_TEXT]

if (process.send) work(process.send.bind(process))
else await command()

/** A worker: measures the cases that it is sent, one after the other. */
function work(send: (outcome: Outcome) => void): void {
  process.on('message', async (one: Case) => {
    const began = performance.now()
    try {
      send(await measure(one))
    } catch (error) {
      const crash = error instanceof Error ? (error.stack ?? error.message) : String(error)
      send({ of: one, seconds: (performance.now() - began) / 1000, crash })
    }
  })
}

async function measure(one: Case): Promise<Outcome> {
  const corpus = CORPORA.find(({ slug }) => slug === one.slug)
  const layout = MEASURE_LAYOUTS.find(({ name }) => name === one.layout)
  if (!corpus || !layout) throw new Error(`Unexpected ${one.slug} in ${one.layout}`)
  const truth = readCorpus(corpus, one.characters)
  const { figures, seconds, misses, files } = await measureCase(one.slug, truth, layout)
  const folder = join(one.out, `${one.slug}.${one.layout}.${one.via}`)
  mkdirSync(folder, { recursive: true })
  for (const [name, text] of files) writeFileSync(join(folder, name), text)
  const shown = [...misses].flatMap(([kind, lines]) =>
    lines.length > 0 ? [`# ${kind}: ${lines.length}`, ...lines, ''] : [],
  )
  const hidden = corpus.held && !one.held
  writeFileSync(join(folder, 'misses.txt'), hidden ? 'Held back.\n' : shown.join('\n'))
  return { of: one, figures, seconds }
}

/** The command: shares the cases out among workers, and prints a table. */
async function command(): Promise<void> {
  const { values } = parseArgs({
    options: {
      texts: { type: 'string' },
      languages: { type: 'string' },
      layouts: { type: 'string' },
      via: { type: 'string', default: 'text' },
      pages: { type: 'string' },
      out: { type: 'string', default: join(tmpdir(), 'emend-measure') },
      held: { type: 'boolean', default: false },
    },
  })
  const texts = CORPORA.filter(
    ({ slug, language }) => isAsked(values.texts, slug) && isAsked(values.languages, language),
  )
  const layouts = MEASURE_LAYOUTS.filter(({ name }) => isAsked(values.layouts, name))
  const characters = values.pages === undefined ? CHARACTERS : Number(values.pages) * PAGE
  const { via, out, held } = values
  const cases = texts.flatMap(({ slug }) =>
    layouts.map(({ name }): Case => ({ slug, layout: name, via, characters, out, held })),
  )
  const outcomes = await measureAll(cases)
  const table = tablesOf(texts, outcomes)
  mkdirSync(out, { recursive: true })
  writeFileSync(join(out, 'table.txt'), table)
  writeFileSync(join(out, 'figures.json'), JSON.stringify(outcomes, undefined, 1))
  console.log(`${table}\nFiles: ${out}`)
}

function isAsked(list: string | undefined, name: string): boolean {
  return list === undefined || list.split(',').includes(name)
}

/** Measures all cases, a few at a time. A worker that dies costs the case it was at. */
async function measureAll(cases: readonly Case[]): Promise<readonly Outcome[]> {
  const outcomes = new Map<Case, Outcome>()
  const waiting = [...cases]
  const run = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const worker = fork(process.argv[1] ?? '', ['worker'])
      for (let one: Case | undefined = next; one; one = waiting.shift()) {
        const outcome: Outcome = await ask(worker, one)
        outcomes.set(one, outcome)
        const { slug, layout } = one
        console.error(`${outcomes.size}/${cases.length} ${slug} ${layout} ${outcome.crash ?? ''}`)
        if (!worker.connected) break
      }
      if (worker.connected) worker.disconnect()
    }
  }
  await Promise.all(Array.from({ length: WORKERS }, run))
  return cases.flatMap((one) => outcomes.get(one) ?? [])
}

function ask(worker: ReturnType<typeof fork>, one: Case): Promise<Outcome> {
  return new Promise((resolve) => {
    const settle = (outcome: Outcome): void => {
      worker.removeAllListeners()
      resolve(outcome)
    }
    worker.once('message', (outcome: Outcome) => settle(outcome))
    worker.once('exit', (code) =>
      settle({ of: one, seconds: 0, crash: `the process ended with ${code}` }),
    )
    worker.send(one)
  })
}

function tablesOf(texts: readonly Corpus[], outcomes: readonly Outcome[]): string {
  const rows = outcomes.map(rowOf)
  const languages = [...new Set(texts.map(({ language }) => language))]
  const languageOf = new Map(texts.map(({ slug, language }) => [slug, language]))
  const sums: Row[] = []
  for (const language of languages) {
    const own = outcomes.filter(({ of }) => languageOf.get(of.slug) === language)
    for (const layout of new Set(own.map(({ of }) => of.layout))) {
      sums.push(
        sumRow(
          `${language} ${layout}`,
          own.filter(({ of }) => of.layout === layout),
        ),
      )
    }
    sums.push(sumRow(`${language} ALL`, own))
  }
  return `${caseTable(rows)}\n${caseTable(sums)}`
}

function rowOf({ of, figures, seconds, crash }: Outcome): Row {
  const name = `${of.slug} ${of.layout}`
  return { name, figures, seconds, ...(crash === undefined ? {} : { crash }) }
}

function sumRow(name: string, own: readonly Outcome[]): Row {
  const figures = own.flatMap((one) => one.figures ?? [])
  const seconds = own.reduce((total, one) => total + one.seconds, 0)
  return { name, figures: figures.length > 0 ? sumFigures(figures) : undefined, seconds }
}
