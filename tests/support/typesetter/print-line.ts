import type { Random } from '../random.ts'
import type { Layout } from './layout.ts'
import { blanks } from './read-copy.ts'
import { callsOn, type SetLine } from './set-blocks.ts'

/** Where a note is called on a printed line. */
export interface PrintedCall {
  readonly note: string
  /** What stands before it on the line of text. */
  readonly before: string
  /** Whether the call itself stands on a line above. */
  readonly above: boolean
}

/** A line of text in print, and the line with its calls over it, if they stand there. */
export interface PrintedText {
  readonly text: string
  readonly calls: readonly PrintedCall[]
  readonly above: string | undefined
}

/** Prints a line of a copy behind `start`: its calls as the extraction shows them. */
export function printLine(
  line: SetLine,
  start: string,
  how: Layout['notes']['calls'],
  mayStandAbove: boolean,
  random: Random,
): PrintedText {
  const { text } = line.copy
  const marks = callsOn(line)
  const chance = how && marks.length > 0 ? random() : 1
  const isAbove = how !== undefined && mayStandAbove && chance < how.above
  const isTorn = how !== undefined && !isAbove && chance < how.above + how.torn
  const calls: PrintedCall[] = []
  let printed = start
  let above = ''
  let at = line.from
  for (const { note, from, to } of marks) {
    printed += text.slice(at, from) + (isTorn ? ' ' : '')
    calls.push({ note, before: blanks(printed), above: isAbove })
    const mark = text.slice(from, to)
    if (isAbove) above = above.padEnd(printed.length) + mark
    else printed += mark
    at = to
  }
  const whole = blanks(printed + text.slice(at, line.to)) + line.mark
  return { text: whole, calls, above: above === '' ? undefined : above }
}
