import { z } from 'zod'
import { InputError } from '../model/input-error.ts'
import { figuresOf } from './figures.ts'
import { missKinds } from './report.ts'
import type { Score } from './score.ts'

const share = z.object({ hits: z.int().min(0), of: z.int().min(0) })

const saved = z.object({
  emend: z.literal('score'),
  version: z.literal(1),
  book: z.string(),
  figures: z.array(
    z.object({
      name: z.string(),
      kind: z.string(),
      value: z.number().nullable(),
      share: share.exactOptional(),
      good: z.enum(['great', 'small']),
      matters: z.boolean(),
    }),
  ),
  misses: z.record(
    z.string(),
    z.array(
      z.object({
        line: z.int().min(0),
        text: z.string(),
        truth: z.string(),
        edition: z.string(),
        kinds: z.literal(true).exactOptional(),
      }),
    ),
  ),
})

/** A score as it is kept in a file, to be compared with later ones. */
export type SavedScore = z.infer<typeof saved>

/** What of a score is kept: its figures, and its misses by kind. */
export function savedScore(book: string, score: Score): SavedScore {
  const misses = [...missKinds(score)].filter(([, own]) => own.length > 0)
  return saved.parse({
    emend: 'score',
    version: 1,
    book,
    figures: figuresOf(score),
    misses: Object.fromEntries(misses),
  })
}

/** The file of a score: JSON, one figure and one miss a line, so that a diff of two can be read. */
export function writeSavedScore(score: SavedScore): string {
  const { figures, misses, ...head } = score
  const lines = (all: readonly unknown[], indent: string): string =>
    all.map((one) => `${indent}${JSON.stringify(one)}`).join(',\n')
  const kinds = Object.entries(misses).map(
    ([kind, own]) => `    ${JSON.stringify(kind)}: [\n${lines(own, '      ')}\n    ]`,
  )
  const about = Object.entries(head).map(([k, v]) => `  ${JSON.stringify(k)}: ${JSON.stringify(v)}`)
  return `{
${about.join(',\n')},
  "figures": [
${lines(figures, '    ')}
  ],
  "misses": {
${kinds.join(',\n')}
  }
}
`
}

/** Reads what `writeSavedScore` wrote. Throws an `InputError` for anything else; `name` is the file's. */
export function readSavedScore(json: string, name: string): SavedScore {
  let known: unknown
  try {
    known = JSON.parse(json)
  } catch {
    throw notSaved(name)
  }
  const parsed = saved.safeParse(known)
  if (parsed.success) return parsed.data
  throw notSaved(name)
}

function notSaved(name: string): InputError {
  return new InputError(
    `Unexpected content of ${name}, expected the figures of a book`,
    '`emend evaluate BOOK --save FILE` writes such a file.',
  )
}
