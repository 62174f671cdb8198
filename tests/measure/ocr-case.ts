import { readFileSync } from 'node:fs'
import { replacementsOf } from '../../src/apparatus/replacements.ts'
import { ROOT, type Sample, sampleFiles } from '../support/samples.ts'
import type { GoldRecord } from '../support/typesetter/gold.ts'
import type { Layout } from '../support/typesetter/layout.ts'
import { readTruth } from '../support/typesetter/read-truth.ts'
import type { Truth } from '../support/typesetter/truth.ts'
import { typeset } from '../support/typesetter/typeset.ts'
import { formeLines } from './channels/block-starts.ts'
import { reprint } from './channels/reprint.ts'
import { makeEdition } from './make-edition.ts'
import { plain } from './measure-case.ts'
import { compareReadings, type OcrComparison } from './ocr-figures.ts'

export const RESOLUTIONS = [300, 150] as const

/** How a page comes to be read. */
export interface Reading {
  readonly resolution: (typeof RESOLUTIONS)[number]
  /** Index into `WEAR` of `channels/degrade.ts`. */
  readonly wear: number
}

/** A text to be printed, without a misprint. */
export interface Source {
  readonly slug: string
  readonly truth: Truth
  readonly layout: Layout
}

/** A sample with its planted errors mended. */
export function mendedSample(sample: Sample): Source {
  const source = readFileSync(ROOT + sampleFiles(sample).truth, 'utf8')
  const mended = source.replaceAll(/\{([^|{}]*)\|[^|{}]*\|[a-z]+(?:\|[a-z]+)?\}/gu, '$1')
  const { slug, language, title, layout } = sample
  const truth = { ...readTruth(language, mended), ...(title ? { title } : {}) }
  return { slug, truth, layout }
}

/** A comparison, and the files that people look at. */
export interface OcrMeasured extends OcrComparison {
  readonly truth: string
  readonly raw: string
  readonly apparatus: string
}

/**
 * Prints a text, reads it from pictures and makes its edition; and holds what was read against the
 * truth before and after the corrections that are made unasked. All three without forme work and
 * hyphens at line ends, in the order of print. Throws where a program is missing.
 */
export async function measureOcr(source: Source, reading: Reading): Promise<OcrMeasured> {
  const { slug, truth } = source
  // Words that were divided otherwise than they are written would be read rightly, and wrong here.
  const print = typeset(truth, { ...plain(source.layout), hyphens: {} })
  const { resolution, wear } = reading
  const channel = resolution === 300 ? 'ocr-300' : 'ocr-150'
  const { raw, gold } = await reprint(print, channel, truth.language, { degrade: wear })
  const { edition, files } = await makeEdition(slug, truth.language, raw)
  const forme = formeSpans(raw, gold)
  const right = textOf(print.raw, formeSpans(print.raw, print.gold))
  const mends = replacementsOf(edition.corrections)
  const mended = textOf(raw, [...forme, ...mends])
  const apparatus = [...(files.get('apparatus.jsonl') ?? [])].join('')
  return { ...compareReadings(right, textOf(raw, forme), mended), truth: right, raw, apparatus }
}

interface Replaced {
  readonly from: number
  readonly to: number
  readonly text: string
}

/** What is none of the text: forme work, and the lines of noise of which the gold knows nothing. */
function formeSpans(raw: string, gold: readonly GoldRecord[]): readonly Replaced[] {
  const forme = new Set(formeLines(gold))
  for (const one of gold) if (one.kind === 'join' && one.cert === 'low') forme.add(one.line)
  let at = 0
  return raw.split('\n').flatMap((line, i) => {
    const from = at
    at += line.length + 1
    return forme.has(i + 1) ? [{ from, to: from + line.length, text: '' }] : []
  })
}

/** Marks that are one shape in print and two characters in a text. */
const SAME_SHAPE: ReadonlyMap<string, string> = new Map([
  ['—', '–'],
  ['…', '...'],
  ['’', "'"],
])

/**
 * A text with stretches replaced, and the words whole that end a line with a hyphen. What print shows alike
 * is alike.
 */
function textOf(raw: string, replaced: readonly Replaced[]): string {
  let text = ''
  let at = 0
  for (const one of [...replaced].sort((a, b) => a.from - b.from || a.to - b.to)) {
    if (one.from < at) continue
    text += raw.slice(at, one.from) + one.text
    at = one.to
  }
  return (text + raw.slice(at))
    .replaceAll(/(?<=\p{L})[-¬=⸗‐]\s*\n\s*(?=\p{Ll})/gu, '')
    .replaceAll(/[—…’]/gu, (mark) => SAME_SHAPE.get(mark) ?? mark)
}
