import type { Edit } from '../../model/emendation.ts'
import type { Notice } from '../../model/notice.ts'
import type { Pass } from '../../model/rule.ts'
import type { View } from '../../model/view.ts'

const RULE = 'structure/private-use'

/**
 * Characters that a font has made up and that many fonts have alike. Sources: Adobe's glyph list for
 * old-style figures and small capitals; the Symbol and Wingdings fonts for bullets; the Medieval
 * Unicode Font Initiative for ligatures of old type.
 */
const KNOWN: ReadonlyMap<string, string> = new Map([
  ...[...'0123456789'].map((digit, i) => pair(0xf730 + i, digit)),
  ...[...'abcdefghijklmnopqrstuvwxyz'].map((letter, i) => pair(0xf761 + i, letter)),
  pair(0xf0b7, '•'),
  pair(0xf0a7, '▪'),
  pair(0xeba2, 'ſi'),
  pair(0xeba3, 'ſl'),
  pair(0xeba6, 'ſſ'),
  pair(0xeec4, 'ck'),
  pair(0xeec5, 'ct'),
  pair(0xeedc, 'tz'),
])

function pair(unit: number, read: string): readonly [string, string] {
  return [String.fromCharCode(unit), read]
}

/**
 * Finds characters of the private use area, which mean something in one font only: reads those that
 * many fonts have alike, and tells of the others. O(n), and no more than a look at the witness where
 * there are none.
 */
export const privateUse: Pass = (view) => {
  if (!/[\ue000-\uf8ff]/u.test(view.witness.text)) return []
  const edits = [...view.reading.text.matchAll(/[\ue000-\uf8ff]/gu)].flatMap(
    ({ 0: printed, index: from }): readonly Edit[] => {
      const corr = KNOWN.get(printed)
      if (corr === undefined) return []
      return [
        {
          kind: 'edit',
          rule: RULE,
          error: 'character',
          from,
          to: from + 1,
          corr,
          candidates: [corr],
          cert: 'medium',
          evidence: [
            `many fonts have «${corr}» at U+${codeOf(printed)}, which is no character of Unicode`,
          ],
        },
      ]
    },
  )
  return [...edits, ...noticesOf(view)]
}

function noticesOf({ witness: { text, lines } }: View): readonly Notice[] {
  const found = new Map<string, { first: number; times: number }>()
  for (const { 0: printed, index } of text.matchAll(/[\ue000-\uf8ff]/gu)) {
    const known = found.get(printed)
    if (known) known.times++
    else found.set(printed, { first: index, times: 1 })
  }
  return [...found].map(([printed, { first, times }]) => ({
    kind: 'notice',
    code: 'private-use',
    line: lines.at(first),
    message:
      `Unexpected character U+${codeOf(printed)}, ${times === 1 ? 'once' : `${times} times`}, expected one of ` +
      'Unicode: it means something in one font only. Look into the images what is printed, and decide.',
  }))
}

function codeOf(character: string): string {
  return character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
}
