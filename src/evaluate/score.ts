import { editionLines } from './edition-lines.ts'
import type { Entry } from './read-entries.ts'
import type { Gold } from './read-gold.ts'
import { editionWords } from './reading-words.ts'
import { scoreBlocks } from './score-blocks.ts'
import { scoreContents } from './score-contents.ts'
import { scoreDivided } from './score-divided.ts'
import { scoreEmphasis } from './score-emphasis.ts'
import { scoreErrors } from './score-errors.ts'
import { scoreForme } from './score-forme.ts'
import { scoreHeadings } from './score-headings.ts'
import { scoreHyphens } from './score-hyphens.ts'
import { scoreLines } from './score-lines.ts'
import { scoreNotes } from './score-notes.ts'
import { scorePageNumbers, scorePages } from './score-pages.ts'
import { scoreStructure } from './score-structure.ts'
import { scoreTables } from './score-tables.ts'
import { scoreWords } from './score-words.ts'
import { taskOf } from './task.ts'

/** What an edition is held against. */
export interface Known {
  /** The raw text, decoded. */
  readonly raw: string
  readonly gold: readonly Gold[]
  /** The entries of `apparatus.jsonl`, where there are any. */
  readonly apparatus?: readonly Entry[]
  /** The text as a reader reads it, as it should be, and, where that is known, as it was misprinted. */
  readonly truth?: { readonly right: string; readonly printed?: string }
}

/** Every figure of an edition, and what fell short of each. It is the same after a way through JSON. */
export type Score = ReturnType<typeof score>

/** Scores an edition (`BOOK.xml`) against what is known of its raw text. */
export function score(xml: string, known: Known) {
  const task = taskOf(editionLines(xml), known.raw, known.gold)
  const errors = scoreErrors(task, known.apparatus)
  const { truth } = known
  return {
    lines: scoreLines(task),
    hyphens: scoreHyphens(task),
    forme: scoreForme(task),
    blocks: scoreBlocks(task),
    headings: scoreHeadings(task),
    notes: scoreNotes(task),
    pages: scorePages(task),
    pageNumbers: scorePageNumbers(task),
    emphasis: scoreEmphasis(task),
    errors,
    structure: scoreStructure(task),
    tables: scoreTables(task),
    contents: scoreContents(task),
    divided: scoreDivided(task),
    words: truth && {
      right: scoreWords(truth.right, editionWords(xml, 'right')),
      ...(truth.printed === undefined
        ? {}
        : { printed: scoreWords(truth.printed, editionWords(xml, 'printed')) }),
    },
  }
}
