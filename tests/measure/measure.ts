import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ACCURACY, withAccuracy } from './accuracy.ts'
import type { Case, Outcome } from './case.ts'
import { caseTable, type Row } from './case-table.ts'
import { HELP, type Order, readOrder } from './command-line.ts'
import type { Corpus } from './corpora.ts'
import { sumFigures } from './figures.ts'
import { keepOutcomes } from './keep-outcomes.ts'
import { MEASURE_LAYOUTS } from './layouts.ts'
import { runCases, serveCases } from './run-cases.ts'
import { sayCauses } from './say-causes.ts'
import { packageVersion } from './unpack.ts'

const CHARACTERS_OF_PAGE = 2300

/** Of each text, where nobody says how many. To read a page from a picture takes some seconds. */
const PAGES = { text: 110, 'pdf-layout': 40, 'pdf-raw': 40, 'ocr-300': 8, 'ocr-150': 8 } as const

const ALL_LAYOUTS = MEASURE_LAYOUTS.map(({ name }) => name)

/** Those in which a text is printed, where nobody says which. */
const PRINTED_LAYOUTS = ['layout-book']

if (process.send) serveCases(process.send.bind(process))
else {
  const order = readOrder(process.argv.slice(2), ALL_LAYOUTS)
  if (order === 'help') console.log(HELP)
  else await measure(order)
}

async function measure(order: Order): Promise<void> {
  const { texts, out } = order
  const cases = casesOf(order)
  const outcomes = await runCases(cases, process.argv[1] ?? '', ({ of, crash }, done) => {
    const cause = crash?.split('\n')[0] ?? ''
    console.error(`${done}/${cases.length} ${of.slug} ${of.layout} ${of.via} ${cause}`)
  })
  const table = `${caseTable(outcomes.map(rowOf))}\n${caseTable(sums(texts, outcomes))}`
  mkdirSync(out, { recursive: true })
  writeFileSync(join(out, 'table.txt'), table)
  const all = keepOutcomes(join(out, 'outcomes.json'), outcomes)
  writeFileSync(join(out, 'causes.txt'), sayCauses(outcomes, wayOf))
  if (order.write) {
    const document = readFileSync(ACCURACY, 'utf8')
    writeFileSync(ACCURACY, withAccuracy(document, all, packageVersion))
  }
  console.log(`${table}\nFiles: ${out}`)
}

/** What is printed and read back is fewer pages, and one layout unless others are asked for. */
function casesOf({ texts, layouts, vias, pages, out, held }: Order): readonly Case[] {
  return vias.flatMap((via) =>
    texts.flatMap(({ slug }) =>
      (layouts ?? (via === 'text' ? ALL_LAYOUTS : PRINTED_LAYOUTS)).map((layout): Case => {
        const characters = (pages ?? PAGES[via]) * CHARACTERS_OF_PAGE
        return { slug, layout, via, characters, out, held }
      }),
    ),
  )
}

function rowOf({ of, figures, seconds, crash }: Outcome): Row {
  const name = `${of.slug} ${wayOf({ of })}`
  return { name, figures, seconds, ...(crash === undefined ? {} : { crash }) }
}

/** The layout, and how the text came out of it. */
function wayOf({ of: { layout, via } }: Pick<Outcome, 'of'>): string {
  return via === 'text' ? layout : `${layout} ${via}`
}

/** Of each language: every layout over all texts, and all layouts. */
function sums(texts: readonly Corpus[], outcomes: readonly Outcome[]): readonly Row[] {
  const languageOf = new Map(texts.map(({ slug, language }) => [slug, language]))
  return [...new Set(languageOf.values())].flatMap((language) => {
    const own = outcomes.filter(({ of }) => languageOf.get(of.slug) === language)
    const rows = [...new Set(own.map(wayOf))].map((way) =>
      sumRow(
        `${language} ${way}`,
        own.filter((one) => wayOf(one) === way),
      ),
    )
    return [...rows, sumRow(`${language} ALL`, own)]
  })
}

function sumRow(name: string, own: readonly Outcome[]): Row {
  const figures = own.flatMap((one) => one.figures ?? [])
  const seconds = own.reduce((total, one) => total + one.seconds, 0)
  return { name, figures: figures.length > 0 ? sumFigures(figures) : undefined, seconds }
}
