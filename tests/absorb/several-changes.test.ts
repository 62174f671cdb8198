import { describe, expect, it } from 'vitest'
import { absorberOf } from './absorbed.ts'
import { textTree } from './same-text.ts'

const BEFORE_LIST = 'Поэтому мы отобрали тексты трех родов:\n\n'

describe('several changes beside each other', async () => {
  const [russian, english] = await Promise.all(
    ['pechatnoe-delo', 'the-printers-craft'].map((slug) => absorberOf(slug)),
  )

  it.each([
    [
      'a paragraph taken out before a list, and the first word of the list',
      russian,
      (text: string) => text.replace(`${BEFORE_LIST}- статьи`, '- очерки'),
    ],
    [
      'a word parted before the beginning of a page',
      english,
      (text: string) => text.replace('much <!-- p. 27 -->', 'mu ch <!-- p. 27 -->'),
    ],
    [
      'calls exchanged, and the next paragraph taken out',
      english,
      (text: string) =>
        text
          .replace(/(?<=[^\n])\[\^d22\.2\]/, '[^d1.asterisk]')
          .replace('her mother.[^d1.asterisk]', 'her mother.[^d22.2]')
          .replace(/\nErrors remain\.[^\n]*\n/, ''),
    ],
  ] as const)('are told apart: %s', async (_, book, edit) => {
    const edited = edit(book?.markdown ?? '')
    expect(edited).not.toBe(book?.markdown)
    const absorbed = await book?.absorb(edited)
    expect(absorbed?.refusals).toEqual([])
    expect(textTree(absorbed?.markdown ?? '')).toEqual(textTree(edited))
  })
})
