import { describe, expect, it } from 'vitest'
import type { Pass, Rule } from '../../src/model/rule.ts'
import { TABLE_PASSES } from '../../src/passes/registry.ts'
import { compileRules, rulesFor } from '../../src/rules/compile-rules.ts'
import { readRule } from '../../src/rules/read-rule.ts'
import type { RuleFile } from '../../src/rules/rule-file.ts'
import { inputErrorOf } from '../support/failing.ts'
import { NOTHING_MEASURED, SUBSTITUTION, written } from './written-rule.ts'

const pass: Pass = () => []
const CODE = { kind: 'code', proposes: 'marking', role: 'hyphen', status: 'stable', languages: [] }

function file(id: string, declaration: object): RuleFile {
  return readRule(written({ ...declaration, id }), `rules/${id}.md`)
}

async function compile(
  files: readonly RuleFile[],
  passes: Readonly<Record<string, Pass>> = {},
  measured: Readonly<Record<string, { precision: number; cases: number; source: string }>> = {},
): Promise<readonly Rule[]> {
  const policy = { ...NOTHING_MEASURED, rules: measured }
  return compileRules(files, new Map(Object.entries(passes)), policy, TABLE_PASSES)
}

describe('compiled rules', () => {
  it('are in the order of layers and names', async () => {
    const ids = ['mark/a', 'word/b', 'word/a']
    const files = [...ids.map((id) => file(id, SUBSTITUTION)), file('line/z', CODE)]
    const rules = await compile(files, { 'line/z': pass })
    expect(rules.map(({ id }) => id)).toEqual(['line/z', 'word/a', 'word/b', 'mark/a'])
  })

  it('have the pass of their name where they are code', async () => {
    const [rule] = await compile([file('line/z', CODE)], { 'line/z': pass })
    expect(rule).toEqual({
      id: 'line/z',
      layer: 'line',
      title: 'Title',
      summary: 'What it finds.',
      languages: [],
      status: 'stable',
      proposes: 'marking',
      unasked: false,
      pass,
    })
  })

  it.each([
    ['stable', 1, true],
    ['nursery', 1, false],
    ['stable', 0.9, false],
  ])('that are %s and right in a share of %d are applied unasked: %s', async (...row) => {
    const [status, precision, unasked] = row
    const measured = { 'word/x': { precision, cases: 1000, source: 'a test' } }
    const [rule] = await compile([file('word/x', { ...SUBSTITUTION, status })], {}, measured)
    expect(rule?.unasked).toBe(unasked)
  })

  it('are never applied unasked when nothing was measured', async () => {
    const [rule] = await compile([file('word/x', SUBSTITUTION)])
    expect(rule?.unasked).toBe(false)
  })

  it('are chosen by the language of the book and by what it switches off', async () => {
    const files = [
      file('word/all', SUBSTITUTION),
      file('word/off', SUBSTITUTION),
      file('word/ru', { ...SUBSTITUTION, languages: ['ru'] }),
      file('word/de', { ...SUBSTITUTION, languages: ['de', 'fr'] }),
    ]
    const chosen = rulesFor(await compile(files), 'ru', new Set(['word/off']))
    expect(chosen.map(({ id }) => id)).toEqual(['word/all', 'word/ru'])
  })
})

describe('rules that do not go together', () => {
  it('are refused when one is there twice', async () => {
    const files = [file('word/x', SUBSTITUTION), file('word/x', SUBSTITUTION)]
    const { message } = await inputErrorOf(() => compile(files))
    expect(message).toBe(
      'Unexpected rule `word/x` at rules/word/x.md, expected one of the name: it is at rules/word/x.md, too',
    )
  })

  it('are refused when code has no pass', async () => {
    const { message } = await inputErrorOf(() => compile([file('line/z', CODE)]))
    expect(message).toBe(
      'Unexpected kind `code` at rules/line/z.md:7, expected a pass of the name line/z',
    )
  })

  it('are refused when a pass has no manual, or one of another kind', async () => {
    const expected =
      'Unexpected pass `word/x` without a manual, expected rules/word/x.md of kind `code`'
    const none = await inputErrorOf(() => compile([], { 'word/x': pass }))
    expect(none.message).toBe(expected)
    const other = await inputErrorOf(() =>
      compile([file('word/x', SUBSTITUTION)], { 'word/x': pass }),
    )
    expect(other.message).toBe(expected)
  })
})
