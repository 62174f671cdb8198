import { describe, expect, it } from 'vitest'
import { clears, readPolicy } from '../../src/rules/policy.ts'
import { inputErrorOf } from '../support/failing.ts'

const BAR = { precision: 0.995, cases: 200 }
const PATH = 'rules/policy.json'

/** A policy that measured one rule so. */
function measured(precision: number, cases: number): object {
  return { bar: BAR, rules: { 'word/x': { precision, cases, source: 'a test' } } }
}

describe('the policy', () => {
  it.each([
    [0.995, 200, true],
    [1, 5000, true],
    [0.9949, 5000, false],
    [1, 199, false],
  ])('with a precision of %d in %d cases clears the bar: %s', (precision, cases, cleared) => {
    expect(clears(readPolicy(measured(precision, cases), PATH), 'word/x')).toBe(cleared)
  })

  it('has nothing cleared that was not measured, whatever its name', () => {
    const policy = readPolicy(measured(1, 500), PATH)
    expect(clears(policy, 'word/y')).toBe(false)
    expect(clears(policy, 'constructor')).toBe(false)
  })

  it.each([
    ['a list', [], 'Unexpected value of the file in rules/policy.json, expected an object'],
    ['no bar', { rules: {} }, 'Unexpected value of `bar` in rules/policy.json, expected an object'],
    [
      'no rules',
      { bar: BAR },
      'Unexpected value of `rules` in rules/policy.json, expected an object',
    ],
    [
      'a share above one',
      measured(99.5, 200),
      'Unexpected value of `word/x.precision` in rules/policy.json, expected a number from 0 to 1',
    ],
    [
      'half a case',
      measured(1, 0.5),
      'Unexpected value of `word/x.cases` in rules/policy.json, expected a whole number',
    ],
    [
      'no source',
      { bar: BAR, rules: { 'word/x': BAR } },
      'Unexpected value of `word/x.source` in rules/policy.json, expected a string',
    ],
    [
      'an unknown key',
      { bar: BAR, rules: {}, ruels: {} },
      'Unexpected key `ruels` in rules/policy.json, expected none but bar, rules',
    ],
  ])('with %s is refused', async (_name, json, message) => {
    expect((await inputErrorOf(() => readPolicy(json, PATH))).message).toBe(message)
  })
})
