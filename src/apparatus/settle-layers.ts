import type { Language } from '../model/language.ts'
import type { LanguageShare } from '../model/language-share.ts'
import { type Finding, LAYERS, type Layer, type Rule } from '../model/rule.ts'
import type { Session } from '../model/session.ts'
import type { Survey } from '../model/survey.ts'
import type { View } from '../model/view.ts'
import type { Witness } from '../model/witness.ts'
import { type Apparatus, emptyApparatus, settle } from './apparatus.ts'
import type { Memory } from './memory.ts'
import { replacementsOf } from './replacements.ts'
import { stillSaid } from './still-said.ts'
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
    (earlier, layer) => settleLayer(earlier, layer, { ...book, words }, memory),
    emptyApparatus(verdicts),
  )
  const languages = memory.languages.again([survey, language], () => survey.sharesOf(language))
  return { ...apparatus, sessions: verdicts.sessions, languages }
}

function settleLayer(earlier: Apparatus, layer: Layer, book: KnownBook, memory: Memory): Apparatus {
  const { verdicts } = book
  const off = new Set(verdicts.rulesOff)
  const rules = book.rules.filter((rule) => rule.layer === layer && !off.has(rule.id))
  const { view, findings } = ask(earlier, layer, { ...book, rules }, memory)
  return settle(earlier, findings, { layer, view, rules, verdicts, memory: memory.of(layer) })
}

/** Shows the rules of a layer what there is, and gathers what they find. */
function ask(
  earlier: Apparatus,
  layer: Layer,
  { witness, survey, language, words, rules }: KnownBook,
  memory: Memory,
): { readonly view: View; readonly findings: readonly Finding[] } {
  const own = memory.of(layer)
  const changes = replacementsOf(earlier.corrections)
  const made = [
    ...[witness, survey, language, words, earlier.markings],
    changes.flatMap(({ from, to, text, correction }) => [from, to, text, correction]),
  ]
  const last = own.view.last
  const said = own.findings.last
  if (memory.isHurried && last && said) {
    if (own.view.isOf(made) && own.findings.isOf([last, rules]))
      return { view: last, findings: said }
    memory.isBehind = true
    return { view: last, findings: stillSaid(last, said, { rules, words }) }
  }
  const view = own.view.again(made, () => viewOf(witness, survey, language, words, earlier))
  const findings = own.findings.again([view, rules], () => rules.flatMap((rule) => rule.pass(view)))
  return { view, findings }
}
