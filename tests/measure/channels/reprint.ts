import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { GoldRecord } from '../../support/typesetter/gold.ts'
import { WEAR } from './degrade.ts'
import { keptText } from './kept-text.ts'
import { pagesHtml } from './page-html.ts'
import { inFolder, pdfText, printPdf } from './print-pdf.ts'
import { printedBook } from './printed-pages.ts'
import { recognise, type Scan } from './recognise.ts'
import { type Transfer, transferGold } from './transfer-gold.ts'

/** The ways from a printed page to a text. */
export const CHANNELS = ['pdf-layout', 'pdf-raw', 'ocr-300', 'ocr-150'] as const

export type Channel = (typeof CHANNELS)[number]

/** A text in pages, each but the first beginning with a form feed, and what is known of it. */
export interface Print {
  readonly raw: string
  readonly gold: readonly GoldRecord[]
}

export interface ReprintOptions {
  /** Index into `WEAR`, for the channels that read pictures: 0 is clean, 3 a poor copy. */
  readonly degrade?: number
  readonly seed?: number
  /** Tesseract's mode of page segmentation. */
  readonly segmentation?: number
  /** Where the texts of prints are kept that were made before; null for nowhere. */
  readonly cache?: string | null
}

/** The text that came out, what is known of it, and what became of what was known before. */
export interface Reprint extends Print {
  readonly transfer: Transfer
}

/** What Tesseract calls the languages that it has to read. */
const READERS: Readonly<Record<string, string>> = { ru: 'rus', de: 'deu', fr: 'fra', en: 'eng' }

/**
 * Prints a text as a PDF with proportional type, takes the text out of it again, and carries what is
 * known of it over.
 *
 *     if (available('pdf-layout') === undefined) {
 *       const { raw, gold, transfer } = await reprint(typeset(truth, layout), 'pdf-layout', 'de')
 *     }
 *
 * The layout has to begin pages with form feeds and should tell no lies about blank lines: they would
 * be printed. What came out once is kept, as pictures are read at a page or two a second: delete the
 * folder after a change of the programs or of the fonts. `gold` knows nothing of the errors that the reading of pictures makes. Throws where a
 * program is missing or fails.
 */
export async function reprint(
  given: Print,
  channel: Channel,
  language: string,
  options: ReprintOptions = {},
): Promise<Reprint> {
  const print = { ...given, raw: inked(given.raw) }
  const book = printedBook(print.raw, print.gold)
  const html = pagesHtml(book, language)
  const scan = channel.startsWith('ocr-') ? scanOf(channel, language, options) : undefined
  const make = (): Promise<string> =>
    inFolder(async (folder) => {
      const pdf = await printPdf(html, folder)
      if (scan) return recognise(pdf, book.pages.length, scan)
      return pdfText(pdf, channel === 'pdf-layout' ? 'layout' : 'raw')
    })
  const { cache = KEPT } = options
  const raw = await (cache === null ? make() : keptText(cache, [channel, scan, html], make))
  const transfer = transferGold(print, raw)
  return { raw, gold: transfer.gold, transfer }
}

/** A text as ink shows it: other hyphens at the ends of lines are what an extraction makes of these. */
function inked(raw: string): string {
  return raw.replace(/[¬\u00ad](?=[ \t]*$)/gmu, '-').replace(/⸗(?=[ \t]*$)/gmu, '=')
}

/** Prints that were made before on this machine. */
const KEPT = join(tmpdir(), 'emend-reprints')

function scanOf(
  channel: Channel,
  language: string,
  { degrade = 1, seed = 1455, segmentation = 6 }: ReprintOptions,
): Scan {
  const wear = WEAR[degrade]
  const reader = READERS[language]
  if (!wear) throw new Error(`Unexpected wear ${degrade}, expected less than ${WEAR.length}`)
  if (reader === undefined) throw new Error(`Unexpected language ${language}`)
  const resolution = channel === 'ocr-300' ? 300 : 150
  return { resolution, wear, seed, segmentation, language: reader }
}

/** Why a channel cannot be used on this machine, or nothing if it can. */
export function available(channel: Channel, language?: string): string | undefined {
  const pictures = channel.startsWith('ocr-')
  const needed = pictures ? ['chromium', 'pdftoppm', 'tesseract'] : ['chromium', 'pdftotext']
  const missing = needed.find((program) => spawnSync(program, ['--version']).error !== undefined)
  if (missing !== undefined) return `${missing} is not installed`
  if (!pictures || language === undefined) return undefined
  const reader = READERS[language]
  const known = spawnSync('tesseract', ['--list-langs'], { encoding: 'utf8' }).stdout.split('\n')
  return reader !== undefined && known.includes(reader)
    ? undefined
    : `Tesseract has no data for ${language}`
}
