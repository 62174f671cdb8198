import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { workshop } from '../src/cli/our-workshop.ts'
import { isInForce } from '../src/model/correction.ts'
import type { Rule } from '../src/model/rule.ts'
import { editBook } from '../src/pipeline.ts'
import { COMPLETE_SAMPLES, ROOT, sampleFiles } from './support/samples.ts'

const shared = process.env.EMEND_SHARED ?? join(ROOT, '..', 'shared')
const BOOKS = [
  // In the other samples nothing is mended unasked yet.
  ...COMPLETE_SAMPLES.map((sample) => ({
    language: sample.language,
    path: ROOT + sampleFiles(sample).raw,
  })),
  { language: 'ru', path: join(shared, 'raw', '000_7f3fb5cfc14f1a27.txt') },
]

/** How many corrections are in force in a text, and in the text that these corrections make. */
async function runTwice(
  path: string,
  code: string,
  more: readonly Rule[] = [],
): Promise<{ first: number; second: number }> {
  const language = await workshop.language(ROOT, code)
  const { rules } = await workshop.rules(ROOT)
  const run = (bytes: Uint8Array) => {
    const book = { slug: 'book', title: 'Book', authors: [], editors: [], language: code }
    return editBook({
      book: { ...book, source: {}, words: [], rulesOff: [] },
      raw: { name: path, bytes, encoding: 'utf-8' },
      language,
      rules: [...rules, ...more],
      decisions: [],
      version: '0',
      bundle: false,
    }).edition
  }
  const edition = run(readFileSync(path))
  const inForce = edition.corrections.filter(isInForce)
  let text = edition.witness.text
  const parts = inForce.flatMap((correction) => correction.parts)
  for (const part of parts.toSorted((a, b) => b.from - a.from)) {
    text = text.slice(0, part.from) + part.corr + text.slice(part.to)
  }
  const again = run(new TextEncoder().encode(text)).corrections.filter(isInForce)
  return { first: inForce.length, second: again.length }
}

describe('a second run on what the first has corrected', () => {
  it.each(BOOKS)('finds nothing to do in $path', async ({ language, path }) => {
    if (!existsSync(path)) {
      console.log(`skipped: ${path} is not there; EMEND_SHARED says where it is`)
      return
    }
    const { first, second } = await runTwice(path, language)
    expect(first).toBeGreaterThan(10)
    expect(second).toBe(0)
  })

  it('would find something if a rule were never content', async () => {
    const [sample] = BOOKS
    const restless: Rule = {
      id: 'word/restless',
      layer: 'word',
      title: 'Restless',
      summary: 'Doubles the first letter of the text.',
      languages: [],
      status: 'stable',
      proposes: 'emendation',
      unasked: true,
      pass: (view) => {
        const from = view.reading.text.search(/\p{L}/u)
        const letter = view.reading.text.charAt(from)
        return [
          {
            kind: 'edit',
            rule: 'word/restless',
            error: 'letter',
            from,
            to: from + 1,
            corr: letter + letter,
            candidates: [letter + letter],
            cert: 'high',
            evidence: ['none'],
          },
        ]
      },
    }
    const { second } = await runTwice(sample?.path ?? '', sample?.language ?? '', [restless])
    expect(second).toBe(1)
  })
})
