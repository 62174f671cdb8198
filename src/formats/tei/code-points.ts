import type { Span } from '../../model/span.ts'

/** Translates UTF-16 offsets of a text into code points. */
export interface CodePoints {
  /** `FROM,TO` of a span, as RFC 5147 counts characters. The span must have been announced. */
  range(span: Span): string
}

const PAIR = /[\ud800-\udbff][\udc00-\udfff]/

/** Counts once through the text for all spans that will be asked for. O(n + m log m). */
export function codePoints(text: string, spans: readonly Span[]): CodePoints {
  if (!PAIR.test(text)) return { range: ({ from, to }) => `${from},${to}` }
  const counts = new Map<number, number>()
  const offsets = Float64Array.from(spans.flatMap(({ from, to }) => [from, to])).sort()
  let at = 0
  let count = 0
  for (const offset of offsets) {
    for (; at < offset; at++) if (!isSecondHalf(text, at)) count++
    counts.set(offset, count)
  }
  return { range: ({ from, to }) => `${counts.get(from) ?? 0},${counts.get(to) ?? 0}` }
}

function isSecondHalf(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  if (unit < 0xdc00 || unit > 0xdfff || at === 0) return false
  const before = text.charCodeAt(at - 1)
  return before >= 0xd800 && before <= 0xdbff
}
