/**
 * Whether a text that opens with a quotation mark closes it only at its end, but for a source in
 * brackets: then it is a quotation that stands as its own paragraph.
 *
 * Returns `closed`, `open` when the mark is still open at the end, or `none`. Wrong members of a pair
 * are frequent in raw text, so only the balance counts: an opening mark is one before a letter.
 */
export function quotationOf(text: string): 'closed' | 'open' | 'none' {
  if (!/^[«»“„"]/u.test(text)) return 'none'
  // In German books the points of the marks may be turned inwards: »so«.
  const inward = text.startsWith('»')
  const [left, right] = inward ? ['»', '«'] : ['«', '»']
  let depth = 0
  for (const match of text.matchAll(/[«»“”„"]/gu)) {
    const mark = match[0]
    const opens = mark === left || mark === '„' || (mark !== right && opensAt(text, match.index))
    depth += opens ? 1 : -1
    if (depth > 0) continue
    return /^(?:[.,;!?…]*\s*(?:[([].*[)\]])?[.;]?)(?:\d{1,3}|[ivxl]+|[*∗†‡]+)?\.?$/su.test(
      text.slice(match.index + 1),
    )
      ? 'closed'
      : 'none'
  }
  return 'open'
}

function opensAt(text: string, at: number): boolean {
  const before = text[at - 1] ?? ' '
  const after = text[at + 1] ?? ' '
  return /[\s([«„—–-]/u.test(before) && /[\p{L}\p{N}…[(«„]/u.test(after)
}
