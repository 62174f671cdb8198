import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { htmlFile } from '../../../src/formats/html/html-file.ts'
import { markdownFile } from '../../../src/formats/markdown/markdown-file.ts'
import { editionOfBook } from '../../support/edition-of-book.ts'
import { ROOT, SAMPLES } from '../../support/samples.ts'
import { parsed } from '../markdown/parsed.ts'
import { readHtml } from './read-html.ts'
import { firstOutOfOrder, wordsOfHtml, wordsOfMarkdown } from './reading-words.ts'

const shared = process.env.EMEND_SHARED ?? join(ROOT, '..', 'shared')
const there = existsSync(join(shared, 'raw', '000_7f3fb5cfc14f1a27.txt'))
if (!there) console.log(`skipped: the real book is not in ${shared}; EMEND_SHARED says where it is`)
const BOOKS = [
  ...SAMPLES.map(({ slug }) => slug),
  ...(there ? ['rossiiskie-levye-kommunisty'] : []),
]

describe.each(BOOKS)('the page of %s', async (slug) => {
  const edition = await editionOfBook(slug)
  const html = [...htmlFile(edition)].join('')

  it('has the reading text of the Markdown, word for word', () => {
    const tree = parsed([...markdownFile(edition)].join(''))
    const expected = wordsOfMarkdown(tree)
    const words = wordsOfHtml(html)
    expect(words.text.length).toBeGreaterThan(1000)
    expect(words.notes.length).toBeGreaterThan(10)
    // A note that nothing calls stands at the foot of the page here, and in the text there.
    expect(firstOutOfOrder(words.text, expected.text)).toBeUndefined()
    expect([...words.text, ...words.notes].toSorted()).toEqual(
      [...expected.text, ...expected.notes].toSorted(),
    )
  })

  it('is HTML that a browser need not mend', () => {
    expect(readHtml(html).errors).toEqual([])
  })
})
