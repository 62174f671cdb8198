import type { Pass } from '../model/rule.ts'
import { lineEndHyphen } from './line/line-end-hyphen.ts'
import { note } from './note/note.ts'
import { page } from './page/page.ts'
import { block } from './structure/block.ts'
import { editorialMark } from './structure/editorial-mark.ts'
import { letterSpacing } from './structure/letter-spacing.ts'
import { digitInWord } from './word/digit-in-word.ts'
import { homoglyph } from './word/homoglyph.ts'
import { respelledBreak } from './word/respelled-break.ts'

/** The rules that need code, by id. Their manuals lie under `rules/` by the same names. */
export const PASSES: ReadonlyMap<string, Pass> = new Map([
  ['page/page', page],
  ['note/note', note],
  ['line/line-end-hyphen', lineEndHyphen],
  ['structure/block', block],
  ['structure/editorial-mark', editorialMark],
  ['structure/letter-spacing', letterSpacing],
  ['word/homoglyph', homoglyph],
  ['word/digit-in-word', digitInWord],
  ['word/respelled-break', respelledBreak],
])
