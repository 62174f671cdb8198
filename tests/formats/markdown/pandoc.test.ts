import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { markdownFile } from '../../../src/formats/markdown/markdown-file.ts'
import { pandocFile } from '../../../src/formats/markdown/pandoc-file.ts'
import type { Edition } from '../../../src/model/edition.ts'
import { editionOfBook } from '../../support/edition-of-book.ts'
import { isThere } from '../../support/program.ts'
import { ROOT, SAMPLES } from '../../support/samples.ts'
import { hostileText } from './random-edition.ts'
import { editionOf, heading, note, paragraph, text } from './small-edition.ts'

const shared = process.env.EMEND_SHARED ?? join(ROOT, '..', 'shared')
const there = existsSync(join(shared, 'raw', '000_7f3fb5cfc14f1a27.txt'))
if (!there) console.log(`skipped: the real book is not in ${shared}; EMEND_SHARED says where it is`)
const BOOKS = [
  ...SAMPLES.map(({ slug }) => slug),
  ...(there ? ['rossiiskie-levye-kommunisty'] : []),
]

const node = z.object({ t: z.string(), c: z.unknown().optional() })
const document = z.object({ blocks: z.array(node), meta: z.record(z.string(), z.unknown()) })
type Document = z.infer<typeof document>

/** The document as Pandoc reads it. */
function pandoc(markdown: string, from: string): Document {
  const options = { input: markdown, maxBuffer: 1 << 28, encoding: 'utf8' } as const
  return document.parse(JSON.parse(execFileSync('pandoc', ['-f', from, '-t', 'json'], options)))
}

function count(tree: unknown, type: string): number {
  if (Array.isArray(tree)) return tree.reduce((sum: number, one) => sum + count(one, type), 0)
  if (typeof tree !== 'object' || tree === null) return 0
  const own = 't' in tree && tree.t === type ? 1 : 0
  return Object.values(tree).reduce((sum: number, one) => sum + count(one, type), own)
}

/** The characters of running text that is nothing but text; anything else throws. */
function plain(inlines: unknown): string {
  return z
    .array(node)
    .parse(inlines)
    .map(({ t, c }) => {
      if (t === 'Space' || t === 'SoftBreak') return ' '
      if (t !== 'Str') throw new Error(`Unexpected ${t} in ${JSON.stringify(inlines)}`)
      return z.string().parse(c)
    })
    .join('')
}

function pandocMarkdown(edition: Edition): string {
  return [...pandocFile(edition)].join('')
}

describe.runIf(isThere('pandoc', '--version'))('Pandoc', () => {
  it.each(BOOKS)('keeps every note of %s, in both flavours', async (slug) => {
    const edition = await editionOfBook(slug)
    const markdown = [...markdownFile(edition)].join('')
    const marks = markdown.match(/\[\^[^\]]+\]/g)?.length ?? 0
    const calls = marks - (markdown.match(/^\[\^[^\]]+\]: /gm)?.length ?? 0)
    expect(calls).toBeGreaterThan(5)
    expect(count(pandoc(markdown, 'gfm+footnotes').blocks, 'Note')).toBe(calls)
    const read = pandoc(pandocMarkdown(edition), 'markdown')
    expect(count(read.blocks, 'Note')).toBe(calls)
    expect(read.meta).toHaveProperty('title')
    for (const odd of ['Math', 'Cite', 'Link', 'Quoted', 'RawInline', 'Subscript', 'Superscript']) {
      expect(count(read.blocks, odd), odd).toBe(0)
    }
  })

  it('takes no text of its flavour for markup', () => {
    const markup = [
      '$x^2$',
      '@doi',
      '"a" \'b\'',
      '--- ...',
      '(1) a',
      'iv. a',
      'A.  b',
      '\\input{x}',
    ]
    const more = ['[a]{.b}', ': a', '| a', '% a', '~a~', 'H~2~O', '^a^', '`a`{=html}', ':::']
    const hostile = fc.sample(hostileText, { numRuns: 400, seed: 20261123 })
    const texts = [...markup, ...more, ...hostile]
      .map((one) => one.replace(/[\s\0-\x1f\x7f-\x9f\u2028\p{Cs}\p{NChar}\ufeff]+/gu, ' ').trim())
      .filter((one) => one !== '')
    const edition = editionOf(texts.map((one) => paragraph(text(one))))
    const { blocks } = pandoc(pandocMarkdown(edition), 'markdown')
    const end = blocks.findLastIndex(({ t, c }) => t === 'Header' && Array.isArray(c) && c[0] === 1)
    const read = blocks.slice(0, end).map(({ t, c }) => (t === 'Para' ? plain(c) : `a ${t}`))
    // Pandoc keeps the number behind an abbreviation on its line.
    const blanks = (one: string): string => one.replaceAll('\u00a0', ' ')
    expect(read.map(blanks)).toEqual(texts.map(blanks))
    expect(texts.length).toBeGreaterThan(300)
  })

  it('finds a note in its place, and a title with signs in it', () => {
    const edition = editionOf([
      heading(1, text('One # two')),
      paragraph(
        text('before'),
        { type: 'call', siglum: '*', note: 'n1', id: 'r1', children: [text('*')] },
        note('n1', '*', paragraph(text('said'))),
      ),
    ])
    const { blocks } = pandoc(pandocMarkdown(edition), 'markdown')
    expect(blocks[0]?.t).toBe('Header')
    expect(JSON.stringify(blocks[1])).toContain('"Note"')
  })
})
