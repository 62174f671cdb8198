import type { TablePasses } from '../model/reading-table.ts'
import type { Pass } from '../model/rule.ts'
import { lineEndHyphen } from './line/line-end-hyphen.ts'
import { bracketPair } from './mark/bracket-pair.ts'
import { citationMark } from './mark/citation-mark.ts'
import { citationStop } from './mark/citation-stop.ts'
import { doubledMark } from './mark/doubled-mark.ts'
import { ellipsis } from './mark/ellipsis.ts'
import { hyphenForDash } from './mark/hyphen-for-dash.ts'
import { oneSidedSpace } from './mark/one-sided-space.ts'
import { quotationPair } from './mark/quotation-pair.ts'
import { spaceMissing, spaceSuperfluous } from './mark/space-beside-mark.ts'
import { stopAndQuotation } from './mark/stop-and-quotation.ts'
import { stopBeforeSource } from './mark/stop-before-source.ts'
import { stopInSentence } from './mark/stop-in-sentence.ts'
import { stopMissing } from './mark/stop-missing.ts'
import { strayMark } from './mark/stray-mark.ts'
import { note } from './note/note.ts'
import { page } from './page/page.ts'
import { block } from './structure/block.ts'
import { editorialMark } from './structure/editorial-mark.ts'
import { invisibleCharacter } from './structure/invisible-character.ts'
import { letterSpacing } from './structure/letter-spacing.ts'
import { ligature } from './structure/ligature.ts'
import { privateUse } from './structure/private-use.ts'
import { capitalInside } from './word/capital-inside.ts'
import { confusedWord } from './word/confused-word.ts'
import { confusionPass } from './word/confusion.ts'
import { digitInWord } from './word/digit-in-word.ts'
import { doubledWord } from './word/doubled-word.ts'
import { gluedWords } from './word/glued-words.ts'
import { homoglyph } from './word/homoglyph.ts'
import { listedWordPass } from './word/listed-word.ts'
import { misspelling } from './word/misspelling.ts'
import { olderSpelling } from './word/older-spelling.ts'
import { respelledBreak } from './word/respelled-break.ts'
import { tornWord } from './word/torn-word.ts'
import { unlikelyWord } from './word/unlikely-word.ts'

/** The rules that need code, by id. Their manuals lie under `rules/` by the same names. */
export const PASSES: ReadonlyMap<string, Pass> = new Map([
  ['page/page', page],
  ['note/note', note],
  ['line/line-end-hyphen', lineEndHyphen],
  ['structure/block', block],
  ['structure/editorial-mark', editorialMark],
  ['structure/invisible-character', invisibleCharacter],
  ['structure/letter-spacing', letterSpacing],
  ['structure/ligature', ligature],
  ['structure/private-use', privateUse],
  ['word/homoglyph', homoglyph],
  ['word/digit-in-word', digitInWord],
  ['word/respelled-break', respelledBreak],
  ['word/misspelling', misspelling],
  ['mark/citation-stop', citationStop],
  ['mark/doubled-mark', doubledMark],
  ['mark/hyphen-for-dash', hyphenForDash],
  ['mark/one-sided-space', oneSidedSpace],
  ['mark/space-missing', spaceMissing],
  ['mark/space-superfluous', spaceSuperfluous],
  ['mark/stop-and-quotation', stopAndQuotation],
  ['mark/quotation-pair', quotationPair],
  ['mark/stop-in-sentence', stopInSentence],
  ['mark/stop-missing', stopMissing],
  ['word/capital-inside', capitalInside],
  ['word/confused-word', confusedWord],
  ['word/doubled-word', doubledWord],
  ['word/glued-words', gluedWords],
  ['mark/bracket-pair', bracketPair],
  ['mark/citation-mark', citationMark],
  ['mark/ellipsis', ellipsis],
  ['mark/stray-mark', strayMark],
  ['mark/stop-before-source', stopBeforeSource],
  ['word/older-spelling', olderSpelling],
  ['word/torn-word', tornWord],
  ['word/unlikely-word', unlikelyWord],
])

/** How the rules that are tables are carried out. */
export const TABLE_PASSES: TablePasses = { lexicon: listedWordPass, confusion: confusionPass }
