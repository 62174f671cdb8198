import type { Notice } from '../model/notice.ts'
import type { Witness } from '../model/witness.ts'

/** How many notices there are at most before the rest is summed up. */
const MOST = 20

/**
 * Notices of the bytes that could not be decoded: one a line, and from the twenty-first line on one
 * for all the rest. Linear in the text.
 */
export function witnessNotices(witness: Witness): readonly Notice[] {
  const counts = undecodableByLine(witness)
  const shown = counts.slice(0, MOST).map(({ line, count }) => {
    const message = `Unexpected ${bytes(count)}, expected ${witness.encoding}; ${kept(count)}`
    return notice(line, message)
  })
  const [first, ...others] = counts.slice(MOST)
  if (!first) return shown
  const count = others.reduce((sum, other) => sum + other.count, first.count)
  const lines = others.length === 0 ? 'this line' : `this line and ${others.length} after it`
  const message = `Unexpected ${bytes(count)} in ${lines}, expected ${witness.encoding}; ${kept(count)}`
  return [...shown, notice(first.line, message)]
}

function notice(line: number, message: string): Notice {
  return { kind: 'notice', code: 'bytes-undecodable', line, message }
}

function bytes(count: number): string {
  return count === 1 ? 'byte that cannot be decoded' : `${count} bytes that cannot be decoded`
}

function kept(count: number): string {
  const them = count === 1 ? 'it is' : 'they are'
  return `${them} kept as printed. Is the encoding right? Say it in book.yaml`
}

/** The lines with halves of surrogate pairs, which is what such bytes become, and their number. */
function undecodableByLine({
  text,
  lines,
}: Witness): readonly { readonly line: number; readonly count: number }[] {
  if (!/[\ud800-\udfff]/.test(text)) return []
  const counts: { line: number; count: number }[] = []
  for (const match of text.matchAll(/\p{Cs}/gu)) {
    const line = lines.at(match.index)
    const last = counts.at(-1)
    if (last?.line === line) last.count++
    else counts.push({ line, count: 1 })
  }
  return counts
}
