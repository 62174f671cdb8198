import { differingRegions, type Region, type SignName } from './align.ts'
import type { Interpretation } from './change.ts'
import { emphasisChanges } from './emphasis-changes.ts'
import { Findings } from './findings.ts'
import { matchNotes } from './match-notes.ts'
import type { Definition, Passage, ReadText, Sign } from './passage.ts'
import { readHunks } from './read-hunks.ts'
import { alignTokens, tokensOf } from './tokens.ts'

/**
 * Reads the differences between the text of an edition and an edited file: what was changed, and what
 * is not understood. A file with less than half of the blocks is another text. Emphasis is looked at once the text is the same.
 *
 * Linear in the text; in what differs, at worst its length times what differs.
 */
export function interpret(base: ReadText, edited: ReadText): Interpretation {
  if (edited.text.length * 2 < base.text.length) {
    const expected = 'the text of this edition with corrections'
    const other = { origin: undefined, line: 1, offset: undefined, unexpected: 'another text' }
    return { changes: [], refusals: [{ ...other, expected }] }
  }
  const notes = matchNotes(base, edited)
  const names: readonly [SignName, SignName] = [
    (sign) => nameOf(sign, (label) => label),
    (sign) => nameOf(sign, (label) => notes.labels.get(label) ?? `${label} of the file`),
  ]
  const findings = new Findings()
  const compare = (mine: readonly Passage[], theirs: readonly Passage[]): void => {
    for (const region of differingRegions(mine, theirs, names)) readRegion(region, names, findings)
  }
  compare(base.text, edited.text)
  for (const [mine, theirs] of notes.pairs) compare(mine.passages, theirs.passages)
  for (const note of notes.lost) findings.refuse(...lost(note, edited))
  for (const note of notes.added) {
    findings.refuse(note.passages[0], note.line, undefined, [
      `note \`[^${note.label}]\``,
      'only notes that the raw text has',
    ])
  }
  return findings.all(notes.labels)
}

function nameOf(sign: Sign, label: (label: string) => string): string {
  switch (sign.kind) {
    case 'call':
      return `call ${label(sign.label)}`
    case 'page':
      return `page ${sign.shown}`
    case 'unknown':
      return `unknown ${sign.what}`
    default:
      return sign.kind
  }
}

function lost(note: Definition, edited: ReadText): Parameters<Findings['refuse']> {
  const place = note.passages[0]?.places.find((one) => one !== undefined)
  const at = typeof place === 'number' ? place : place?.from
  const line = edited.text.at(-1)?.line ?? 1
  return [
    edited.text.at(-1),
    line,
    at,
    [`end of the notes`, `the note \`[^${note.label}]\`: “${excerptOf(note)}”`],
  ]
}

function excerptOf({ passages }: Definition): string {
  return (passages[0]?.text ?? '').slice(0, 40)
}

function readRegion(region: Region, names: readonly [SignName, SignName], to: Findings): void {
  const { base, edited } = region
  if (emphasisChanges(region, names, to)) return
  const hunks = alignTokens(tokensOf(base, names[0]), tokensOf(edited, names[1]), false)
  if (hunks) readHunks(hunks, names, region.near, to)
  else {
    to.refuse(edited[0], edited[0]?.line ?? 1, undefined, [
      'text that differs almost everywhere',
      'the text of this edition with corrections',
    ])
  }
}
