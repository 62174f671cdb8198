import { emptyApparatus, settle } from '../apparatus/apparatus.ts'
import { NO_VERDICTS } from '../apparatus/verdict.ts'
import { viewOf } from '../apparatus/view-of.ts'
import type { Language } from '../model/language.ts'
import { LAYERS, type Layer, type Pass, type Rule } from '../model/rule.ts'
import { rulesFor } from '../rules/compile-rules.ts'
import type { Example, RuleFile } from '../rules/rule-file.ts'
import { surveyOf } from '../survey/survey.ts'
import { readWitness } from '../witness/read-witness.ts'

/** What an example shall read, and what it reads. */
export interface TriedExample {
  readonly expected: string
  readonly found: string
  /** What it reads when the rule is not there: an example of a change must show the rule at work. */
  readonly without: string
}

/** Whether an example shows what it says. */
export function holds({ after }: Example, { expected, found, without }: TriedExample): boolean {
  return found === expected && (after === undefined || without !== after)
}

/**
 * Carries an example out with all rules. Whatever its own rule proposes is applied, however sure it is:
 * an example shows what a rule finds, and one that is kept that it asks about nothing either.
 */
export function tryExample(
  { layer, declaration }: RuleFile,
  { before, after }: Example,
  rules: readonly Rule[],
  plain: Language,
): TriedExample {
  // What a rule does only where a book asks for it, it does in an example of a change.
  const language = after === undefined ? plain : { ...plain, normalize: true }
  const { id } = declaration
  const others = rules.filter((rule) => rule.id !== id)
  const all = rules.map((rule) =>
    rule.id === id ? { ...rule, unasked: true, pass: sure(rule.pass) } : rule,
  )
  const isHyphen = declaration.kind === 'code' && declaration.role === 'hyphen'
  // Without a hyphen's marking its line end is a blank, which none is that stays.
  const kept = isHyphen ? before.replace(/(?<=\p{Pd})\n/gu, '') : before
  return {
    found: readingAfter(before, all, layer, language),
    expected: after ?? readingAfter(kept, others, layer, language),
    without: readingAfter(before, others, layer, language),
  }
}

function sure(pass: Pass): Pass {
  return (view) =>
    pass(view).map((found) => (found.kind === 'edit' ? { ...found, cert: 'high' } : found))
}

/** The reading text after the layers up to `last`, without the blanks of the layout. */
function readingAfter(
  text: string,
  chosen: readonly Rule[],
  last: Layer,
  language: Language,
): string {
  const bytes = new TextEncoder().encode(text)
  const witness = readWitness({ name: 'example.txt', bytes, encoding: 'utf-8' })
  const survey = surveyOf(witness)
  const look = (all: typeof apparatus) => viewOf(witness, survey, language, new Set(), all)
  let apparatus = emptyApparatus(NO_VERDICTS)
  const spoken = rulesFor(chosen, language.language, new Set())
  for (const layer of LAYERS.slice(0, LAYERS.indexOf(last) + 1)) {
    const view = look(apparatus)
    const own = spoken.filter((rule) => rule.layer === layer)
    const findings = own.flatMap((rule) => rule.pass(view))
    apparatus = settle(apparatus, findings, { layer, view, rules: own, verdicts: NO_VERDICTS })
  }
  return look(apparatus)
    .reading.text.replace(/[ \t]+/gu, ' ')
    .trim()
}
