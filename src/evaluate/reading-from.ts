import type { Task } from './task.ts'
import { squeeze } from './white-space.ts'

/** Three lines of the reading text, words that run over their ends in one piece. */
export function readingFrom(task: Task, line: number): string {
  const { reading, soft } = task.edition
  let text = ''
  for (let n = line; n < line + 3; n++) {
    const own = reading.get(n) ?? ''
    text += soft.has(n) ? own.trimEnd() : own
    if (!soft.has(n) || n === line + 2) text += ' '
  }
  return squeeze(text)
}
