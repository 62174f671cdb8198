import { z } from 'zod'
import { InputError } from '../model/input-error.ts'

const cert = z.enum(['high', 'medium', 'low'])
const line = z.int().positive()
const spanned = { line, to: line, cert: cert.optional() }

/** What is known of a raw text, one record a line of a file. Fields that nothing counts are let by. */
const record = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('page'),
    line,
    printed: z.string().nullable().optional(),
    number: z.string().optional(),
    number_line: line.optional(),
    cert: cert.optional(),
  }),
  z.object({ kind: z.literal('forme'), line, what: z.string() }),
  z.object({ kind: z.literal('join'), line, cert: cert.optional() }),
  z.object({ kind: z.literal('split'), line, cert: cert.optional() }),
  z.object({ kind: z.literal('heading'), ...spanned, level: z.int(), text: z.string() }),
  z.object({ kind: z.enum(['byline', 'source', 'dateline', 'signed', 'salute']), line }),
  z.object({ kind: z.literal('divider'), line }),
  z.object({ kind: z.literal('table'), line, to: line }),
  z.object({ kind: z.literal('toc'), line, to: line, page: z.string() }),
  z.object({ kind: z.literal('columns'), line, to: line }),
  z.object({ kind: z.literal('divided'), line, printed: z.string(), whole: z.string() }),
  z.object({ kind: z.enum(['epigraph', 'verse', 'quote', 'item']), ...spanned }),
  z.object({
    kind: z.literal('note'),
    line,
    to: line,
    more: z.array(z.tuple([line, line])).optional(),
    label: z.string(),
    place: z.enum(['foot', 'end']),
    anchor_line: line.nullable(),
    anchor_after: z.string().nullable().optional(),
    call_line: line.optional(),
  }),
  z.object({ kind: z.literal('orphan-mark'), line }),
  z.object({ kind: z.literal('emph'), line, to: line.optional(), raw: z.string() }),
  z.object({
    kind: z.literal('error'),
    line,
    raw: z.string(),
    corr: z.string(),
    class: z.string(),
    cert,
  }),
  z.object({ kind: z.literal('mark'), line, raw: z.string(), what: z.string() }),
  z.object({
    kind: z.literal('hyphen'),
    line,
    hyphen: z.enum(['soft', 'hard']),
    cert: cert.optional(),
  }),
])

export type Gold = z.infer<typeof record>

export type GoldKind = Gold['kind']

/** The records of one kind. */
export type GoldOf<K extends GoldKind> = Extract<Gold, { readonly kind: K }>

/** Every kind of record. */
export const GOLD_KINDS: readonly string[] = record.options.flatMap(({ shape }) =>
  shape.kind instanceof z.ZodEnum ? shape.kind.options : [...shape.kind.values],
)

/**
 * Reads gold records, one a line; one without a kind is a hyphen. Throws an `InputError` with the
 * line of the record; `name` is that of the file.
 */
export function readGold(jsonl: string, name = 'gold'): readonly Gold[] {
  return jsonl.split('\n').flatMap((text, i) => {
    if (text.trim() === '') return []
    const known = parseRecord(text, `${name}:${i + 1}`)
    const parsed = record.safeParse(
      typeof known === 'object' && known !== null && 'hyphen' in known && !('kind' in known)
        ? { kind: 'hyphen', ...known }
        : known,
    )
    if (parsed.success) return [parsed.data]
    throw new InputError(whatIsWrong(known, `${name}:${i + 1}`, parsed.error))
  })
}

function parseRecord(text: string, place: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new InputError(`Unexpected text at ${place}, expected a gold record in JSON`)
  }
}

function whatIsWrong(known: unknown, place: string, error: z.ZodError): string {
  const kind = typeof known === 'object' && known !== null && 'kind' in known ? known.kind : known
  if (typeof kind === 'string' && GOLD_KINDS.includes(kind)) {
    const faults = error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
    return `Unexpected gold record of kind ${kind} at ${place}: ${faults.join('; ')}`
  }
  const expected = GOLD_KINDS.join(', ')
  return `Unexpected gold record of kind ${JSON.stringify(kind)} at ${place}, expected one of ${expected}`
}

/** The records of one kind, in their order. */
export function goldOf<K extends GoldKind>(gold: readonly Gold[], kind: K): readonly GoldOf<K>[] {
  return gold.filter((one): one is GoldOf<K> => one.kind === kind)
}
