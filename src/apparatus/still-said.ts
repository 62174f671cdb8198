import type { Edit } from '../model/emendation.ts'
import type { Finding, Rule } from '../model/rule.ts'
import type { View } from '../model/view.ts'

/** What is known by now: rules that are on, and words that are right, in lower case. */
interface Known {
  readonly rules: readonly Rule[]
  readonly words: ReadonlySet<string>
}

const WORD_END = /[\p{L}\p{M}\p{N}]*$/u
const WORD_REST = /^[\p{L}\p{M}\p{N}]*/u

/** The longest stretch on one side of an edit that can belong to its word, in UTF-16 units. */
const REACH = 64

/**
 * What rules found in a view before, without what those found that are off by now, and without what
 * they said of words that are right by now. Linear in the findings.
 */
export function stillSaid(
  view: View,
  findings: readonly Finding[],
  { rules, words }: Known,
): readonly Finding[] {
  const on = new Set(rules.map(({ id }) => id))
  const added = new Set([...words].filter((word) => !view.words.has(word)))
  return findings.filter((finding) => {
    if (finding.kind === 'notice') return true
    if (!on.has(finding.rule)) return false
    return finding.kind !== 'edit' || added.size === 0 || !added.has(wordOf(view, finding))
  })
}

/** The word in which an edit stands, in lower case. */
function wordOf({ reading }: View, { from, to }: Edit): string {
  const before = WORD_END.exec(reading.text.slice(Math.max(0, from - REACH), from))?.[0] ?? ''
  const behind = WORD_REST.exec(reading.text.slice(to, to + REACH))?.[0] ?? ''
  return `${before}${reading.text.slice(from, to)}${behind}`.toLowerCase()
}
