import { type Flow, flowsOf } from '../model/flow.ts'
import type { Language } from '../model/language.ts'
import type { Reading } from '../model/reading.ts'
import { readingOf } from '../model/reading.ts'
import type { Survey } from '../model/survey.ts'
import type { View } from '../model/view.ts'
import type { Witness } from '../model/witness.ts'
import type { Apparatus } from './apparatus.ts'
import { replacementsOf } from './replacements.ts'

/**
 * What the passes of the next layer are shown: the witness with all that is settled so far. Flows and
 * reading text are built on first use, since not every layer looks at them.
 */
export function viewOf(
  witness: Witness,
  survey: Survey,
  language: Language,
  words: ReadonlySet<string>,
  { markings, corrections }: Pick<Apparatus, 'markings' | 'corrections'>,
): View {
  let flows: readonly Flow[] | undefined
  let reading: Reading | undefined
  return {
    witness,
    survey,
    language,
    words,
    markings,
    get flows() {
      flows ??= flowsOf(witness, markings)
      return flows
    },
    get reading() {
      reading ??= readingOf(witness, this.flows, markings, replacementsOf(corrections))
      return reading
    },
  }
}
