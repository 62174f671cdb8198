import type { Language } from '../model/language.ts'
import type { LanguageShare } from '../model/language-share.ts'
import { LAYERS, type Layer, type Rule } from '../model/rule.ts'
import type { Session } from '../model/session.ts'
import type { Survey } from '../model/survey.ts'
import type { Witness } from '../model/witness.ts'
import { type Apparatus, emptyApparatus, settle } from './apparatus.ts'
import type { LayerMemory, Memory } from './memory.ts'
import { replacementsOf } from './replacements.ts'
import type { Verdicts } from './verdict.ts'
import { viewOf } from './view-of.ts'

/** A book whose apparatus is to be settled. */
export interface BookToSettle {
  readonly witness: Witness
  readonly survey: Survey
  readonly language: Language
  /** Words that `book.yaml` says are right, in lower case. */
  readonly words: readonly string[]
  readonly rules: readonly Rule[]
  readonly verdicts: Verdicts
}

/** The same with all words that are right, those of the editors too. */
interface KnownBook extends Omit<BookToSettle, 'words'> {
  readonly words: ReadonlySet<string>
}

/** What is settled about a book, and what is to be told of it as a whole. */
export interface SettledBook extends Apparatus {
  readonly sessions: readonly Session[]
  readonly languages: readonly LanguageShare[]
}

/**
 * Settles a book layer by layer: the rules of each are shown the text as the layers before it left
 * it, but for those that an editor has switched off. Where the memory has been shown the same, no rule
 * is asked again.
 */
export function settleLayers(book: BookToSettle, memory: Memory): SettledBook {
  const { language, survey, verdicts } = book
  const right = [...book.words, ...verdicts.words]
  const words = memory.words.again([right], () => new Set(right))
  const apparatus = LAYERS.reduce(
    (earlier, layer) => settleLayer(earlier, layer, { ...book, words }, memory.of(layer)),
    emptyApparatus(verdicts),
  )
  const languages = memory.languages.again([survey, language], () => survey.sharesOf(language))
  return { ...apparatus, sessions: verdicts.sessions, languages }
}

function settleLayer(
  earlier: Apparatus,
  layer: Layer,
  { witness, survey, language, words, rules: all, verdicts }: KnownBook,
  memory: LayerMemory,
): Apparatus {
  const off = new Set(verdicts.rulesOff)
  const rules = all.filter((rule) => rule.layer === layer && !off.has(rule.id))
  const changes = replacementsOf(earlier.corrections)
  const view = memory.view.again(
    [
      ...[witness, survey, language, words, earlier.markings],
      changes.flatMap(({ from, to, text, correction }) => [from, to, text, correction]),
    ],
    () => viewOf(witness, survey, language, words, earlier),
  )
  const findings = memory.findings.again([view, rules], () =>
    rules.flatMap((rule) => rule.pass(view)),
  )
  return settle(earlier, findings, { layer, view, rules, verdicts, memory })
}
