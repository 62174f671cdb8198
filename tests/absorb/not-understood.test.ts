import { describe, expect, it } from 'vitest'
import { absorberOf } from './absorbed.ts'

describe('what is not understood', async () => {
  const book = await absorberOf('la-coquille')
  if (!book) throw new Error('Expected a text of la-coquille')
  const { markdown } = book
  const end = markdown.indexOf('\n# Apparatus\n')
  const paragraph = /(?<=\n\n)\p{Lu}[^\n]{80,}(?=\n)/u.exec(markdown)?.[0] ?? ''
  const inIt = (change: string): string => markdown.replace(paragraph, change)

  it.each<readonly [string, string]>([
    [
      'a paragraph that is not printed',
      `${markdown.slice(0, end)}\nNew text.\n${markdown.slice(end)}`,
    ],
    [
      'a note that is not printed',
      `${markdown.slice(0, end)}\n[^new]: A note.\n${markdown.slice(end)}`,
    ],
    ['strong emphasis', inIt(`**${paragraph}**`)],
    ['a link', inIt(`[${paragraph}](https://example.org/)`)],
    ['HTML', inIt(`<b>${paragraph}</b>`)],
    ['a quotation made', inIt(`> ${paragraph}`)],
    ['an item made', inIt(`- ${paragraph}`)],
    ['another text', 'Something else.\n'],
  ])('%s is told, and nothing is decided about it', async (_, edited) => {
    expect(paragraph).not.toBe('')
    expect(edited).not.toBe(markdown)
    const { decisions, refusals } = await book.absorb(edited)
    expect(refusals.length).toBeGreaterThan(0)
    expect(refusals.every(({ line, expected }) => line > 0 && expected !== '')).toBe(true)
    expect(decisions).toEqual([])
  })
})
