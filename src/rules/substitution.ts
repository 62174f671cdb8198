import type { Edit } from '../model/emendation.ts'
import type { Pass } from '../model/rule.ts'
import type { DeclaredRule, SubstitutionDeclaration } from './rule-file.ts'

/** The pass of a rule that reads one run of characters for another. O(n) in the reading text. */
export function substitutionPass(
  { summary }: DeclaredRule,
  declared: SubstitutionDeclaration,
): Pass {
  const { id, from: sic, to: corr, word, error, cert, evidence } = declared
  return ({ reading: { text } }) => {
    const edits: Edit[] = []
    for (let at = text.indexOf(sic); at >= 0; at = text.indexOf(sic, at + sic.length)) {
      const to = at + sic.length
      if (word && (isWord(text, at - 1) || isWord(text, to))) continue
      edits.push({
        kind: 'edit',
        rule: id,
        error,
        from: at,
        to,
        corr,
        candidates: [corr],
        cert,
        evidence: [evidence ?? summary],
      })
    }
    return edits
  }
}

/** Whether a letter, a mark on one, or a digit stands at `at`. */
function isWord(text: string, at: number): boolean {
  const unit = text.charAt(at)
  // Half of a pair is taken for a letter: those of rare scripts are.
  return unit !== '' && /[\p{L}\p{M}\p{Nd}\p{Cs}]/u.test(unit)
}
