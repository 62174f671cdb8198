import { codePointsIn } from '../../model/code-points.ts'
import type { Edition, NoteNode } from '../../model/edition.ts'
import { once } from './once.ts'
import { notesOf, noteText, type Passage, readingOf } from './passage.ts'
import { readOf } from './run.ts'

/** How much there is to read. */
export interface Amount {
  readonly words: number
  /** Code points, blanks between words among them. */
  readonly characters: number
}

/** A run of letters and digits, with single hyphens, apostrophes and stops of numbers in it. */
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:[-‐‑'’ʼ.,](?=[\p{L}\p{N}])[\p{L}\p{N}\p{M}]+)*/gu

/** The words and characters of the reading text, notes included, their sigla not. Linear, and once. */
export const amountOf = once(counted)

function counted(edition: Edition): Amount {
  const notes = notesOf(edition)
  const read = new Set<NoteNode>()
  let words = 0
  let characters = 0
  for (const reading of readingOf(edition)) {
    if (reading.kind === 'page') continue
    if (reading.kind === 'note') {
      note(reading.note)
      continue
    }
    add(reading)
    for (const run of reading.runs) if (run.type === 'note') note(run.note)
  }
  return { words, characters }

  function note(one: NoteNode): void {
    if (read.has(one)) return
    read.add(one)
    for (const passage of noteText(one, notes)) add(passage)
  }

  function add({ runs }: Passage): void {
    const text = runs.map(readOf).join('')
    for (WORD.lastIndex = 0; WORD.test(text); ) words++
    characters += codePointsIn(text)
  }
}
