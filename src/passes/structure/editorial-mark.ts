import type { EditorialMark } from '../../model/marking.ts'
import type { Piece } from '../../model/reading.ts'
import type { Finding, Pass } from '../../model/rule.ts'
import type { Span } from '../../model/span.ts'
import type { View } from '../../model/view.ts'

const RULE = 'structure/editorial-mark'

// What the editors of a printed book put in brackets: [sic], […], [...], напр<имер>, [большевикам – Ред.],
// and letters supplied within a word: соц[иал].
const BRACKETED = /\[(?<square>[^[\]\n]{1,120})\]|<(?<angle>[^<>\n]{1,60})>/gu

/**
 * Finds the marks of the book's own editors within one block of running text: they are text, encoded
 * as such and never corrected.
 */
export const editorialMark: Pass = (view) => {
  const calls = new Set(view.markings.of('call').map((call) => call.from))
  const findings: Finding[] = []
  const { text } = view.reading
  for (const match of text.matchAll(BRACKETED)) {
    const inside = match.groups?.square ?? match.groups?.angle ?? ''
    const span = witnessSpan(view, match.index, match.index + match[0].length)
    if (!span || calls.has(span.from)) continue
    const what = whatIs(inside, match.groups?.angle !== undefined, text, match.index, view)
    if (what) findings.push(marking(span, what))
  }
  return findings
}

function whatIs(
  inside: string,
  angle: boolean,
  text: string,
  at: number,
  view: View,
): EditorialMark['what'] | undefined {
  if (/^sic!?$/iu.test(inside)) return 'sic'
  if (/^(?:…|\.{2,4}|\s)+$/u.test(inside)) return 'omission'
  const words = inside.toLowerCase().match(/\p{L}+/gu) ?? []
  // Editors sign at the end: «– Ред.», "– Ed."
  if (view.language.editors.includes(words.at(-1) ?? '')) return 'note'
  const glued = /\p{L}$/u.test(text.slice(Math.max(0, at - 1), at))
  if (glued && /^\p{Ll}[\p{Ll}-]*\.?$/u.test(inside)) return 'supplied'
  if (angle && /^[\p{L}\s.-]+$/u.test(inside)) return 'supplied'
  return undefined
}

/**
 * The witness span of a stretch of the reading text. It may run over a line end, but over no page and
 * no note: what stands between would be taken along.
 */
function witnessSpan(view: View, from: number, to: number): Span | undefined {
  const first = pieceAt(view, from)
  const last = pieceAt(view, to - 1)
  if (first?.source !== 'witness' || last?.source !== 'witness') return undefined
  const span = { from: first.from + (from - first.at), to: last.from + (to - last.at) }
  const { lines } = view.witness
  return lines.at(span.to) - lines.at(span.from) > 1 ? undefined : span
}

/** The piece that holds an offset of the reading text. O(log n). */
function pieceAt(view: View, at: number): Piece | undefined {
  const { pieces } = view.reading
  let low = 0
  let high = pieces.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((pieces[middle]?.at ?? 0) <= at) low = middle + 1
    else high = middle
  }
  return pieces[low - 1]
}

function marking(span: Span, what: EditorialMark['what']): EditorialMark {
  const why = {
    sic: 'the book’s editor vouches for the reading before it',
    omission: 'the book’s editor left something out',
    supplied: 'the book’s editor supplied letters',
    note: 'the book’s editor adds a remark',
  }[what]
  return {
    kind: 'marking',
    role: 'editorial-mark',
    rule: RULE,
    ...span,
    what,
    cert: 'high',
    evidence: [why],
  }
}
