import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { LAYERS } from '../../src/model/rule.ts'
import { PASSES, TABLE_PASSES } from '../../src/passes/registry.ts'
import { bundleRules } from '../../src/rules/bundle-rules.ts'
import { compileRules } from '../../src/rules/compile-rules.ts'
import { readRuleBundle } from '../../src/rules/rule-bundle.ts'
import { rulesReadme } from '../../src/rules/rules-readme.ts'
import { packageFile, packageRules, ROOT } from './package-rules.ts'

const bundle = bundleRules(packageRules(), packageFile('rules/policy.json'))

/** Every module that is loaded with the one at `path`, not on demand but at once. */
function loadedWith(path: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(path)) return seen
  seen.add(path)
  if (!path.startsWith('/')) return seen
  const imports = readFileSync(path, 'utf8').matchAll(
    /^(?:import|export) (?!type )(?:[^'"]*? from )?'([^']+)'/gmu,
  )
  for (const [, name = ''] of imports) {
    loadedWith(name.startsWith('.') ? join(dirname(path), name) : name, seen)
  }
  return seen
}

describe('the rules of the package', () => {
  it('all lie in the folder of a layer', () => {
    const folders = readdirSync(join(ROOT, 'rules'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
    expect(folders.filter((name) => !LAYERS.some((layer) => layer === name))).toEqual(['languages'])
  })

  it('are listed in rules/README.md as they are', async () => {
    const rules = await compileRules(bundle.rules, PASSES, bundle.policy, TABLE_PASSES)
    expect(rules.length).toBe(packageRules().length)
    const listed = packageFile('rules/README.md').text
    expect(listed, 'run `npm run build`').toBe(rulesReadme(rules, bundle.policy))
  })

  it('go through the bundle unharmed, and in one order', () => {
    expect(readRuleBundle(JSON.parse(JSON.stringify(bundle)))).toEqual(bundle)
    const turned = bundleRules(packageRules().toReversed(), packageFile('rules/policy.json'))
    expect(JSON.stringify(turned)).toBe(JSON.stringify(bundle))
  })

  it('are measured under a name that there is', () => {
    const ids = new Set(bundle.rules.map(({ declaration }) => declaration.id))
    expect(Object.keys(bundle.policy.rules).filter((id) => !ids.has(id))).toEqual([])
  })

  it('are loaded without the parser, the validator and the pattern engine', () => {
    const loaded = loadedWith(join(ROOT, 'src/cli/found-rules.ts'))
    expect(loaded).toContain(join(ROOT, 'src/rules/compile-rules.ts'))
    expect(
      [...loaded].filter((name) => /^(?:unified|remark-parse|zod|re2js)$/u.test(name)),
    ).toEqual([])
    const reading = loadedWith(join(ROOT, 'src/rules/read-rule.ts'))
    expect([...reading]).toEqual(expect.arrayContaining(['unified', 'remark-parse', 'zod']))
  })

  it.each([null, [], {}, { form: 0, rules: [] }, { form: 2, rules: [1], policy: {} }])(
    'are not read from %j',
    (json) => {
      expect(() => readRuleBundle(json)).toThrow(
        'Unexpected bundle of rules, expected form 2: run `npm run build`',
      )
    },
  )
})
