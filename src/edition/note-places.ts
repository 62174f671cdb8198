import type { NoteCall } from '../model/marking.ts'

/** A note, or rather what decides where it stands. */
export interface PlacedNote {
  /** The index of its flow, from 1. */
  readonly flow: number
  /** `from` of its marking, by which calls name it. */
  readonly from: number
  readonly place: 'foot' | 'end'
}

/** A call and the flow in whose text it stands. */
export interface PlacedCall {
  readonly call: NoteCall
  readonly flow: number
}

/** Where notes stand, and who calls them. */
export interface NotePlaces {
  /** The note that each call names, by the index of its flow; only calls that name one. */
  readonly called: ReadonlyMap<NoteCall, number>
  /** The calls of each note, in the order of the witness. */
  readonly calls: ReadonlyMap<number, readonly NoteCall[]>
  /** The note that stands right after a call. */
  readonly after: ReadonlyMap<NoteCall, number>
}

/** How deep notes may be called from notes. */
const DEEPEST = 8

/**
 * Places each footnote after its first call. Endnotes stay where they were printed, and so do notes
 * that nobody calls, and those that only they themselves or the notes within them call.
 *
 * `calls` must be in the order of the witness. Linear.
 */
export function placeNotes(notes: readonly PlacedNote[], calls: readonly PlacedCall[]): NotePlaces {
  const flows = new Map<number, number>()
  for (const note of notes) if (!flows.has(note.from)) flows.set(note.from, note.flow)
  const called = new Map<NoteCall, number>()
  const callers = new Map<number, PlacedCall[]>()
  for (const placed of calls) {
    const note = placed.call.note === undefined ? undefined : flows.get(placed.call.note)
    if (note === undefined) continue
    called.set(placed.call, note)
    const found = callers.get(note)
    if (found) found.push(placed)
    else callers.set(note, [placed])
  }
  const hosts = new Map<number, number>()
  const after = new Map<NoteCall, number>()
  for (const { flow, place } of notes) {
    const first = callers.get(flow)?.[0]
    if (place === 'end' || !first) continue
    hosts.set(flow, first.flow)
    if (isRooted(flow, hosts)) after.set(first.call, flow)
    else hosts.delete(flow)
  }
  return {
    called,
    calls: new Map([...callers].map(([note, placed]) => [note, placed.map(({ call }) => call)])),
    after,
  }
}

/** Whether a note stands in the text of the book in the end, through few enough other notes. */
function isRooted(note: number, hosts: ReadonlyMap<number, number>): boolean {
  let flow = note
  for (let depth = 0; depth < DEEPEST; depth++) {
    const host = hosts.get(flow)
    if (host === undefined || host === 0) return true
    flow = host
  }
  return false
}
