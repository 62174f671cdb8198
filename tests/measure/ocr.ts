import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { SAMPLES } from '../support/samples.ts'
import { ACCURACY } from './accuracy.ts'
import { available } from './channels/reprint.ts'
import { CORPORA } from './corpora.ts'
import { MEASURE_LAYOUTS } from './layouts.ts'
import { measureOcr, mendedSample, type OcrMeasured, RESOLUTIONS, type Source } from './ocr-case.ts'
import { type OcrOutcome, ocrTable, withOcr } from './ocr-table.ts'
import { readCorpus } from './read-corpus.ts'

// `npm run measure -- ocr`: what the rules make of texts that were printed and read from pictures.

const CHARACTERS_OF_PAGE = 2300

const { values } = parseArgs({
  args: process.argv.slice(3),
  options: {
    /** Texts of `corpora.ts` in the place of the samples. */
    texts: { type: 'string' },
    pages: { type: 'string', default: '8' },
    wear: { type: 'string', default: '1,2,3' },
    out: { type: 'string', default: join(tmpdir(), 'emend-ocr') },
    write: { type: 'boolean', default: false },
  },
})

const missing = ['ru', 'de', 'fr', 'en'].flatMap((code) => available('ocr-300', code) ?? [])
if (missing.length > 0) throw new Error([...new Set(missing)].join(', '))
mkdirSync(values.out, { recursive: true })
const outcomes: OcrOutcome[] = []
for (const source of sources()) {
  for (const wear of values.wear.split(',').map(Number)) {
    for (const resolution of RESOLUTIONS) {
      const reading = { resolution, wear }
      const measured = await measureOcr(source, reading)
      const { slug, truth } = source
      keep(`${slug}.${resolution}.${wear}`, measured)
      outcomes.push({ slug, language: truth.language, reading, figures: measured.figures })
      console.error(slug, resolution, wear)
    }
  }
}
if (values.write) writeFileSync(ACCURACY, withOcr(readFileSync(ACCURACY, 'utf8'), outcomes))
console.log(`${ocrTable(outcomes)}\n\nFiles: ${values.out}`)

function sources(): readonly Source[] {
  if (values.texts === undefined) return SAMPLES.map(mendedSample)
  const [layout] = MEASURE_LAYOUTS
  if (!layout) throw new Error('Expected a layout')
  const most = Number(values.pages) * CHARACTERS_OF_PAGE
  return values.texts.split(',').map((slug) => {
    const corpus = CORPORA.find((one) => one.slug === slug)
    if (!corpus) throw new Error(`Unexpected ${slug}`)
    return { slug, truth: readCorpus(corpus, most), layout }
  })
}

function keep(name: string, { changes, left, truth, raw, apparatus }: OcrMeasured): void {
  const said = changes.map(({ what, before, word }) => `${what}\t${before} [${word}]\n`)
  const missed = left.map(([truth, text]) => `left\t${truth}\t${text}\n`)
  writeFileSync(join(values.out, `${name}.changes.txt`), [...said, ...missed].join(''))
  writeFileSync(join(values.out, `${name}.truth.txt`), truth)
  writeFileSync(join(values.out, `${name}.raw.txt`), raw)
  writeFileSync(join(values.out, `${name}.apparatus.jsonl`), apparatus)
}
