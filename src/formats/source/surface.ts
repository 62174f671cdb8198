import type { Edition } from '../../model/edition.ts'
import { skipBlanks } from '../../model/flow.ts'
import { Markings } from '../../model/marking.ts'
import { pageKeys, shownNumber } from '../../model/page-key.ts'
import type { Span } from '../../model/span.ts'
import type { Witness } from '../../model/witness.ts'

/** A page of the raw text, or what stands before the first one. */
export interface Surface extends Span {
  /** Unique in the edition: the key of its page. */
  readonly key: string
  /** The number of its page as the edition shows it; empty when unknown. */
  readonly number: string
}

/** The key of what stands before the first page; no page has it. */
const BEFORE_PAGES = 'x.0'

/**
 * The surfaces of an edition, which tile its witness.
 *
 * A page begins with the line that it begins in, unless something is printed before it there.
 */
export function surfacesOf({ witness, markings }: Edition): readonly Surface[] {
  const pages = new Markings(markings).of('page')
  const keys = pageKeys(pages)
  const starts = pages.map((page) => startOfPage(witness, page.from))
  const surfaces = pages.map((page, i) => ({
    key: keys[i] ?? '',
    number: shownNumber(page),
    from: starts[i] ?? 0,
    to: starts[i + 1] ?? witness.text.length,
  }))
  const first = starts[0] ?? witness.text.length
  if (first === 0 && surfaces.length > 0) return surfaces
  return [{ key: BEFORE_PAGES, number: '', from: 0, to: first }, ...surfaces]
}

function startOfPage({ text, lines }: Witness, from: number): number {
  const line = lines.at(from)
  if (skipBlanks(text, lines.from(line), from) === from) return lines.from(line)
  return from >= lines.to(line) ? lines.next(line) : from
}
