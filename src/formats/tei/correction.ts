import type { Correction } from '../../model/correction.ts'
import type { CorrectionNode } from '../../model/edition.ts'
import type { ErrorKind } from '../../model/emendation.ts'
import { escapeText } from '../../model/xml-text.ts'
import { corrected } from './app.ts'
import { agentOf, leastSure } from './correction-attributes.ts'
import { pageBeginning } from './page-beginning.ts'
import type { Scribe } from './scribe.ts'
import { attribute, correctionId, pointers, ruleId } from './xml-id.ts'

/** Kinds of change that leave the spelling as it is: they are regularised, not corrected. */
const PUNCTUATION: ReadonlySet<ErrorKind> = new Set(['punctuation', 'quotation', 'dash'])

/** Kinds that are regularised where they stand alone, and what TEI calls them. */
const ALONE: readonly (readonly [ErrorKind, string])[] = [
  ['homoglyph', 'homoglyph'],
  ['hyphenation', 'dehyphenation'],
  ['ligature', 'ligature'],
  ['character', 'character'],
  ['orthography', 'orthography'],
]

/**
 * A corrected word: what is read comes first, for programs that take the first of a `choice`; what is
 * printed comes second, and the lines and pages that begin in it stand there alone.
 */
export function correction(node: CorrectionNode, scribe: Scribe): void {
  if (scribe.profile.corrections === 'reading') {
    reading(node, scribe)
    return
  }
  if (scribe.profile.corrections === 'app') {
    corrected(node, scribe)
    return
  }
  const [first] = node.corrections
  if (!first) throw new Error('Unexpected correction of nothing, expected one entry at least')
  const id = scribe.id(correctionId(first.id))
  const type = regularised(node.corrections)
  const [read, printed] = type ? (['reg', 'orig'] as const) : (['corr', 'sic'] as const)
  const why = attributes(node.corrections, type ?? first.error)
  scribe.markup(`<choice xml:id="${id}"><${read}${why}>${escapeText(node.reading)}</${read}>`)
  if (node.children.length === 0) {
    scribe.markup(`<${printed}/></choice>`)
    return
  }
  scribe.markup(`<${printed}>`)
  scribe.inline(node.children)
  scribe.markup(`</${printed}></choice>`)
}

/** What is read, and behind it the pages that begin in the word. */
function reading(node: CorrectionNode, scribe: Scribe): void {
  scribe.text(node.reading)
  for (const child of node.children) {
    if (child.type === 'pageBeginning') pageBeginning(child, scribe)
  }
}

function regularised(corrections: readonly Correction[]): string | undefined {
  for (const [error, type] of ALONE) {
    if (corrections.every((one) => one.error === error)) return type
  }
  return corrections.every(({ error }) => PUNCTUATION.has(error)) ? 'punctuation' : undefined
}

/** Of several corrections in a word, the least sure one speaks for it. */
function attributes(corrections: readonly Correction[], type: string): string {
  const cert = leastSure(corrections)
  const rules = [...new Set(corrections.flatMap((one) => one.rules))].map(ruleId)
  const agents = [...new Set(corrections.map(agentOf))]
  return [
    attribute('type', type),
    attribute('cert', cert),
    attribute('resp', pointers('#', agents)),
    attribute('ana', pointers('#', rules)),
    attribute('evidence', cert === 'low' ? 'conjecture' : 'internal'),
  ].join('')
}
