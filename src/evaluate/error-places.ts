import { type GoldOf, goldOf } from './read-gold.ts'
import type { Task } from './task.ts'
import { tight } from './white-space.ts'

/** A stretch of a raw text, in UTF-16 units from its beginning; half-open. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/** An error, and everywhere on its line where what it quotes stands; nowhere when it cannot be found. */
export interface PlacedError {
  readonly error: GoldOf<'error'>
  readonly places: readonly Stretch[]
}

/** Lines over which an error may run. */
const REACH = 3

/** Finds the errors of the gold in the raw text, white space and line ends aside. */
export function placeErrors(task: Task, starts: readonly number[]): readonly PlacedError[] {
  return goldOf(task.gold, 'error').map((error) => ({
    error,
    places: placesOf(error, task, starts),
  }))
}

/** Where each raw line begins, lines being parted by one LF. */
export function lineStarts(raw: readonly string[]): readonly number[] {
  let at = 0
  return raw.map((line) => {
    const start = at
    at += line.length + 1
    return start
  })
}

function placesOf(
  { line, raw }: GoldOf<'error'>,
  task: Task,
  starts: readonly number[],
): readonly Stretch[] {
  const text = task.raw.slice(line - 1, line - 1 + REACH).join('\n')
  const first = task.raw[line - 1]?.length ?? 0
  const seen = [...text.matchAll(/\S/g)].map(({ index }) => index)
  const bare = seen.map((at) => text[at]).join('')
  const sought = tight(raw)
  const start = starts[line - 1] ?? 0
  const places: Stretch[] = []
  for (let at = bare.indexOf(sought); sought !== '' && at >= 0; at = bare.indexOf(sought, at + 1)) {
    const from = seen[at] ?? 0
    const last = seen[at + sought.length - 1] ?? from
    if (from < first) places.push({ from: start + from, to: start + last + 1 })
  }
  return places
}

/** Whether two stretches share a character; an empty one touches where it stands. */
export function touch(one: Stretch, other: Stretch): boolean {
  if (one.from === one.to || other.from === other.to) {
    return one.from <= other.to && other.from <= one.to
  }
  return one.from < other.to && other.from < one.to
}
