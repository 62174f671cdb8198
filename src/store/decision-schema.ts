import { z } from 'zod'
import type { Decision } from '../model/decision.ts'
import { BLOCK_ROLES, GROUP_ROLES, type Role } from '../model/marking.ts'

const OTHER_ROLES = [
  'page',
  'forme-work',
  'hyphen',
  'note',
  'call',
  ...GROUP_ROLES,
  'emphasis',
  'editorial-mark',
] as const satisfies readonly Role[]

const quotation = z.object({
  line: z.int().min(1),
  from: z.int().min(0),
  exact: z.string(),
  prefix: z.string(),
  suffix: z.string(),
})

const target = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('correction'),
    id: z.string(),
    parts: z.array(quotation.extend({ corr: z.string() })),
    sic: z.string(),
    corr: z.string(),
  }),
  z.object({
    kind: z.literal('marking'),
    id: z.string(),
    parts: z.array(quotation),
    role: z.enum([...BLOCK_ROLES, ...OTHER_ROLES]),
    value: z.string(),
  }),
])

const decision = z.object({
  at: z.iso.datetime({ offset: true }).or(z.iso.date()),
  by: z.string().min(1),
  act: z.enum(['accept', 'reject', 'amend', 'clear']),
  target,
  note: z.string().exactOptional(),
  batch: z.string().exactOptional(),
})

/** The decision in a parsed line, or what is wrong with it, in a few words. */
export function decisionOf(value: unknown): Decision | string {
  const result = decision.safeParse(value)
  if (result.success) return result.data
  const issue = result.error.issues[0]
  const where = issue?.path.join('.') ?? ''
  return `${where === '' ? 'a decision' : `\`${where}\``}: ${issue?.message ?? 'not valid'}`
}
