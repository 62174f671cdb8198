import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Layout } from './typesetter/layout.ts'
import { JOURNAL, LAYOUT_TEXT, MODERN_EXTRACTION, NOVEL } from './typesetter/layouts.ts'
import { readTruth } from './typesetter/read-truth.ts'
import { type Typeset, typeset } from './typesetter/typeset.ts'

/** The folder of the project. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/** A text of the project's own: its truth is `tests/samples/SLUG.truth`. */
export interface Sample {
  readonly slug: string
  readonly language: string
  readonly layout: Layout
  /** Whether it holds every phenomenon, and errors by the dozen. */
  readonly complete?: true
  /** Of the book, for the heads of its pages. */
  readonly title?: string
}

export const SAMPLES: readonly Sample[] = [
  { slug: 'pechatnoe-delo', language: 'ru', layout: MODERN_EXTRACTION, complete: true },
  { slug: 'the-printers-craft', language: 'en', layout: LAYOUT_TEXT, complete: true },
  {
    slug: 'beytraege-zum-buecherwesen',
    language: 'de',
    layout: JOURNAL,
    title: 'Beyträge zum Bücherwesen',
  },
  { slug: 'la-coquille', language: 'fr', layout: NOVEL, title: 'La coquille' },
]

/** Those that hold every phenomenon. */
export const COMPLETE_SAMPLES: readonly Sample[] = SAMPLES.filter(({ complete }) => complete)

/** Where the files of a sample lie, relative to the folder of the project. */
export function sampleFiles({ slug }: Sample): {
  readonly truth: string
  readonly raw: string
  readonly gold: string
} {
  return {
    truth: `tests/samples/${slug}.truth`,
    raw: `raw/${slug}/${slug}.txt`,
    gold: `tests/samples/${slug}.gold.jsonl`,
  }
}

/** Sets a sample afresh from its truth. */
export function setSample(sample: Sample): Typeset {
  const source = readFileSync(ROOT + sampleFiles(sample).truth, 'utf8')
  const { language, layout, title } = sample
  return typeset({ ...readTruth(language, source), ...(title ? { title } : {}) }, layout)
}
