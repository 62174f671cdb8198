import { z } from 'zod'
import { type Decision, PAGE_STATES } from '../model/decision.ts'
import { ROLES } from '../model/marking.ts'

const quotation = z.object({
  line: z.int().min(1),
  from: z.int().min(0),
  exact: z.string(),
  prefix: z.string(),
  suffix: z.string(),
})

const place = z.discriminatedUnion('kind', [
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
    role: z.enum(ROLES),
    value: z.string(),
  }),
])

const word = z.object({ kind: z.literal('word'), id: z.string(), word: z.string().min(1) })

const rule = z.object({ kind: z.literal('rule'), id: z.string(), rule: z.string().min(1) })

const page = z.object({
  kind: z.literal('page'),
  id: z.string(),
  parts: z.array(quotation),
  value: z.enum(PAGE_STATES),
})

const batch = z.object({ kind: z.literal('batch'), id: z.string().min(1) })

const event = z.object({
  at: z.iso.datetime({ offset: true }).or(z.iso.date()),
  by: z.string().min(1),
  note: z.string().exactOptional(),
  batch: z.string().exactOptional(),
  of: z.string().exactOptional(),
})

const onPlace = event.extend({
  act: z.enum(['accept', 'reject', 'amend', 'clear']),
  target: place,
})
const remark = event.extend({ act: z.literal('note'), target: place, note: z.string() })
const onWord = event.extend({ act: z.enum(['accept', 'clear']), target: word })
const onRule = event.extend({ act: z.enum(['reject', 'clear']), target: rule })
const onPage = event.extend({ act: z.enum(['accept', 'clear']), target: page })
const undo = event.extend({ act: z.literal('undo'), target: batch })

/** What kind of event a line is has to be known first, so that what is wrong with it can be said. */
const kind = z.object({
  act: z.enum(['accept', 'reject', 'amend', 'clear', 'note', 'undo']),
  target: z.object({
    kind: z.enum(['correction', 'marking', 'word', 'rule', 'page', 'batch']),
  }),
})

function schemaOf({ act, target }: z.infer<typeof kind>): z.ZodType<Decision> {
  if (target.kind === 'word') return onWord
  if (target.kind === 'rule') return onRule
  if (target.kind === 'page') return onPage
  if (target.kind === 'batch') return undo
  return act === 'note' ? remark : onPlace
}

/** The decision in a parsed line, or what is wrong with it, in a few words. */
export function decisionOf(value: unknown): Decision | string {
  const known = kind.safeParse(value)
  if (!known.success) return said(known.error)
  const result = schemaOf(known.data).safeParse(value)
  return result.success ? result.data : said(result.error)
}

function said({ issues: [issue] }: z.ZodError): string {
  const where = issue?.path.join('.') ?? ''
  return `${where === '' ? 'a decision' : `\`${where}\``}: ${issue?.message ?? 'not valid'}`
}
