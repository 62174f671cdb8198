import { z } from 'zod'
import { InputError } from '../model/input-error.ts'
import type { LanguageData } from '../model/language.ts'

const words = z.array(z.string().min(1)).readonly()

/** `rules/languages/CODE.json`, as `LanguageData` describes it. */
const schema = z.strictObject({
  language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/u),
  name: z.string().min(1),
  script: z.enum(['Cyrillic', 'Latin', 'Greek']),
  hyphens: z.strictObject({
    prefixes: words,
    prefixesBefore: z
      .array(
        z.union([
          z.strictObject({ prefix: z.string().min(1), endings: words }),
          z.strictObject({ prefix: z.string().min(1), beginnings: words }),
        ]),
      )
      .readonly(),
    suffixes: words,
    firstMembers: words,
    joinedMembers: words,
    words,
    suspendedBefore: words,
    linkingVowels: words,
    adjectiveEndings: words,
    vowels: z.string().min(1),
  }),
  abbreviations: words,
  headings: z.strictObject({ notes: words, part: words, chapter: words, standing: words }),
  letters: z.strictObject({ salutations: words, closings: words, months: words }),
  citations: words,
  editors: words,
})

/**
 * Checks what was read from a file of `rules/languages/`.
 *
 * Throws an `InputError` that names the key when something is missing, unknown or of another type.
 */
export function parseLanguageData(json: unknown, path: string): LanguageData {
  const result = schema.safeParse(json)
  if (result.success) return result.data
  const [issue] = result.error.issues
  const key = issue?.path.map(String).join('.') || 'the file'
  throw new InputError(
    `Unexpected value of ${key} in ${path}: ${issue?.message ?? 'not language data'}`,
    'See rules/languages/en.json for what a language must say.',
  )
}
