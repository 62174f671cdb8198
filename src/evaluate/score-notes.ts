import { type GoldOf, goldOf } from './read-gold.ts'
import type { Share } from './share.ts'
import { isCovered, miss, rawLine, type Scored, type Task } from './task.ts'
import { tight } from './white-space.ts'

/** Notes that are whole, notes that are whole and called from the right place, and false ones. */
export interface NoteFigure {
  readonly bodies: Share
  readonly linked: Share
  readonly superfluous: number
}

/** Notes and their calls. A note without a call is linked when it is whole. */
export function scoreNotes(task: Task): Scored<NoteFigure> | undefined {
  const gold = goldOf(task.gold, 'note')
  if (gold.length === 0) return undefined
  let bodies = 0
  let linked = 0
  const misses: string[] = []
  for (const note of gold) {
    const found = task.edition.notes.get(note.line)
    const whole = found !== undefined && (found.to === note.to || found.to === endOf(note))
    if (whole) bodies++
    if (whole && (note.anchor_line === null || isCalled(task, note, found.id))) linked++
    else if (note.anchor_line !== null) {
      const why = !found
        ? 'no such note'
        : whole
          ? `call not found at ${note.anchor_line}`
          : `note ends at ${found.to}`
      misses.push(miss(note.line, note.label, why))
    }
  }
  const known = new Set(gold.map(({ line }) => line))
  const superfluous = [...task.edition.notes.keys()].filter(
    (line) => isCovered(task, line) && !known.has(line),
  )
  misses.push(...superfluous.map((line) => miss(line, 'superfluous note', rawLine(task, line, 50))))
  const of = gold.length
  return {
    figure: {
      bodies: { hits: bodies, of },
      linked: { hits: linked, of },
      superfluous: superfluous.length,
    },
    misses,
  }
}

/** The last line of a note that runs on. */
function endOf(note: GoldOf<'note'>): number {
  return note.more?.at(-1)?.[1] ?? note.to
}

/** Whether the note is called on its line, behind what stands before its call. */
function isCalled(task: Task, note: GoldOf<'note'>, id: string | undefined): boolean {
  const after = tight(note.anchor_after ?? '').slice(-6)
  return task.edition.calls.some(
    (call) =>
      call.note === id && call.line === note.anchor_line && tight(call.before).endsWith(after),
  )
}
