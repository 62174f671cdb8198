import type { Layout } from './layout.ts'
import type { Page } from './make-up.ts'
import type { RawLine } from './print-pages.ts'

/** Sets the two halves of a page side by side, as `pdftotext -layout` shows two columns. O(n). */
export function besideEachOther(
  body: readonly RawLine[],
  page: Page,
  { measure, columns }: Layout,
): readonly RawLine[] {
  const half = Math.ceil(body.length / 2)
  const width = measure + (columns?.gutter ?? 0)
  return body.slice(0, half).map((left, i): RawLine => {
    const right = body[half + i]?.text ?? ''
    const text = (left.text.padEnd(width) + right).trimEnd()
    return { kind: 'columns', text, page }
  })
}
