import { type Apparatus, emptyApparatus, settle } from '../../src/apparatus/apparatus.ts'
import { foldDecisions } from '../../src/apparatus/fold.ts'
import { viewOf } from '../../src/apparatus/view-of.ts'
import type { Certainty } from '../../src/model/certainty.ts'
import type { Decision } from '../../src/model/decision.ts'
import type { Marking } from '../../src/model/marking.ts'
import { LAYERS, type Layer, type Pass, type Rule } from '../../src/model/rule.ts'
import type { View } from '../../src/model/view.ts'
import { surveyOf } from '../../src/survey/survey.ts'
import { languageOf, witnessOf } from '../support/view-of.ts'

/** A rule of a test, ready to run. */
export function ruleOf(id: string, layer: Layer, pass: Pass, unasked = true): Rule {
  return {
    id,
    layer,
    title: id,
    summary: id,
    languages: [],
    status: 'stable',
    proposes: 'emendation',
    unasked,
    pass,
  }
}

/** A rule that reads `corr` wherever the reading text has `sic`. */
export function replacing(
  id: string,
  layer: Layer,
  sic: string,
  corr: string,
  { unasked = true, cert = 'high' }: { unasked?: boolean; cert?: Certainty } = {},
): Rule {
  const pass: Pass = ({ reading: { text } }) => {
    const found: number[] = []
    for (let at = text.indexOf(sic); at >= 0; at = text.indexOf(sic, at + sic.length))
      found.push(at)
    return found.map((from) => ({
      kind: 'edit',
      rule: id,
      error: 'letter',
      from,
      to: from + sic.length,
      corr,
      candidates: [corr],
      cert,
      evidence: [`${id} says so`],
    }))
  }
  return ruleOf(id, layer, pass, unasked)
}

/** A rule that proposes markings that are known beforehand. */
export function marking(id: string, layer: Layer, markings: readonly Marking[]): Rule {
  return { ...ruleOf(id, layer, () => markings), proposes: 'marking' }
}

export interface ToyRun {
  readonly apparatus: Apparatus
  /** With all that was settled. */
  readonly view: View
}

/** Runs rules layer by layer over a text, with what people decided. */
export function run(text: string, rules: readonly Rule[], log: readonly Decision[] = []): ToyRun {
  const witness = witnessOf(text)
  const survey = surveyOf(witness)
  const language = languageOf('en')
  const verdicts = foldDecisions(witness, log)
  const look = (apparatus: Apparatus): View =>
    viewOf(witness, survey, language, new Set(), apparatus)
  let apparatus = emptyApparatus(verdicts)
  for (const layer of LAYERS) {
    const view = look(apparatus)
    const findings = rules.filter((rule) => rule.layer === layer).flatMap((rule) => rule.pass(view))
    apparatus = settle(apparatus, findings, { layer, view, rules, verdicts })
  }
  return { apparatus, view: look(apparatus) }
}

/** What an entry says, for tests: reading, state, and by what it is beaten. */
export function told({ apparatus }: ToyRun): readonly string[] {
  const sicOf = new Map(
    apparatus.corrections.map((entry) => [entry.id, `${entry.sic}→${entry.corr}`]),
  )
  return apparatus.corrections.map(({ sic, corr, state, beatenBy }) => {
    const beaten = beatenBy === undefined ? '' : ` beaten by ${sicOf.get(beatenBy)}`
    return `${sic}→${corr} ${state}${beaten}`
  })
}
