import { NAMES, table, withPart } from './accuracy.ts'
import type { Reading } from './ocr-case.ts'
import { type OcrFigures, sumOcr } from './ocr-figures.ts'

/** What came of one text in one reading. */
export interface OcrOutcome {
  readonly slug: string
  readonly language: string
  readonly reading: Reading
  readonly figures: OcrFigures
}

/** At least so many words mended for each that is harmed. */
const LEAST_MENDED = 10

const HEAD = [
  'text, dots to the inch, wear',
  'words',
  'misread',
  'mended',
  'harmed',
  'characters wrong before',
  'after',
]

/** `docs/accuracy.md` with these figures in the place of those of before. */
export function withOcr(document: string, outcomes: readonly OcrOutcome[]): string {
  return withPart(document, 'ocr', ocrTable(outcomes))
}

/** A row of each language, `✗` where a bar is missed, and one of each reading of it. */
export function ocrTable(outcomes: readonly OcrOutcome[]): string {
  const rows = [...new Set(outcomes.map(({ language }) => language))].flatMap((language) => {
    const own = outcomes.filter((one) => one.language === language)
    const sum = sumOcr(own.map(({ figures }) => figures))
    return [
      row(`**${NAMES[language] ?? language}**${isPassed(sum) ? '' : ' ✗'}`, sum),
      ...own.map((one) => row(nameOf(one), one.figures)),
    ]
  })
  return table(HEAD, rows)
}

function isPassed({ mended, harmed, wrongBefore, wrongAfter }: OcrFigures): boolean {
  return mended >= LEAST_MENDED * harmed && wrongAfter < wrongBefore
}

function nameOf({ slug, reading }: OcrOutcome): string {
  return `${slug}, ${reading.resolution}, ${reading.wear}`
}

function row(name: string, figures: OcrFigures): readonly string[] {
  const { words, misread, mended, harmed, characters, wrongBefore, wrongAfter } = figures
  const rate = (wrong: number): string => `${((100 * wrong) / characters).toFixed(2)} %`
  const count = (n: number): string => n.toLocaleString('en')
  return [
    name,
    count(words),
    count(misread),
    count(mended),
    count(harmed),
    rate(wrongBefore),
    rate(wrongAfter),
  ]
}
