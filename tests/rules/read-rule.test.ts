import { describe, expect, it } from 'vitest'
import { readRule } from '../../src/rules/read-rule.ts'
import { inputErrorOf } from '../support/failing.ts'
import { pattern, SUBSTITUTION, written } from './written-rule.ts'

const PATH = 'rules/word/x.md'

async function faultOf(markdown: string, path = PATH): Promise<string> {
  return (await inputErrorOf(() => readRule(markdown, path))).message
}

describe('a rule file', () => {
  it('is read with manual, declaration and the lines of its keys', () => {
    const rule = readRule(written(SUBSTITUTION, '\n## Why\n\nBecause *so*.\n\n## Evidence\n'), PATH)
    expect(rule).toMatchObject({
      path: PATH,
      layer: 'word',
      title: 'Title',
      summary: 'What it finds.',
      declaration: { ...SUBSTITUTION, word: false },
      sections: [
        { title: 'Why', text: 'Because *so*.' },
        { title: 'Evidence', text: '' },
      ],
      examples: [],
    })
    expect(rule.lines).toMatchObject({ id: 7, kind: 8, from: 14 })
  })

  it('has the context of a pattern empty where it is left out', () => {
    const rule = readRule(written(pattern({ match: 'a', corr: 'b' })), PATH)
    expect(rule.declaration).toMatchObject({ left: '', match: 'a', right: '', corr: 'b' })
  })

  it('has examples, in which pictures stand for control characters', () => {
    const examples = [
      '\n## Examples\n',
      '### mends',
      '```text before ru\na␊b␌␀␉\n```',
      '```text after\na b\n```',
      '### keeps',
      '```text keep\nc\n```',
    ].join('\n')
    expect(readRule(written(SUBSTITUTION, examples), PATH).examples).toMatchObject([
      { title: 'mends', language: 'ru', before: 'a\nb\f\0\t', after: 'a b' },
      { title: 'keeps', language: undefined, before: 'c', after: undefined },
    ])
  })
})

describe('a faulty rule file', () => {
  const { from: _, ...withoutFrom } = SUBSTITUTION
  const { error: __, ...withoutError } = SUBSTITUTION

  it.each([
    ['no title', 'Text', `Unexpected paragraph at ${PATH}:1, expected a title: \`# Title\``],
    ['nothing', '', `Unexpected end at ${PATH}:1, expected a title: \`# Title\``],
    [
      'no summary',
      '# A\n\n## B',
      `Unexpected heading at ${PATH}:3, expected a sentence that says what the rule finds`,
    ],
    ['no declaration', '# A\n\nB\n', `Unexpected end at ${PATH}, expected a block \`\`\`json rule`],
    [
      'two declarations',
      written(SUBSTITUTION, '\n```json rule\n{}\n```\n'),
      `Unexpected second declaration at ${PATH}:19, expected one \`\`\`json rule in a file`,
    ],
    [
      'an unknown key',
      written({ ...SUBSTITUTION, magic: 1 }),
      `Unexpected key \`magic\` at ${PATH}:16, expected none but those of its kind`,
    ],
    [
      'a key of another kind',
      written({ ...SUBSTITUTION, match: 'a' }),
      `Unexpected key \`match\` at ${PATH}:16, expected none but those of its kind`,
    ],
    [
      'a missing key',
      written(withoutFrom),
      `Unexpected value of \`from\` at ${PATH}:6, expected string, received undefined`,
    ],
    [
      'a missing class of errors',
      written(withoutError),
      `Unexpected value of \`error\` at ${PATH}:6, expected one of "homoglyph"|"digit"|"letter"|"space"|"punctuation"|"quotation"|"case"|"dash"|"word"|"ocr"|"hyphenation"|"ligature"|"character"|"orthography"`,
    ],
    [
      'a wrong type',
      written({ ...SUBSTITUTION, from: 7 }),
      `Unexpected value of \`from\` at ${PATH}:14, expected string, received number`,
    ],
    [
      'an unknown status',
      written({ ...SUBSTITUTION, status: 'good' }),
      `Unexpected value of \`status\` at ${PATH}:11, expected one of "nursery"|"stable"`,
    ],
    [
      'the id of another file',
      written({ ...SUBSTITUTION, id: 'word/y' }),
      `Unexpected id \`word/y\` at ${PATH}:7, expected \`word/x\`, as the file lies`,
    ],
    [
      'an example without a title',
      written(SUBSTITUTION, '\n```text keep\na\n```\n'),
      `Unexpected example at ${PATH}:19, expected a title over it: \`### Title\``,
    ],
    [
      'half an example',
      written(SUBSTITUTION, '\n### a\n\n```text before\na\n```\n'),
      `Unexpected blocks (before) under the example at ${PATH}:19, expected \`\`\`text before and \`\`\`text after, or one \`\`\`text keep`,
    ],
    [
      'an example of a title alone',
      written(SUBSTITUTION, '\n### a\n'),
      `Unexpected blocks (none) under the example at ${PATH}:19, expected \`\`\`text before and \`\`\`text after, or one \`\`\`text keep`,
    ],
  ])('with %s is refused with file and line', async (_name, markdown, message) => {
    expect(await faultOf(markdown)).toBe(message)
  })

  it('of an unknown kind is refused with the kinds that there are', async () => {
    const message = await faultOf(written({ ...SUBSTITUTION, kind: 'magic' }))
    expect(message).toMatch(/^Unexpected value of `kind` at rules\/word\/x\.md:8, expected /u)
    expect(message).toMatch(/code.*substitution.*pattern/u)
  })

  it('without JSON is refused with the line of the declaration', async () => {
    expect(await faultOf('# A\n\nB\n\n```json rule\n{,}\n```')).toMatch(
      /^Unexpected declaration at rules\/word\/x\.md:6, expected JSON: ./u,
    )
  })

  it.each(['rules/magic/x.md', 'x.md', 'rules/word/X y.md'])('at %s is refused', async (path) => {
    expect(await faultOf(written(SUBSTITUTION), path)).toBe(
      `Unexpected place of a rule: ${path}, expected rules/LAYER/name.md`,
    )
  })
})
