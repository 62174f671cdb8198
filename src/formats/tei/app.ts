import type { Correction } from '../../model/correction.ts'
import type { CorrectionNode } from '../../model/edition.ts'
import { escapeText } from '../../model/xml-text.ts'
import { agentOf, leastSure } from './correction-attributes.ts'
import type { Proposal, ProposedNode } from './proposals.ts'
import type { Scribe } from './scribe.ts'
import { attribute, correctionId, editorId, pointers, ruleId } from './xml-id.ts'

/** The xml:id of the only witness: the raw text, which stands for the print. */
export const WITNESS = 'P'

const PRINTED = ` wit="#${WITNESS}"`

/** A corrected word with both readings in place: what is read is the lemma. */
export function corrected(node: CorrectionNode, scribe: Scribe): void {
  const others = scribe.proposals.forWord(node.children)
  const { corrections, reading } = node
  start(corrections, scribe)
  scribe.markup(`<lem${by(corrections)}>${escapeText(reading)}</lem><rdg${PRINTED}>`)
  scribe.verbatim(node.children)
  scribe.markup(`</rdg>${others.map(proposal).join('')}`)
  end(corrections, scribe)
}

/** Printed text, which is what is read, and what is proposed for it or was rejected. */
export function proposed({ children, proposals }: ProposedNode, scribe: Scribe): void {
  const corrections = proposals.map(({ correction }) => correction)
  start(corrections, scribe)
  scribe.markup(`<lem${PRINTED}>`)
  scribe.verbatim(children)
  scribe.markup(`</lem>${proposals.map(proposal).join('')}`)
  end(corrections, scribe)
}

function start(corrections: readonly Correction[], scribe: Scribe): void {
  const [first] = corrections
  if (!first) throw new Error('Unexpected apparatus of nothing, expected one entry at least')
  const rules = [...new Set(corrections.flatMap((one) => one.rules))].map(ruleId)
  const state = first.beatenBy === undefined ? first.state : 'beaten'
  scribe.markup(
    `<app xml:id="${scribe.id(correctionId(first.id))}" type="${first.error}" subtype="${state}"${attribute('ana', pointers('#', rules))}>`,
  )
}

/** Ends an entry with what editors have to say of it. */
function end(corrections: readonly Correction[], scribe: Scribe): void {
  for (const { by: editor, text } of corrections.flatMap(({ notes }) => notes)) {
    scribe.markup(`<note type="editor" resp="#${editorId(editor)}">${escapeText(text)}</note>`)
  }
  scribe.markup('</app>')
}

function by(corrections: readonly Correction[]): string {
  const agents = [...new Set(corrections.map(agentOf))]
  return `${attribute('resp', pointers('#', agents))}${attribute('cert', leastSure(corrections))}`
}

function proposal({ correction, others, reading }: Proposal): string {
  const type = correction.state === 'rejected' ? 'rejected' : 'conjecture'
  const candidates = others.map((one) => {
    return `<rdg type="candidate" resp="#emend">${escapeText(one)}</rdg>`
  })
  return `<rdg type="${type}"${by([correction])}>${escapeText(reading)}</rdg>${candidates.join('')}`
}
