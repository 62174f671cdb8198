import type { FormeWork, PageBeginning } from '../../src/model/marking.ts'
import type { Span } from '../../src/model/span.ts'

const SURE = { kind: 'marking', rule: 'page/page', cert: 'high', evidence: [] } as const

/** A page that begins at `from`; its number is inferred where `printed` is left out. */
export function page(from: number, number: string, printed?: string): PageBeginning {
  return { ...SURE, role: 'page', from, to: from, number, printed }
}

/** Forme work in a stretch of the witness. */
export function formeWork(
  { from, to }: Span,
  work: FormeWork['work'],
  place: FormeWork['place'],
): FormeWork {
  return { ...SURE, role: 'forme-work', from, to, work, place }
}
