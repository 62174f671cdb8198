import type { Edit } from '../../model/emendation.ts'
import type { Notice } from '../../model/notice.ts'
import type { Pass } from '../../model/rule.ts'
import type { View } from '../../model/view.ts'
import { inShape } from './in-shape.ts'
import { textOf } from './running-word.ts'
import { type WordIndex, wordIndex } from './word-index.ts'

const RULE = 'word/older-spelling'

/** How many different words a notice shows. */
const SHOWN = 5

/**
 * Counts the words in an older spelling. They are variants and no errors: they are left as they are,
 * unless the book asks for the spelling of today. O(words), and a match of a pattern for each form.
 */
export const olderSpelling: Pass = (view) => {
  const index = wordIndex(view)
  const modern = index.older()
  if (modern.size === 0) return []
  const edits = view.language.normalize ? editsOf(view, index, modern) : []
  return [...edits, notice(view, index, modern)]
}

function editsOf(
  view: View,
  { words, forms }: WordIndex,
  modern: ReadonlyMap<number, readonly string[]>,
): readonly Edit[] {
  return words.flatMap((word, i): readonly Edit[] => {
    const readings = modern.get(forms[i] ?? -1)
    const printed = textOf(view, word)
    // A word in capitals and small letters is another matter.
    if (!readings || printed !== inShape(printed.toLowerCase(), printed)) return []
    const candidates = [...readings]
      .sort((a, b) => view.survey.count(b) - view.survey.count(a) || (a < b ? -1 : 1))
      .map((reading) => inShape(reading, printed))
    const corr = candidates[0] ?? printed
    const { from, to } = word
    const cert = candidates.length === 1 ? 'high' : 'medium'
    const evidence = [`«${printed}» is an older spelling of «${corr}»`]
    return [
      {
        kind: 'edit',
        rule: RULE,
        error: 'orthography',
        from,
        to,
        corr,
        candidates,
        cert,
        evidence,
      },
    ]
  })
}

function notice(
  { language: { name, orthography, normalize } }: View,
  { counts, spelled }: WordIndex,
  modern: ReadonlyMap<number, readonly string[]>,
): Notice {
  const forms = [...modern.keys()].sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || a - b)
  const count = forms.reduce((sum, form) => sum + (counts[form] ?? 0), 0)
  const shown = forms.slice(0, SHOWN).map((form) => `«${spelled[form]}»`)
  const what = normalize
    ? 'They are read in that of today, as book.yaml asks.'
    : 'They are variants and left as printed; `normalize: yes` in book.yaml reads them in that of today.'
  return {
    kind: 'notice',
    code: 'older-orthography',
    line: 0,
    count,
    message:
      `Unexpected spelling of an older time (${orthography?.name ?? name}) in ${count} ` +
      `${count === 1 ? 'word' : 'words'} (${shown.join(', ')}${forms.length > SHOWN ? ', …' : ''}), ` +
      `expected that of today. ${what}`,
  }
}
