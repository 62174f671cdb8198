import { z } from 'zod'
import { ERROR_KINDS } from '../model/emendation.ts'
import { InputError } from '../model/input-error.ts'
import { linesOfKeys } from './lines-of-keys.ts'
import type { Declaration } from './rule-file.ts'

const declared = {
  id: z.string(),
  status: z.enum(['nursery', 'stable']),
  languages: z.array(z.string().regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/u)),
}

const declarative = {
  ...declared,
  proposes: z.literal('emendation'),
  error: z.enum(ERROR_KINDS),
  cert: z.enum(['high', 'medium', 'low']),
  evidence: z.string().optional(),
}

/** A reading, or several, best first. */
const readings = z.union([z.string(), z.array(z.string()).min(1)], {
  error: 'expected a string, or a list of strings',
})

/** Tables of readings by what is printed, themselves by language or script. */
function tables(name: z.ZodType<string, string>, printed: z.ZodType<string, string>) {
  const list = readings.transform((read) => (typeof read === 'string' ? [read] : read))
  const table = z.record(printed, list).superRefine((rows, fault) => {
    for (const [key, read] of Object.entries(rows)) {
      if (!read.includes(key)) continue
      fault.addIssue({ code: 'custom', path: [key], message: 'expected another reading' })
    }
  })
  return z.record(name, table)
}

/** Words are looked up in small letters, and each has letters alone. */
const WORD = z.string().regex(/^[\p{Ll}\p{Lo}\p{M}]+$/u, {
  error: 'expected a word in small letters, without blanks, digits and marks',
})

const schema = z.discriminatedUnion('kind', [
  z.strictObject({
    ...declared,
    kind: z.literal('code'),
    proposes: z.enum(['marking', 'emendation']),
    role: z.string().optional(),
  }),
  z.strictObject({
    ...declarative,
    kind: z.literal('substitution'),
    from: z.string().min(1),
    to: z.string(),
    word: z.boolean().default(false),
  }),
  z.strictObject({
    ...declarative,
    kind: z.literal('pattern'),
    left: z.string().default(''),
    match: z.string().min(1),
    right: z.string().default(''),
    corr: z.string(),
  }),
  z.strictObject({
    ...declarative,
    kind: z.literal('lexicon'),
    worn: z.boolean().default(false),
    readings: tables(
      z.string().regex(/^(?:\*|[a-z]{2,3}(?:-[A-Za-z0-9]+)*)$/u, {
        error: 'expected the code of a language, or `*` for all',
      }),
      WORD,
    ),
  }),
  z.strictObject({
    ...declarative,
    kind: z.literal('confusion'),
    worn: z.boolean().default(false),
    readings: tables(
      z
        .string()
        .regex(/^(?:Latin|Cyrillic|Greek)$/u, { error: 'expected Latin, Cyrillic or Greek' }),
      WORD,
    ),
  }),
])

/**
 * Reads the declaration of a rule, the text of its `json rule` block, which begins at `line` of the
 * file at `path`; with it the line of each key, for later messages.
 *
 * Throws an `InputError` with file and line.
 */
export function readDeclaration(
  json: string,
  path: string,
  line: number,
): { readonly declaration: Declaration; readonly lines: Readonly<Record<string, number>> } {
  const parsed = parse(json, path, line)
  const { lines, twice } = linesOfKeys(json, line)
  if (twice) {
    throw new InputError(
      `Unexpected second \`${twice.key}\` at ${path}:${twice.line}, expected each key once`,
    )
  }
  const result = schema.safeParse(parsed)
  if (result.success) return { declaration: result.data, lines }
  const issue = result.error.issues[0]
  const keys = (issue?.path ?? []).map(String)
  const key = keys.join('.')
  const at = lineOf(keys, lines) ?? line
  if (issue?.code === 'unrecognized_keys') {
    const unknown = issue.keys[0] ?? ''
    throw new InputError(
      `Unexpected key \`${unknown}\` at ${path}:${lines[unknown] ?? line}, expected none but those of its kind`,
    )
  }
  const said = issue?.code === 'invalid_key' ? issue.issues[0]?.message : issue?.message
  const expected = said?.replace(/^.*?expected /u, '') ?? 'another value'
  const what = issue?.code === 'invalid_key' ? 'key' : 'value of'
  throw new InputError(
    `Unexpected ${key === '' ? 'declaration' : `${what} \`${key}\``} at ${path}:${at}, expected ${expected}`,
  )
}

/** The line of the innermost of nested keys that stands in the file. */
function lineOf(
  keys: readonly string[],
  lines: Readonly<Record<string, number>>,
): number | undefined {
  for (let depth = keys.length; depth > 0; depth--) {
    const line = lines[keys.slice(0, depth).join('.')]
    if (line !== undefined) return line
  }
  return undefined
}

function parse(json: string, path: string, line: number): unknown {
  try {
    return JSON.parse(json)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new InputError(`Unexpected declaration at ${path}:${line}, expected JSON: ${why}`)
  }
}
