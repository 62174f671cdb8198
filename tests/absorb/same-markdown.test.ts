import { describe, expect, it } from 'vitest'
import { parsed } from '../formats/markdown/parsed.ts'
import { COMPLETE_SAMPLES } from '../support/samples.ts'
import { absorberOf } from './absorbed.ts'
import { written } from './editing.ts'

/** Ways to write the same Markdown. */
const WAYS: Readonly<Record<string, (markdown: string) => string>> = {
  'other marks': (markdown) =>
    written(parsed(markdown), {
      bullet: '*',
      bulletOrdered: ')',
      emphasis: '_',
      rule: '-',
      ruleRepetition: 5,
      setext: true,
      closeAtx: true,
      fences: true,
      listItemIndent: 'tab',
      incrementListMarker: false,
    }),
  'lines broken at 60 characters': wrapped,
  'line ends of another system': (markdown) => markdown.replaceAll('\n', '\r\n'),
  'no front matter and no apparatus': (markdown) =>
    markdown.replace(/^---\n[\s\S]*?\n---\n/u, '').replace(/\n# Apparatus\n[\s\S]*$/u, '\n'),
  'notes numbered otherwise': (markdown) =>
    markdown.replace(/\[\^([^\]\n]+)\]/gu, (_, label: string) => `[^x-${label.toLowerCase()}]`),
}

/** Breaks the lines of paragraphs as an editor or a program does. */
function wrapped(markdown: string): string {
  return markdown
    .split('\n')
    .map((line) => (/^[\p{L}«"“]/u.test(line) ? broken(line) : line))
    .join('\n')
}

function broken(line: string): string {
  let length = 0
  // No break where what follows would be taken for a mark of Markdown at the beginning of a line.
  return line.replace(/(\S+)( )(?=[\p{L}«“])/gu, (all, word: string) => {
    length += all.length
    if (length < 60) return all
    length = 0
    return `${word}\n`
  })
}

describe.each(COMPLETE_SAMPLES)('the edition of $slug', async ({ slug }) => {
  const book = await absorberOf(slug)
  if (!book) throw new Error(`Expected a text of ${slug}`)

  it.each(Object.entries(WAYS))('is the same with %s', async (_, write) => {
    const edited = write(book.markdown)
    expect(edited).not.toBe(book.markdown)
    const { decisions, refusals } = await book.absorb(edited)
    expect(refusals).toEqual([])
    expect(decisions).toEqual([])
  })
})
