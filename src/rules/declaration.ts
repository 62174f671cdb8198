import { z } from 'zod'
import { ERROR_KINDS } from '../model/emendation.ts'
import { InputError } from '../model/input-error.ts'
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
  const lines = linesOfKeys(json, line)
  const result = schema.safeParse(parse(json, path, line))
  if (result.success) return { declaration: result.data, lines }
  const issue = result.error.issues[0]
  const [key] = issue?.path ?? []
  const at = lines[String(key ?? '')] ?? line
  if (issue?.code === 'unrecognized_keys') {
    const unknown = issue.keys[0] ?? ''
    throw new InputError(
      `Unexpected key \`${unknown}\` at ${path}:${lines[unknown] ?? line}, expected none but those of its kind`,
    )
  }
  const expected = issue?.message.replace(/^.*?expected /u, '') ?? 'another value'
  const what = key === undefined ? 'declaration' : `value of \`${String(key)}\``
  throw new InputError(`Unexpected ${what} at ${path}:${at}, expected ${expected}`)
}

function parse(json: string, path: string, line: number): unknown {
  try {
    return JSON.parse(json)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new InputError(`Unexpected declaration at ${path}:${line}, expected JSON: ${why}`)
  }
}

function linesOfKeys(json: string, line: number): Readonly<Record<string, number>> {
  const lines = new Map<string, number>()
  for (const [i, content] of json.split('\n').entries()) {
    for (const [, key = ''] of content.matchAll(/"([^"\\]+)"\s*:/gu)) {
      if (!lines.has(key)) lines.set(key, line + i)
    }
  }
  return Object.fromEntries(lines)
}
