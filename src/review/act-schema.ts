import { z } from 'zod'
import { PAGE_STATES } from '../model/decision.ts'
import { ROLES } from '../model/marking.ts'
import type { Act } from './wire.ts'

const id = z.string().regex(/^[cm][0-9a-f]{12}$/)
const offset = z.int().min(0)
const value = z.string().max(4000)
const note = value.exactOptional()
const place = { line: z.int().min(1), from: offset, to: offset }

const act = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('entry'),
    id,
    act: z.enum(['accept', 'reject', 'amend', 'clear']),
    value: value.exactOptional(),
    note,
  }),
  z.strictObject({
    kind: z.literal('emendation'),
    ...place,
    value,
    note,
  }),
  z.strictObject({
    kind: z.literal('marking'),
    role: z.enum(ROLES),
    act: z.enum(['accept', 'reject', 'clear']),
    ...place,
    value,
    second: z.strictObject(place).exactOptional(),
    note,
  }),
  z.strictObject({
    kind: z.literal('orphan'),
    id: z.string().max(100),
    by: z.string().max(200),
    to: z.strictObject(place).exactOptional(),
  }),
  z.strictObject({ kind: z.literal('note'), id, note: value.min(1) }),
  z.strictObject({
    kind: z.literal('word'),
    act: z.enum(['accept', 'clear']),
    word: z.string().min(1).max(200),
  }),
  z.strictObject({
    kind: z.literal('rule'),
    act: z.enum(['reject', 'clear']),
    rule: z.string().min(1).max(200),
    note,
  }),
  z.strictObject({
    kind: z.literal('page'),
    sheet: offset,
    state: z.enum([...PAGE_STATES, 'untouched']),
  }),
])

const acts = z.strictObject({ acts: z.array(act).min(1).max(50_000) })

/** The acts in the body of a request, or undefined for anything else. */
export function actsIn(body: unknown): readonly Act[] | undefined {
  return acts.safeParse(body).data?.acts
}
