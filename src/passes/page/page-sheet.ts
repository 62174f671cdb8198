import type { Lines } from '../../model/lines.ts'

/** What the page passes know of one raw line. */
export interface SheetLine {
  /** The raw line, from 1. */
  readonly line: number
  /** Its printed characters, or nothing for a blank line. */
  readonly text: string
  /** How many blanks stand before the first printed character, form feeds aside. */
  readonly indent: number
  /** Form feeds on it. */
  readonly feeds: number
}

/** The raw lines as the eye sees them on the sheet. O(n). */
export function sheetLines(lines: Lines): readonly SheetLine[] {
  const found: SheetLine[] = []
  for (let line = 1; line <= lines.count; line++) {
    const content = lines.content(line)
    const feeds = content.includes('\f') ? content.split('\f').length - 1 : 0
    const shown = feeds > 0 ? content.slice(content.lastIndexOf('\f') + 1) : content
    const text = shown.trim()
    found.push({
      line,
      text,
      indent: text === '' ? 0 : shown.length - shown.trimStart().length,
      feeds,
    })
  }
  return found
}
