import { describe, expect, it } from 'vitest'
import { InputError } from '../../src/model/input-error.ts'
import { benchWith } from './bench.ts'

const COMMANDS = ['init', 'build', 'check', 'restore', 'rules']

describe('emend', () => {
  it.each([['--help'], ...COMMANDS.map((command) => [command, '--help'])])(
    'gives help with examples in 80 columns: %s %s',
    async (...words) => {
      const { code, out, err } = await benchWith({}).emend(...words.filter(Boolean))
      expect([code, err]).toEqual([0, ''])
      expect(out).toContain('Examples:\n  $ emend ')
      expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80)
    },
  )

  it('prints its version', async () => {
    const { code, out } = await benchWith({}).emend('--version')
    expect(code).toBe(0)
    expect(out).toMatch(/^\d+\.\d+\.\d+\n$/)
  })

  it.each([
    [[], 'Usage: emend'],
    [['biuld'], '(Did you mean build?)'],
    [['build', '--bundel'], '(Did you mean --bundle?)'],
    [['init'], "missing required argument 'file'"],
    [['init', 'a', 'b'], 'too many arguments'],
    [['restore', 'a'], "required option '-o, --output <file>' not specified"],
    [['init', 'a', '--language', '../x'], 'Expected a code such as ru'],
    [['init', 'a', '--slug', 'a/b'], 'Expected letters, digits'],
    [['build', '--\u001b[31m'], '␛[31m'],
  ])('ends with 2 on wrong usage: %j', async (words, message) => {
    const { code, out, err } = await benchWith({}).emend(...words)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(message)
    expect(err).not.toContain('\u001b')
  })
})

describe('emend rules', () => {
  it('lists the rules, or tells of one', async () => {
    const bench = benchWith({})
    expect((await bench.emend('rules')).out).toBe(
      'rule            proposes    status   unasked  languages\n' +
        'word/some-rule  emendation  stable   applied  en\n',
    )
    const { code, out } = await bench.emend('rules', 'some-rule')
    expect(code).toBe(0)
    expect(out).toContain(
      'Some rule (word/some-rule)\n  Finds something that has to be put right.\n',
    )
  })

  it('says that there is no such rule', async () => {
    expect(await benchWith({}).emend('rules', 'word/none')).toEqual({
      code: 3,
      out: '',
      err: 'emend: No rule `word/none`. `emend rules` lists them.\n',
    })
  })

  it('reports faulty rule files beside the others', async () => {
    const fault = new InputError('Unexpected kind `magic` at rules/word/x.md:7', 'Correct it.')
    const rules = async () => ({ rules: [], faults: [fault] })
    const { code, err } = await benchWith({}, { workshop: { rules } }).emend('rules', '--json')
    expect([code, err]).toEqual([
      3,
      'emend: Unexpected kind `magic` at rules/word/x.md:7. Correct it.\n',
    ])
  })
})
