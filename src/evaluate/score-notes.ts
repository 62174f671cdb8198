import type { EditionCall } from './edition-lines.ts'
import { type GoldOf, goldOf } from './read-gold.ts'
import type { Share } from './share.ts'
import { isCovered, type Miss, rawLine, type Scored, type Task } from './task.ts'
import { tight } from './white-space.ts'

/** Notes that are whole, notes that are whole and called from the right place, and false ones. */
export interface NoteFigure {
  readonly bodies: Share
  readonly linked: Share
  readonly superfluous: number
  /** Of all links from calls to notes: those to a wrong note, or from where nothing calls. */
  readonly falseLinks: Share
}

/** Notes and their calls. A note without a call is linked when it is whole. */
export function scoreNotes(task: Task): Scored<NoteFigure> | undefined {
  const gold = goldOf(task.gold, 'note')
  if (gold.length === 0) return undefined
  const calls = callsOf(task)
  let bodies = 0
  let linked = 0
  const misses: Miss[] = []
  for (const note of gold) {
    const found = ownNote(task.edition.notes.get(note.line) ?? [], note.label)
    const whole = found !== undefined && (found.to === note.to || found.to === endOf(note))
    const called = (calls.get(found?.id ?? '') ?? []).some((call) => isCallOf(call, note))
    if (whole) bodies++
    if (whole && (note.anchor_line === null || called)) linked++
    else if (!whole) misses.push(bodyMiss(task, note, found?.to))
    else misses.push(callMiss(task, note))
    if (found && bare(found.label) !== bare(note.label)) {
      const [truth, edition] = [`label ${note.label}`, `label ${found.label || 'missing'}`]
      misses.push({ line: note.line, text: rawLine(task, note.line), truth, edition, kinds: true })
    }
  }
  const known = new Set(gold.map(({ line }) => line))
  const superfluous = [...task.edition.notes.keys()].filter(
    (line) => isCovered(task, line) && !known.has(line),
  )
  const links = falseLinks(task, gold)
  misses.push(...superfluous.map((line) => superfluousMiss(task, line)), ...links.misses)
  const of = gold.length
  return {
    figure: {
      bodies: { hits: bodies, of },
      linked: { hits: linked, of },
      superfluous: superfluous.length,
      falseLinks: links.figure,
    },
    misses,
  }
}

/** The last line of a note that runs on. */
function endOf(note: GoldOf<'note'>): number {
  return note.more?.at(-1)?.[1] ?? note.to
}

/** A label without the brackets and stops that may stand around it. */
function bare(label: string): string {
  return tight(label).replace(/^[([]+|[)\].]+$/gu, '')
}

/** Of the notes that begin on a line, that with the label; else the first. */
function ownNote<T extends { readonly label: string }>(
  notes: readonly T[],
  label: string,
): T | undefined {
  return notes.find((note) => bare(note.label) === bare(label)) ?? notes[0]
}

/** The calls of the edition by the `xml:id` of the note that they are linked to. */
function callsOf({ edition }: Task): ReadonlyMap<string, readonly EditionCall[]> {
  const calls = new Map<string, EditionCall[]>()
  for (const call of edition.calls) {
    const own = calls.get(call.note)
    if (own) own.push(call)
    else calls.set(call.note, [call])
  }
  return calls
}

/**
 * Whether a call stands on the note's line, behind what stands before the note's call, or on the
 * line above, where it is printed alone.
 */
function isCallOf(call: EditionCall, note: GoldOf<'note'>): boolean {
  if (note.call_line !== undefined && call.line === note.call_line) return true
  const after = tight(note.anchor_after ?? '').slice(-6)
  return call.line === note.anchor_line && tight(call.before).endsWith(after)
}

function falseLinks(task: Task, gold: readonly GoldOf<'note'>[]): Scored<Share> {
  const lines = new Map<string, number>()
  const labels = new Map<string, string>()
  for (const [line, notes] of task.edition.notes) {
    for (const { id, label } of notes) {
      if (id === undefined) continue
      lines.set(id, line)
      labels.set(id, label)
    }
  }
  const byLine = new Map<number, GoldOf<'note'>[]>()
  for (const note of gold) byLine.set(note.line, [...(byLine.get(note.line) ?? []), note])
  const links = task.edition.calls.filter(({ line }) => isCovered(task, line))
  const wrong = links.filter((call) => {
    const note = ownNote(byLine.get(lines.get(call.note) ?? 0) ?? [], labels.get(call.note) ?? '')
    return !note || !isCallOf(call, note)
  })
  const isCalling = new Set(gold.flatMap(({ anchor_line, call_line }) => [anchor_line, call_line]))
  return {
    figure: { hits: wrong.length, of: links.length },
    misses: wrong.map(
      (call): Miss => ({
        line: call.line,
        text: `${call.before.trim().slice(-25)}| links to the note on line ${lines.get(call.note) ?? '?'}`,
        truth: isCalling.has(call.line) ? 'call of another note' : 'no call',
        edition: 'call',
        kinds: true,
      }),
    ),
  }
}

function bodyMiss(task: Task, note: GoldOf<'note'>, to: number | undefined): Miss {
  const text = `${note.label} ${rawLine(task, note.line, 50)}`
  if (to === undefined) {
    return { line: note.line, text, truth: 'note', edition: 'no note', kinds: true }
  }
  const [truth, edition] = [`note to line ${endOf(note)}`, `note to line ${to}`]
  return { line: note.line, text, truth, edition }
}

function callMiss(task: Task, note: GoldOf<'note'>): Miss {
  const line = note.anchor_line ?? note.line
  const text = `${note.label} ${rawLine(task, line, 50)}`
  return { line, text, truth: `call of the note on line ${note.line}`, edition: 'no link to it' }
}

function superfluousMiss(task: Task, line: number): Miss {
  const text = rawLine(task, line, 50)
  return { line, text, truth: 'no note', edition: 'note', kinds: true }
}
