import { type Correction, nearContext } from '../../model/correction.ts'
import type { Edition } from '../../model/edition.ts'
import type { Lines } from '../../model/lines.ts'
import { bySpan } from '../../model/span.ts'
import { placeOf } from './place.ts'

/**
 * `apparatus.jsonl`: every entry of the apparatus as a line of JSON, by place, then by id. The order
 * of the keys is part of the format.
 */
export function* correctionLines({ corrections, witness }: Edition): Iterable<string> {
  const sorted = [...corrections].sort((a, b) => bySpan(a, b) || (a.id < b.id ? -1 : 1))
  for (const correction of sorted) {
    yield `${JSON.stringify(lineOf(correction, witness.lines))}\n`
  }
}

function lineOf(correction: Correction, lines: Lines): object {
  const { id, page, parts, sic, corr, candidates, error, rules } = correction
  const { cert, evidence, state, by, notes, beatenBy } = correction
  const place = placeOf(lines, correction)
  return {
    id,
    line: place.line,
    page,
    from: place.from,
    to: place.to,
    ...(parts.length > 1
      ? { parts: parts.map((part) => ({ ...placeOf(lines, part), corr: part.corr })) }
      : {}),
    sic,
    corr,
    candidates,
    context: nearContext(correction),
    kind: error,
    rule: rules,
    cert,
    evidence,
    state,
    by: by ?? null,
    ...(notes.length === 0 ? {} : { notes }),
    ...(beatenBy === undefined ? {} : { beatenBy }),
  }
}
