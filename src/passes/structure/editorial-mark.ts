import type { Flow } from '../../model/flow.ts'
import type { EditorialMark } from '../../model/marking.ts'
import type { Finding, Pass } from '../../model/rule.ts'
import type { Span } from '../../model/span.ts'
import type { View } from '../../model/view.ts'

const RULE = 'structure/editorial-mark'

// What the editors of a printed book put in brackets: [sic], […], [...], напр<имер>, [большевикам – Ред.],
// and letters supplied within a word: соц[иал]. One may run over a line end, and so may its word.
const BRACKETED = /\[(?<square>[^[\]]{1,120})\]|<(?<angle>[^<>]{1,60})>/gu

/**
 * Finds the marks of the book's own editors: they are text, encoded as such and never corrected.
 *
 * A mark may run on over one line end, but over no page and no note: what stands between would be
 * taken along.
 */
export const editorialMark: Pass = (view) => {
  const calls = new Set(view.markings.of('call').map((call) => call.from))
  return view.flows.flatMap((flow) => inFlow(view, flow, calls))
}

function inFlow(view: View, flow: Flow, calls: ReadonlySet<number>): readonly Finding[] {
  const { text } = view.witness
  const found: Finding[] = []
  flow.lines.forEach((line, i) => {
    const own = text.slice(line.from, line.to)
    if (!own.includes('[') && !own.includes('<')) return
    const next = flow.lines[i + 1]
    // The witness between two raw lines that follow each other holds white space alone.
    const to = next && next.line === line.line + 1 ? next.to : line.to
    for (const match of text.slice(line.from, to).matchAll(BRACKETED)) {
      const from = line.from + match.index
      if (from >= line.to || calls.has(from)) continue
      const { square, angle } = match.groups ?? {}
      const glued = /\p{L}/u.test(text.slice(from - 1, from))
      const what = whatIs((square ?? angle ?? '').trim(), angle !== undefined, glued, view)
      if (what) found.push(marking({ from, to: from + match[0].length }, what))
    }
  })
  return found
}

function whatIs(
  inside: string,
  angle: boolean,
  glued: boolean,
  view: View,
): EditorialMark['what'] | undefined {
  if (/^sic!?$/iu.test(inside)) return 'sic'
  if (/^(?:…|\.{2,4}|\s)+$/u.test(inside)) return 'omission'
  const words = inside.toLowerCase().match(/\p{L}+/gu) ?? []
  // Editors sign at the end: «– Ред.», "– Ed."
  if (view.language.editors.includes(words.at(-1) ?? '')) return 'note'
  if (glued && /^\p{Ll}[\p{Ll}\s-]*\.?$/u.test(inside)) return 'supplied'
  return angle && /^[\p{L}\s.-]+$/u.test(inside) ? 'supplied' : undefined
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
