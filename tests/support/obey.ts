import { type Gold, type GoldOf, goldOf } from '../../src/evaluate/read-gold.ts'

type Note = GoldOf<'note'>

/** What a line is, as far as a reader must know. */
interface Known {
  readonly hyphens: ReadonlyMap<number, 'soft' | 'hard'>
  readonly emphasis: ReadonlyMap<number, readonly string[]>
  readonly divided: ReadonlyMap<number, { readonly printed: string; readonly whole: string }>
  readonly calls: ReadonlyMap<number, readonly Note[]>
}

/**
 * A raw text as a reader reads it who knows all that its gold says, first the text, then the notes:
 * without forme work, calls, labels and the hyphens of the layout.
 */
export function obey(raw: readonly string[], gold: readonly Gold[]): string {
  const notes = goldOf(gold, 'note')
  const out = new Set([
    ...goldOf(gold, 'forme').map(({ line }) => line),
    ...goldOf(gold, 'page').flatMap((page) => page.number_line ?? []),
    ...notes.flatMap((note) => note.call_line ?? []),
  ])
  const known = knownOf(gold)
  const flows: string[] = ['', ...notes.map(() => '')]
  const owners = ownersOf(notes)
  raw.forEach((text, i) => {
    if (out.has(i + 1) || text.trim() === '') return
    const own = owners.get(i + 1) ?? []
    const parts = own.length === 0 ? [text.trim()] : partsOf(text.trim(), i + 1, own, notes)
    parts.forEach((part, nth) => {
      const flow = (own[nth] ?? -1) + 1
      flows[flow] += shown(part, i + 1, known)
    })
  })
  return flows.join('\n')
}

function knownOf(gold: readonly Gold[]): Known {
  const emphasis = new Map<number, string[]>()
  for (const { line, raw } of goldOf(gold, 'emph')) {
    emphasis.set(line, [...(emphasis.get(line) ?? []), raw])
  }
  const calls = new Map<number, Note[]>()
  for (const note of goldOf(gold, 'note')) {
    if (note.anchor_line === null || note.call_line !== undefined) continue
    calls.set(note.anchor_line, [...(calls.get(note.anchor_line) ?? []), note])
  }
  return {
    hyphens: new Map(goldOf(gold, 'hyphen').map(({ line, hyphen }) => [line, hyphen])),
    emphasis,
    divided: new Map(goldOf(gold, 'divided').map((one) => [one.line, one])),
    calls,
  }
}

/** The notes that each line belongs to, by their places in the list. */
function ownersOf(notes: readonly Note[]): ReadonlyMap<number, readonly number[]> {
  const owners = new Map<number, number[]>()
  notes.forEach((note, i) => {
    for (const [from, to] of [[note.line, note.to] as const, ...(note.more ?? [])]) {
      for (let line = from; line <= to; line++) {
        owners.set(line, [...(owners.get(line) ?? []), i])
      }
    }
  })
  return owners
}

/** The parts of a line of notes, without labels. Throws where a label is not there. */
function partsOf(
  text: string,
  line: number,
  own: readonly number[],
  notes: readonly Note[],
): readonly string[] {
  const begins = own.map((i, nth) => {
    const note = notes[i]
    if (!note || note.line !== line) return { from: 0, to: 0 }
    const from = nth === 0 ? 0 : text.indexOf(`   ${note.label}`)
    const at = nth === 0 ? 0 : from + 3
    if (from < 0 || !text.startsWith(note.label, at)) {
      throw new Error(`Expected the label ${note.label} on line ${line}: ${text}`)
    }
    return { from, to: at + note.label.length }
  })
  return begins.map(({ to }, nth) => text.slice(to, begins[nth + 1]?.from))
}

function shown(part: string, line: number, known: Known): string {
  let text = part
  for (const note of [...(known.calls.get(line) ?? [])].reverse()) {
    const after = note.anchor_after ?? ''
    const at = text.indexOf(after + note.label)
    if (at < 0) throw new Error(`Expected a call of ${note.label} on line ${line}: ${part}`)
    text = text.slice(0, at + after.length) + text.slice(at + after.length + note.label.length)
  }
  for (const raw of known.emphasis.get(line) ?? []) text = text.replace(raw, closeUp(raw))
  const divided = known.divided.get(line)
  const hyphen = known.hyphens.get(line)
  if (divided?.printed.includes(' ')) {
    if (text === divided.printed.charAt(0)) return text
    text = text.replace(divided.printed, divided.whole)
  }
  if (hyphen === undefined) return `${text}\n`
  if (hyphen === 'hard') return text
  const bare = text.slice(0, -1)
  const [head, tail] = divided?.printed.split('-') ?? []
  if (!divided || head === undefined || tail === undefined) return bare
  const whole = divided.whole.slice(0, divided.whole.length - tail.length)
  return bare.slice(0, -head.length) + whole
}

function closeUp(spaced: string): string {
  return spaced
    .split(/ {3,}/u)
    .map((word) => word.replaceAll(' ', ''))
    .join(' ')
}
