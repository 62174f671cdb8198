import type { Edit } from '../../model/emendation.ts'
import type { Pass } from '../../model/rule.ts'

const RULE = 'mark/bracket-pair'

const BRACKETS = /[()[\]\n]/gu
const PARTNER: Readonly<Record<string, string>> = { ')': '(', ']': '[' }
/** The label of an item: `1)`, `a)`. */
const LABEL = /(?:^|[\s(,;:])(?:\d{1,3}|\p{L}|[ivxlcIVXLC]{1,6})$/u

/** A bracket, and where it stands. */
interface Bracket {
  readonly at: number
  readonly mark: string
}

/** Finds brackets without their partner in a block. O(n). */
export const bracketPair: Pass = ({ reading: { text } }) => {
  const edits: Edit[] = []
  let block: Bracket[] = []
  for (const { 0: mark, index: at } of text.matchAll(BRACKETS)) {
    if (mark !== '\n') block.push({ at, mark })
    else if (block.length > 0) {
      edits.push(...unpaired(text, block))
      block = []
    }
  }
  return [...edits, ...unpaired(text, block)]
}

function unpaired(text: string, block: readonly Bracket[]): readonly Edit[] {
  const open: Bracket[] = []
  const alone: Bracket[] = []
  for (const one of block) {
    const { at, mark } = one
    const partner = PARTNER[mark]
    if (partner === undefined) open.push(one)
    else if (open.at(-1)?.mark === partner) open.pop()
    else if (mark !== ')' || !LABEL.test(text.slice(Math.max(0, at - 8), at))) alone.push(one)
  }
  // A block of many is a table or a formula.
  const all = [...alone, ...open]
  return all.length > 2 ? [] : all.map(({ at, mark }) => edit(text, at, mark))
}

function edit(text: string, at: number, mark: string): Edit {
  const around = text
    .slice(Math.max(0, at - 8), at + 9)
    .replaceAll('\n', ' ')
    .trim()
  const what = mark in PARTNER ? 'was not opened' : 'is not closed'
  return {
    kind: 'edit',
    rule: RULE,
    error: 'punctuation',
    from: at,
    to: at + 1,
    corr: '',
    candidates: [''],
    cert: 'low',
    evidence: [`the bracket in “${around}” ${what} in its paragraph`],
  }
}
