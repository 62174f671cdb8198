import type { Certainty } from '../../model/certainty.ts'
import type { Edit } from '../../model/emendation.ts'
import type { Pass } from '../../model/rule.ts'
import type { View } from '../../model/view.ts'
import { isAbbreviated } from './abbreviation.ts'

const RULE = 'mark/doubled-mark'

/** Two marks that contradict or repeat each other, and a stop before a bracket that closes. */
const DOUBLED =
  /(?<![.,;:!?…])(?<marks>\.\.|,,|[;:,]\.|[.;:]?,[.;:]|\.[;:,]|[;:]{2}|,…)(?![.…:;,\p{L}\p{N}*/])/gu
const BEFORE_BRACKET = /\.(?=\))(?<=[\p{L}\p{N}]\.)/gu

/** Finds marks of punctuation that are doubled or contradict each other. */
export const doubledMark: Pass = (view) => {
  const { text } = view.reading
  const abbreviations = new Set(view.language.abbreviations)
  const edits: Edit[] = []
  for (const { 0: marks, index } of text.matchAll(DOUBLED)) {
    const found = judge(view, marks, index, abbreviations)
    if (found) edits.push(found)
  }
  edits.push(...beforeBrackets(view, abbreviations))
  return edits
}

function judge(
  { reading: { text } }: View,
  marks: string,
  at: number,
  abbreviations: ReadonlySet<string>,
): Edit | undefined {
  const abbreviated = isAbbreviated(text, at, abbreviations)
  if (marks === '.,' || marks === '.;' || marks === '.:') {
    if (abbreviated) return undefined
    const rest = text.slice(at + 2)
    const next = /^ ?\p{Ll}/u.test(rest) ? marks.slice(1) : '.'
    const other = next === '.' ? marks.slice(1) : '.'
    return edit(at, marks, [next, other], 'medium')
  }
  if (marks === ',,' && /^\p{L}/u.test(text.slice(at + 2))) return undefined
  if (marks.charAt(0) === marks.charAt(1)) {
    // Behind a sign the first may be shown as a sign itself: `Ctrl+.`; two colons are a notation.
    const sure = marks !== '::' && /[\p{L}\p{N}»”“"')\]]/u.test(text.charAt(at - 1))
    return edit(at, marks, [marks.charAt(0)], sure ? 'high' : 'medium')
  }
  if (marks.startsWith(',')) {
    const kept = marks.slice(1)
    return edit(at, marks, [kept, ','], 'medium')
  }
  return edit(at, marks, [marks.slice(-1), marks.charAt(0)], 'medium')
}

/** A stop right before a closing bracket belongs to an abbreviation, or does not belong there. */
function beforeBrackets(view: View, abbreviations: ReadonlySet<string>): readonly Edit[] {
  const { text } = view.reading
  const found = [...text.matchAll(BEFORE_BRACKET)].filter(
    ({ index }) => !isAbbreviated(text, index, abbreviations) && !opensSentence(text, index),
  )
  return found.flatMap(({ index }) => {
    // `1.)` is the label of an item: its bracket was never opened.
    if (!isOpen(text, index)) return []
    const digit = /\d/u.test(text[index - 1] ?? '')
    return edit(index, '.', [''], digit ? 'high' : 'medium')
  })
}

/** Whether a bracket stands open at an offset. */
function isOpen(text: string, at: number): boolean {
  const open = text.lastIndexOf('(', at)
  return open > text.lastIndexOf('\n', at) && open > text.lastIndexOf(')', at)
}

/** Whether the bracket that closes at `at` holds a sentence of its own: it opens with a capital after a stop. */
function opensSentence(text: string, at: number): boolean {
  const open = text.lastIndexOf('(', at)
  if (open < 0 || text.slice(open, at).includes('\n')) return false
  const before = text.slice(Math.max(0, open - 3), open).trimEnd()
  return (
    /[.!?…»”\n]$/u.test(before) &&
    /^\(\p{Lu}/u.test(text.slice(open, open + 2)) &&
    text[at + 2] !== '.'
  )
}

function edit(at: number, marks: string, candidates: readonly string[], cert: Certainty): Edit {
  const corr = candidates[0] ?? ''
  return {
    kind: 'edit',
    rule: RULE,
    error: 'punctuation',
    from: at,
    to: at + marks.length,
    corr,
    candidates,
    cert,
    evidence: [
      corr === ''
        ? 'a full stop right before a closing bracket that ends no abbreviation'
        : `«${marks}» are two marks where one stands`,
    ],
  }
}
