import type { Edition } from '../../model/edition.ts'
import { type Marking, Markings } from '../../model/marking.ts'
import { shownNumber } from '../../model/page-key.ts'
import { placeOf } from './place.ts'

/** How many characters of a marked stretch are quoted: a heading, not a chapter. */
const QUOTED = 64

/**
 * `markings.jsonl`: the markings that ask, and those that a person decided, each as a line of JSON,
 * by place. The others can be made again at any time, and nobody needs to read them.
 */
export function* markingLines(edition: Edition): Iterable<string> {
  const markings = new Markings(edition.markings)
  const pages = markings.of('page')
  let next = 0
  for (const marking of markings.all) {
    if (!asks(marking) && !isDecided(marking)) continue
    for (let page = pages[next]; page && page.from <= marking.from; page = pages[next]) next++
    const page = pages[next - 1]
    yield `${JSON.stringify(lineOf(edition, marking, page ? shownNumber(page) : ''))}\n`
  }
}

/** Whether a person should look at a marking. */
function asks(marking: Marking): boolean {
  return marking.cert === 'low' || (marking.role === 'hyphen' && marking.value === 'ask')
}

function isDecided({ rule }: Marking): boolean {
  return rule === 'decision'
}

function lineOf(edition: Edition, marking: Marking, page: string): object {
  const { witness, markingIds } = edition
  const id = markingIds?.get(marking)
  const place = placeOf(witness.lines, marking)
  const end = Math.min(marking.to, marking.from + QUOTED, witness.lines.to(place.line))
  return {
    ...(id === undefined ? {} : { id }),
    line: place.line,
    page,
    from: place.from,
    to: place.to,
    role: marking.role,
    value: settable(marking),
    exact: witness.text.slice(marking.from, Math.max(marking.from, end)),
    rule: marking.rule,
    cert: marking.cert,
    evidence: marking.evidence,
    state: isDecided(marking) ? 'decided' : 'asks',
  }
}

/** What a person may set of a marking, as decisions have it. */
function settable(marking: Marking): string {
  switch (marking.role) {
    case 'hyphen':
      return marking.value
    case 'page':
      return marking.number
    case 'heading':
      return marking.level === undefined ? '' : String(marking.level)
    case 'note':
    case 'call':
      return marking.siglum
    case 'forme-work':
      return marking.work
    case 'editorial-mark':
      return marking.what
    default:
      return ''
  }
}
