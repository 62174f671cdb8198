import type { Edit } from '../../model/emendation.ts'
import type { Pass } from '../../model/rule.ts'

const RULE = 'structure/ligature'

/** Letters cast in one, and the letters that they are. */
const LIGATURES: Readonly<Record<string, string>> = {
  ﬀ: 'ff',
  ﬁ: 'fi',
  ﬂ: 'fl',
  ﬃ: 'ffi',
  ﬄ: 'ffl',
  ﬅ: 'ſt',
  ﬆ: 'st',
}

/**
 * Finds characters that stand for letters cast in one. Rules of later layers see the letters. O(n), and
 * no more than a look at the witness where there are none.
 */
export const ligature: Pass = (view) => {
  if (!/[ﬀ-ﬆ]/u.test(view.witness.text)) return []
  return [...view.reading.text.matchAll(/[ﬀ-ﬆ]/gu)].map(({ 0: printed, index: from }): Edit => {
    const corr = LIGATURES[printed] ?? printed
    return {
      kind: 'edit',
      rule: RULE,
      error: 'ligature',
      from,
      to: from + 1,
      corr,
      candidates: [corr],
      cert: 'high',
      evidence: [`«${printed}» is one character for the letters «${corr}», cast in one piece`],
    }
  })
}
