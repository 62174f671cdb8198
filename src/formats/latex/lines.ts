/** After how many characters a line ends at the next blank. */
const WIDE = 96
/** How many characters without a blank TeX may have to hold. */
const LONGEST = 20_000

/**
 * Breaks a paragraph into lines at blanks, which to TeX are the same. A line without a blank ends
 * behind a percent sign, since TeX holds some hundred thousand characters of a line and no more.
 */
export function brokenLines(text: string): string {
  const lines: string[] = []
  let from = 0
  while (text.length - from > WIDE) {
    const blank = text.indexOf(' ', from + WIDE)
    const to = blank < 0 ? text.length : blank
    const line = text.slice(from, to)
    lines.push(line.length > LONGEST ? line.replace(LONG, '$&%\n') : line)
    from = to + 1
  }
  if (from <= text.length) lines.push(text.slice(from))
  return lines.join('\n')
}

/** A stretch that ends with a plain letter, so that no command and no pair is parted. */
const LONG = new RegExp(`[\\s\\S]{${LONGEST}}[\\s\\S]*?\\p{L}(?=\\p{L}\\p{L})`, 'gu')
