import { describe, expect, it } from 'vitest'
import { emptyApparatus, settle } from '../../src/apparatus/apparatus.ts'
import { NO_VERDICTS } from '../../src/apparatus/verdict.ts'
import { viewOf } from '../../src/apparatus/view-of.ts'
import type { Language } from '../../src/model/language.ts'
import { LAYERS, type Layer, type Pass, type Rule } from '../../src/model/rule.ts'
import { PASSES } from '../../src/passes/registry.ts'
import { compileRules, rulesFor } from '../../src/rules/compile-rules.ts'
import { readPolicy } from '../../src/rules/policy.ts'
import { readRule } from '../../src/rules/read-rule.ts'
import type { RuleFile } from '../../src/rules/rule-file.ts'
import { loadLanguage } from '../../src/store/language-file.ts'
import { surveyOf } from '../../src/survey/survey.ts'
import { witnessOf } from '../support/view-of.ts'
import { packageFile, packageRules, ROOT } from './package-rules.ts'

/** Rules whose examples would have to be whole pages, and where they are tested instead. */
const WITHOUT_EXAMPLES: Readonly<Record<string, string>> = {
  'page/page': 'pages need many lines: tests/passes/page',
  'note/note': 'notes need pages: tests/passes/note',
  'structure/block': 'blocks need columns: tests/passes/structure',
}

/** Examples whose rule does not do yet what they say. One that it does must be taken out here. */
const NOT_YET: Readonly<Record<string, string>> = {}

const files = packageRules().map(({ path, text }) => readRule(text, path))
const policy = readPolicy(JSON.parse(packageFile('rules/policy.json').text), 'rules/policy.json')
const rules = await compileRules(files, PASSES, policy)
const languages = new Map<string, Language>()
for (const code of ['ru', 'en', 'de', 'fr']) languages.set(code, await loadLanguage(ROOT, code))

/** The reading text after the layers up to `last`, without the blanks of the layout. */
function readingAfter(text: string, chosen: readonly Rule[], last: Layer, code: string): string {
  const language = languages.get(code)
  if (!language) throw new Error(`Expected a language of an example: ${code}`)
  const witness = witnessOf(text)
  const survey = surveyOf(witness)
  const look = (all: typeof apparatus) => viewOf(witness, survey, language, new Set(), all)
  let apparatus = emptyApparatus(NO_VERDICTS)
  const spoken = rulesFor(chosen, code, new Set())
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

/**
 * All rules, and all but the one in question. Whatever that one proposes is applied, however sure it
 * is: an example shows what a rule finds, and one that is kept that it asks about nothing either.
 */
function withAndWithout(id: string): readonly [readonly Rule[], readonly Rule[]] {
  return [
    rules.map((rule) =>
      rule.id === id ? { ...rule, unasked: true, pass: sure(rule.pass) } : rule,
    ),
    rules.filter((rule) => rule.id !== id),
  ]
}

function sure(pass: Pass): Pass {
  return (view) =>
    pass(view).map((found) => (found.kind === 'edit' ? { ...found, cert: 'high' } : found))
}

/** The text of an example that is kept, as it is read where nothing happens to it. */
function keptText({ declaration }: RuleFile, before: string): string {
  const isHyphen = declaration.kind === 'code' && declaration.role === 'hyphen'
  // Without a hyphen's marking its line end is a blank, which none is that stays.
  return isHyphen ? before.replace(/(?<=\p{Pd})\n/gu, '') : before
}

describe.each(files.filter(({ examples }) => examples.length > 0))('$path', (file) => {
  const { layer, declaration } = file
  const [all, others] = withAndWithout(declaration.id)

  for (const { title, before, after, language = 'en' } of file.examples) {
    const holds = Object.hasOwn(NOT_YET, `${declaration.id}: ${title}`) ? it.fails : it
    holds(title, () => {
      const found = readingAfter(before, all, layer, language)
      if (after === undefined) {
        expect(found).toBe(readingAfter(keptText(file, before), others, layer, language))
      } else {
        expect(found).toBe(after)
        expect(readingAfter(before, others, layer, language), 'without the rule').not.toBe(after)
      }
    })
  }
})

describe('the examples', () => {
  it('are there for every rule, but for those with a reason', () => {
    const bare = files.filter(({ examples }) => examples.length === 0)
    expect(bare.map(({ declaration }) => declaration.id).sort()).toEqual(
      Object.keys(WITHOUT_EXAMPLES).sort(),
    )
  })

  it('of every emendation show what it changes and what it keeps', () => {
    const emending = files.filter(({ declaration }) => declaration.proposes === 'emendation')
    const oneSided = emending.filter(
      ({ examples }) => new Set(examples.map(({ after }) => after === undefined)).size < 2,
    )
    expect(emending.length).toBeGreaterThan(0)
    expect(oneSided.map(({ path }) => path)).toEqual([])
  })

  it('that do not hold yet are there', () => {
    const known = files.flatMap(({ declaration, examples }) =>
      examples.map(({ title }) => `${declaration.id}: ${title}`),
    )
    expect(Object.keys(NOT_YET).filter((name) => !known.includes(name))).toEqual([])
  })

  it('are more than thirty', () => {
    expect(files.flatMap(({ examples }) => examples).length).toBeGreaterThan(30)
  })
})
