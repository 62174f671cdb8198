import { describe, expect, it } from 'vitest'
import { tryExample } from '../../src/cli/try-example.ts'
import type { Language } from '../../src/model/language.ts'
import { PASSES, TABLE_PASSES } from '../../src/passes/registry.ts'
import { compileRules } from '../../src/rules/compile-rules.ts'
import { readPolicy } from '../../src/rules/policy.ts'
import { readRule } from '../../src/rules/read-rule.ts'
import { loadLanguage } from '../../src/store/language-file.ts'
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
const rules = await compileRules(files, PASSES, policy, TABLE_PASSES)
const languages = new Map<string, Language>()
for (const code of ['ru', 'en', 'de', 'fr']) languages.set(code, await loadLanguage(ROOT, code))

describe.each(files.filter(({ examples }) => examples.length > 0))('$path', (file) => {
  const { declaration } = file

  for (const example of file.examples) {
    const { title, after, language: code = 'en' } = example
    const holds = Object.hasOwn(NOT_YET, `${declaration.id}: ${title}`) ? it.fails : it
    holds(title, () => {
      const language = languages.get(code)
      if (!language) throw new Error(`Expected a language of an example: ${code}`)
      const { expected, found, without } = tryExample(file, example, rules, language)
      expect(found).toBe(expected)
      if (after !== undefined) expect(without, 'without the rule').not.toBe(after)
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
