import type { Share } from './share.ts'
import { type Miss, rawLine, type Scored, type Task } from './task.ts'
import { isBlank, squeeze, tight } from './white-space.ts'

/** Raw lines whose letters stand in the edition as printed, each once and none added. */
export function scoreLines(task: Task): Scored<Share> {
  const misses: Miss[] = []
  let of = 0
  for (let line = task.first; line <= task.last; line++) {
    const raw = task.raw[line - 1] ?? ''
    if (isBlank(raw) || task.forme.has(line)) continue
    of++
    const printed = task.edition.printed.get(line) ?? ''
    if (tight(printed) === tight(raw)) continue
    misses.push({
      line,
      text: '',
      truth: rawLine(task, line),
      edition: squeeze(printed).slice(0, 60) || 'nothing',
    })
  }
  return { figure: { hits: of - misses.length, of }, misses }
}
