import type { PrintedLine } from '../wire.ts'
import type { Picked } from './ui.ts'

/** The raw text of a line. What of it belongs to the page before counts as blanks. */
export function textOf({ raw }: PrintedLine): string {
  return ' '.repeat(raw[0]?.from ?? 0) + raw.map(({ text }) => text).join('')
}

/** A line as a stretch, from where its block or its text begins. */
export function wholeLine(line: PrintedLine): Picked {
  const text = textOf(line)
  const from = line.begins?.from ?? text.length - text.trimStart().length
  return { line: line.line, from, to: text.length, text: text.slice(from) }
}
