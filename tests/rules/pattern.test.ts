import { describe, expect, it } from 'vitest'
import { inputErrorOf } from '../support/failing.ts'
import { editsOf, pattern, SUBSTITUTION } from './written-rule.ts'

async function faultOf(parts: object): Promise<string> {
  const { message, advice } = await inputErrorOf(() => editsOf(pattern(parts), ''))
  return `${message} / ${advice}`
}

describe('a substitution', () => {
  it('reads one run of characters for another wherever it stands', async () => {
    expect(await editsOf(SUBSTITUTION, 'iiot iiiii')).toEqual(['0 ii→n', '5 ii→n', '7 ii→n'])
  })

  it('takes whole words alone, in any script', async () => {
    const declared = { ...SUBSTITUTION, from: 'он', to: 'о н', word: true }
    const text = 'он, слон она он\u0301 он7 𐐀он (он)\nон'
    expect(await editsOf(declared, text)).toEqual(['0 он→о н', '27 он→о н', '31 он→о н'])
  })
})

describe('a pattern', () => {
  it('reads groups for what it matches', async () => {
    const declared = pattern({ match: '(\\p{L})([.,])(\\p{L})', corr: '$1$2 $3$$' })
    expect(await editsOf(declared, 'да.нет, и')).toEqual(['1 а.н→а. н$'])
  })

  it('leaves out a group that matched nothing', async () => {
    expect(await editsOf(pattern({ match: 'a(b)?', corr: '[$1]' }), 'ab a')).toEqual([
      '0 ab→[b]',
      '3 a→[]',
    ])
  })

  it('leaves its context alone, so that one match may be the context of the next', async () => {
    const declared = pattern({ left: '\\p{L}', match: '-', right: '\\p{L}', corr: '' })
    expect(await editsOf(declared, 'а-б-в -г')).toEqual(['1 -→', '3 -→'])
  })

  it('knows the beginning and the end of a block', async () => {
    const declared = pattern({ left: '^', match: 'a', right: '$', corr: 'b' })
    expect(await editsOf(declared, 'a\naa\na')).toEqual(['0 a→b', '5 a→b'])
  })

  it('does not take the end of its sight for that of a block', async () => {
    const far = 'x'.repeat(100)
    expect(await editsOf(pattern({ left: '^x*', match: 'a', corr: 'b' }), `${far}a`)).toEqual([])
    expect(await editsOf(pattern({ match: 'a', right: 'x*$', corr: 'b' }), `a${far}`)).toEqual([])
    const near = 'x'.repeat(60)
    const declared = pattern({ left: '^x*', match: 'a', right: 'x*$', corr: 'b' })
    expect(await editsOf(declared, `${near}a${near}`)).toEqual(['60 a→b'])
  })

  it('never matches over two blocks, and never parts a surrogate pair', async () => {
    expect(await editsOf(pattern({ match: 'a[^z]+', corr: 'b' }), 'a\nac')).toEqual(['2 ac→b'])
    const text = `${'x'.repeat(63)}${'😀'.repeat(200)}`
    const edits = await editsOf(pattern({ match: '[^x]', corr: '$0' }), text)
    expect(edits).toHaveLength(200)
    expect(new Set(edits.map((edit) => edit.replace(/^\d+ /u, '')))).toEqual(new Set(['😀→😀']))
  })

  it('finds the same matches wherever the window of its search begins', async () => {
    const declared = pattern({ match: 'rn{1,3}', corr: 'm' })
    for (let before = 50; before < 200; before++) {
      const text = `${' '.repeat(before)}rnn${' '.repeat(70)}rn`
      expect(await editsOf(declared, text)).toEqual([`${before} rnn→m`, `${before + 73} rn→m`])
    }
  })

  it.each([
    ['nested repetitions', '(a+)+z'],
    ['overlapping alternatives', '(a|a|aa)*z'],
    ['a search to the end of the block for each match', 'a(.*z)?'],
    ['a search from each place', 'a*a*a*z'],
  ])('ends on a block of 100,000 letters with %s', async (_name, match) => {
    const edits = await editsOf(pattern({ match, corr: 'b' }), 'a'.repeat(100_000))
    expect(edits).toHaveLength(match.endsWith('?') ? 100_000 : 0)
  })

  it('ends on a long block with repetitions beside the match', async () => {
    const declared = pattern({ left: '(a*)*', match: 'a', right: '(a*)*z', corr: 'b' })
    expect(await editsOf(declared, 'a'.repeat(20_000))).toEqual([])
  })
})

describe('a faulty pattern', () => {
  const WORD_BORDER =
    '`\\b` knows Latin letters only: put what stands beside the match into `left` and `right`, such as `[^\\p{L}]|^`, or write a substitution with `word`.'

  it.each([
    [
      'a word border',
      { match: '\\bон', corr: 'b' },
      `Unexpected word border \`\\b\` in \`match\` at rules/word/x.md:14, expected a pattern of RE2 / ${WORD_BORDER}`,
    ],
    [
      'a class of Latin letters',
      { match: '\\w+', corr: 'b' },
      'Unexpected class `\\w` in `match` at rules/word/x.md:14, expected a pattern of RE2 / `\\w` knows Latin letters only: write `[\\p{L}\\p{M}\\p{Nd}]`.',
    ],
    [
      'a lookahead',
      { match: 'a(?=b)', corr: 'b' },
      'Unexpected lookahead `(?=` in `match` at rules/word/x.md:14, expected a pattern of RE2 / put what stands behind the match into `right`.',
    ],
    [
      'a lookbehind',
      { match: '(?<!b)a', corr: 'b' },
      'Unexpected lookbehind `(?<!` in `match` at rules/word/x.md:14, expected a pattern of RE2 / put what stands before the match into `left`.',
    ],
    [
      'a back reference',
      { match: '(a)\\1', corr: 'b' },
      'Unexpected back reference `\\1` in `match` at rules/word/x.md:14, expected a pattern of RE2 / it cannot be matched in linear time.',
    ],
    [
      'an anchor',
      { match: '^a', corr: 'b' },
      'Unexpected anchor `^` in `match` at rules/word/x.md:14, expected none / put what tells the beginning or end of a block into `left` or `right`.',
    ],
    [
      'nothing to match',
      { match: 'a*', corr: 'b' },
      'Unexpected pattern that matches nothing in `match` at rules/word/x.md:14, expected one character at least / ',
    ],
    [
      'a group that there is not',
      { match: '(a)', corr: '$2' },
      'Unexpected `$2` in `corr` at rules/word/x.md:15, expected $0 to $1, the groups of `match`, or $$ for a dollar / ',
    ],
    [
      'a dollar by itself',
      { match: 'a', corr: '$' },
      'Unexpected `$` in `corr` at rules/word/x.md:15, expected $0 to $0, the groups of `match`, or $$ for a dollar / ',
    ],
    [
      'a fault in its context',
      { match: 'a', corr: 'b', left: '\\bx' },
      `Unexpected word border \`\\b\` in \`left\` at rules/word/x.md:16, expected a pattern of RE2 / ${WORD_BORDER}`,
    ],
  ])('with %s is refused with file, line and advice', async (_name, parts, message) => {
    expect(await faultOf(parts)).toBe(message)
  })

  it('that is not closed is refused with what the engine says', async () => {
    expect(await faultOf({ match: '(a', corr: 'b' })).toMatch(
      /^Unexpected pattern in `match` at rules\/word\/x\.md:14, expected one in the syntax of RE2: .*missing/u,
    )
  })

  it('that is too large is refused', async () => {
    expect(await faultOf({ match: '(?:a{1,100}b{1,100}){2}', corr: 'b' })).toMatch(
      /^Unexpected pattern of \d+ steps in `match` at rules\/word\/x\.md:14, expected at most 250/u,
    )
  })

  it('allows an escaped backslash, and signs of anchors in a class or escaped', async () => {
    expect(await editsOf(pattern({ match: '\\\\b', corr: '' }), 'a\\b')).toEqual(['1 \\b→'])
    expect(await editsOf(pattern({ match: '[\\^$]\\$', corr: '' }), 'a^$')).toEqual(['1 ^$→'])
  })
})
