import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Correction } from '../../src/model/correction.ts'
import type { Corpus } from './corpora.ts'
import { FIRST_CALL } from './html-pieces.ts'
import { makeEdition } from './make-edition.ts'
import { readCorpus } from './read-corpus.ts'

/** More than any of the texts has. */
const ALL = 100_000_000

const CALLS = new RegExp(`[${String.fromCharCode(FIRST_CALL)}-\uf8ff]`, 'gu')

/** A change that was made unasked, in the words that it touches. */
export interface CleanChange {
  readonly rules: readonly string[]
  readonly printed: string
  readonly read: string
}

/** What was done to a text that is clean, or nearly so. */
export interface CleanText {
  readonly slug: string
  readonly language: string
  readonly bytes: number
  readonly words: number
  /** Each change, in a line for people. */
  readonly applied: readonly string[]
  readonly changes: readonly CleanChange[]
  readonly proposed: readonly string[]
}

/** Makes the edition of the prose of a text, whole, and says what the rules did to it. */
export async function editClean(
  { slug, language }: Pick<Corpus, 'slug' | 'language'>,
  text: string,
): Promise<CleanText> {
  const { edition } = await makeEdition(slug, language, text)
  const own = edition.corrections.filter(({ beatenBy }) => beatenBy === undefined)
  const saidOf = (state: Correction['state']): readonly string[] =>
    own.filter((one) => one.state === state).map((one) => lineOf(one, edition.witness.text))
  return {
    slug,
    language,
    bytes: new TextEncoder().encode(text).length,
    words: text.match(/\p{L}[\p{L}\p{M}'’-]*/gu)?.length ?? 0,
    applied: saidOf('applied'),
    changes: own
      .filter(({ state }) => state === 'applied')
      .map((one) => changeOf(one, edition.witness.text)),
    proposed: saidOf('proposed'),
  }
}

/** The paragraphs of a text, a blank line between them; no titles, tables and listings. */
export function proseOf(corpus: Corpus): string {
  const { blocks } = readCorpus(corpus, ALL)
  return blocks
    .flatMap((block) => ('copy' in block ? [block.copy.text.replaceAll(CALLS, '')] : []))
    .join('\n\n')
}

/** Measures the texts, and writes each change into `out`. */
export async function measureClean(
  texts: readonly Corpus[],
  out: string,
): Promise<readonly CleanText[]> {
  mkdirSync(out, { recursive: true })
  const all: CleanText[] = []
  for (const corpus of texts) {
    const one = await editClean(corpus, proseOf(corpus))
    all.push(one)
    writeFileSync(join(out, `${one.slug}.applied.txt`), one.applied.join(''))
    writeFileSync(join(out, `${one.slug}.proposed.txt`), one.proposed.join(''))
  }
  return all
}

/** The words that a change touches, as they are printed and as they are read. */
function changeOf({ from, to, rules, sic, corr }: Correction, text: string): CleanChange {
  const before = /[^\s([{«„“"]*$/u.exec(text.slice(Math.max(0, from - 30), from))?.[0] ?? ''
  const after = /^[^\s)\]}»”]*/u.exec(text.slice(to, to + 30))?.[0] ?? ''
  const shown = (part: string): string => `${before}${part}${after}`.replaceAll(/\s+/gu, ' ')
  return { rules, printed: shown(sic), read: shown(corr) }
}

function lineOf({ from, to, rules, cert, sic, corr }: Correction, text: string): string {
  const before = text.slice(Math.max(0, from - 30), from).replaceAll('\n', ' ')
  const after = text.slice(to, to + 30).replaceAll('\n', ' ')
  return `${rules.join(' ')}\t${cert}\t${before}[${sic} → ${corr}]${after}\n`
}

/** A row for each language, and for each of its texts. */
export function cleanTable(all: readonly CleanText[]): string {
  const rows = [...new Set(all.map(({ language }) => language))].flatMap((language) => {
    const own = all.filter((one) => one.language === language)
    return [row(language, own), ...own.map((one) => row(`  ${one.slug}`, [one]))]
  })
  return `${'text'.padEnd(18)}    MB    words  applied  in 20,000 words  proposed in 20,000\n${rows.join('')}`
}

function row(name: string, own: readonly CleanText[]): string {
  const sum = (of: (one: CleanText) => number): number => own.reduce((n, one) => n + of(one), 0)
  const words = sum((one) => one.words)
  const applied = sum((one) => one.applied.length)
  const each = (n: number): string => ((n * 20_000) / words).toFixed(2)
  const cells = [
    name.padEnd(18),
    (sum((one) => one.bytes) / 1e6).toFixed(2).padStart(6),
    String(words).padStart(9),
    String(applied).padStart(9),
    each(applied).padStart(17),
    each(sum((one) => one.proposed.length)).padStart(20),
  ]
  return `${cells.join('')}\n`
}
