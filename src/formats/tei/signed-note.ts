import type { NoteNode } from '../../model/edition.ts'
import { noteText } from '../reading/passage.ts'
import { readOf } from '../reading/run.ts'

/** How the notes of editors and translators end, whatever stands before it. */
const FORMULAS = [
  String.raw`(?:прим|примеч|примечание)\.? ?(?:ред|редактора|редакции|изд|издателя|сост|составителя|публ|пер|перев|переводчика)`,
  String.raw`(?:anm|anmerkung)\.? ?(?:d|der|des)\.? ?(?:hg|hrsg|herausgebers?|red|redaktion|übers|übersetzers?)`,
  String.raw`(?:note|n)\.? ?(?:de la|de l['’]|du|d\. ?l|d)\.? ?(?:éd|é|e|éditeur|r|réd|rédaction|t|trad|traducteur)`,
  "(?:editor|translator)s?['’]s? note",
]

/** How they end behind a dash or in a bracket, where a note of the author would end otherwise. */
const NAMES =
  'ред|изд|перев|eds?|editors?|transl?|translators?|(?:d|die|der)\\.? (?:hrsg|red|übers)'

const SIGNED = new RegExp(
  `(?:(?:^|[^\\p{L}])(?:${FORMULAS.join('|')})|[—–(\\[] ?(?:${NAMES}))[.\\s)\\]]*$`,
  'iu',
)

/** The longest end of a note that says whose it is, in UTF-16 units. */
const LONGEST = 48

/** Whether a note says at its end that it is not the author's: “— Ed.”, “(Anm. d. Hrsg.)”. */
export function isSignedByEditor(note: NoteNode): boolean {
  const last = noteText(note, new Map()).at(-1)
  return SIGNED.test(last?.runs.map(readOf).join('').slice(-LONGEST) ?? '')
}
