import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { SaxesParser } from 'saxes'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { epubContent, epubFile } from '../../../src/formats/epub/epub-file.ts'
import { markdownFile } from '../../../src/formats/markdown/markdown-file.ts'
import type { Edition, EditionNode } from '../../../src/model/edition.ts'
import { editionOf } from '../../support/edition-of.ts'
import { editionOfBook } from '../../support/edition-of-book.ts'
import { faultsOf, whyNoEpubcheck } from '../../support/epubcheck.ts'
import { anyMarked, SEED } from '../../support/random-marked.ts'
import { SAMPLES } from '../../support/samples.ts'
import { firstOutOfOrder, wordsOfHtml, wordsOfMarkdown } from '../html/reading-words.ts'
import { parsed } from '../markdown/parsed.ts'
import { hostileEdition } from '../markdown/random-edition.ts'

const folder = mkdtempSync(join(tmpdir(), 'emend-epub-'))
afterAll(() => rmSync(folder, { recursive: true }))

const reason = whyNoEpubcheck()
if (reason) console.log(`skipped: ${reason}`)

interface ReadFile {
  readonly ids: readonly string[]
  readonly hrefs: readonly string[]
  readonly text: string
}

/** Reads a file of an e-book as strictly as XML is read. */
function readXml(xml: string): ReadFile {
  const ids: string[] = []
  const hrefs: string[] = []
  let text = ''
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ attributes }) => {
    for (const { local, value } of Object.values(attributes)) {
      if (local === 'id') ids.push(value)
      if (local === 'href') hrefs.push(value)
      expect(local).not.toMatch(/^on|^style$/u)
    }
  })
  parser.on('text', (piece) => {
    text += piece
  })
  parser.write(xml).close()
  return { ids, hrefs, text }
}

/** What must hold of every e-book: it is well-formed, and every link in it leads somewhere. */
function expectSound(content: ReadonlyMap<string, string>): ReadonlyMap<string, ReadFile> {
  const files = new Map(
    [...content]
      .filter(([name]) => !name.endsWith('.css'))
      .map(([name, xml]) => [name, readXml(xml)] as const),
  )
  for (const [name, { hrefs, ids }] of files) {
    expect(ids).toHaveLength(new Set(ids).size)
    if (!name.startsWith('EPUB/')) continue
    for (const href of hrefs) {
      if (/^https?:/u.test(href)) continue
      const [file = '', id] = href.split('#')
      expect([...content.keys()]).toContain(`EPUB/${file}`)
      if (id !== undefined) expect(files.get(`EPUB/${file}`)?.ids, href).toContain(id)
    }
  }
  return files
}

function* nodesIn(node: EditionNode): Generator<EditionNode> {
  yield node
  if ('children' in node) for (const child of node.children) yield* nodesIn(child)
}

/** The text of the book in an e-book: all its content documents after one another. */
function textOf(content: ReadonlyMap<string, string>): string {
  const texts = [...content].filter(([name]) => /\/text-\d+\.xhtml$/u.test(name))
  return texts
    .map(([, xhtml]) => xhtml.replace(/^[\s\S]*<body[^>]*>/u, '').replace('</body>', ''))
    .join('')
}

describe('an e-book', () => {
  const zone = process.env.TZ
  afterEach(() => {
    process.env.TZ = zone ?? ''
  })

  it('is the same bytes in every time zone, its type first and as it is', () => {
    const edition = editionOf('⟦page 1⟧⟦article:FIRST⟧\n⟦p:Text.⟧', { date: '2026-11-22' })
    const books = ['UTC', 'Asia/Kathmandu', 'America/Los_Angeles'].map((place) => {
      process.env.TZ = place
      return Buffer.from(epubFile(edition))
    })
    for (const book of books) expect(book.equals(books[0] ?? Buffer.alloc(0))).toBe(true)
    expect(books[0]?.subarray(30, 58).toString('latin1')).toBe('mimetypeapplication/epub+zip')
    expect(Object.keys(unzipSync(books[0] ?? new Uint8Array()))[0]).toBe('mimetype')
  })

  it('lists every page of the print, and links every note and correction both ways', () => {
    const tally = { pages: 0, notes: 0, entries: 0 }
    fc.assert(
      fc.property(anyMarked, (text) => {
        const edition = editionOf(text)
        const content = epubContent(edition)
        const files = expectSound(content)
        const nodes = [...nodesIn(edition)]
        const pages = nodes.filter((node) => node.type === 'pageBeginning' && !node.inNote)
        const list =
          /epub:type="page-list"[\s\S]*?<\/nav>/u.exec(content.get('EPUB/nav.xhtml') ?? '')?.[0] ??
          ''
        expect(list.split('<li>').length - 1).toBe(pages.length)
        const ids = new Set([...files.values()].flatMap((file) => file.ids))
        for (const { id } of edition.corrections) {
          expect(ids).toContain(`c.${id}`)
          expect(ids).toContain(`a.${id}`)
        }
        const notes = nodes.filter((node) => node.type === 'note')
        for (const { id } of notes) expect(ids).toContain(id)
        tally.pages += pages.length
        tally.notes += notes.length
        tally.entries += edition.corrections.length
      }),
      { seed: SEED, numRuns: 300 },
    )
    console.log(`seed ${SEED}:`, tally)
    expect(tally.pages).toBeGreaterThan(150)
    expect(tally.notes).toBeGreaterThan(150)
    expect(tally.entries).toBeGreaterThan(500)
  })

  it('shows what is hostile as text', () => {
    let hostile = 0
    fc.assert(
      fc.property(hostileEdition, (edition) => {
        for (const [name, xml] of epubContent(edition)) {
          if (name.endsWith('.css')) continue
          const { text } = readXml(xml)
          expect(xml).not.toMatch(/<script|<b>|<!--/u)
          if (/<!--|\]\]>|<b>/u.test(text)) hostile++
        }
      }),
      { seed: SEED, numRuns: 300 },
    )
    expect(hostile).toBeGreaterThan(100)
  })

  it('begins a file with every part, article and document, and with the page that begins there', () => {
    const content = epubContent(
      editionOf(
        '⟦page 1⟧⟦part:I⟧\n⟦p:Before.⟧\n⟦page 2⟧⟦article:ONE⟧\n⟦p:Text.⟧\n⟦section:a⟧\n⟦p:More.⟧',
      ),
    )
    const texts = [...content.keys()].filter((name) => name.includes('text-'))
    expect(texts).toEqual(['EPUB/text-001.xhtml', 'EPUB/text-002.xhtml'])
    expect(content.get('EPUB/text-002.xhtml')).toMatch(
      /id="pb2"[^>]*><\/span><h2 id="d2">ONE<\/h2>/u,
    )
  })

  it.skipIf(reason !== undefined)(
    'is valid whatever is known of the book, and from right to left',
    () => {
      const editions: readonly Edition[] = [
        editionOf(''),
        editionOf('⟦p:Text & <b>.⟧'),
        editionOf('⟦page 1⟧⟦article:א⟧\n⟦p:ב⟦call 1:1⟧⟧\n⟦note 1:⟦label:1⟧ ג\n⟧', {
          language: 'he',
          title: '<i>&',
          authors: [
            { name: 'A "B"' },
            { name: 'C', role: 'translator', refs: ['javascript:alert(1)'] },
          ],
          editors: [{ name: 'D' }],
          licence: { name: 'CC0', url: 'https://creativecommons.org/publicdomain/zero/1.0/' },
        }),
      ]
      for (const [i, edition] of editions.entries()) {
        const path = join(folder, `${i}.epub`)
        writeFileSync(path, epubFile(edition))
        expect(faultsOf(path)).toEqual([])
      }
    },
    60_000,
  )
})

describe.each(SAMPLES)('the e-book of $slug', async ({ slug }) => {
  const edition = await editionOfBook(slug)
  const bytes = epubFile(edition)
  const content = new Map(
    Object.entries(unzipSync(bytes))
      .slice(1)
      .map(([name, file]) => [name, strFromU8(file)] as const),
  )

  it('has the reading text of the Markdown, word for word', () => {
    expectSound(content)
    const words = wordsOfHtml(textOf(content))
    const expected = wordsOfMarkdown(parsed([...markdownFile(edition)].join('')))
    expect(words.text.length).toBeGreaterThan(1000)
    expect(firstOutOfOrder(words.text, expected.text)).toBeUndefined()
    expect([...words.text, ...words.notes].toSorted()).toEqual(
      [...expected.text, ...expected.notes].toSorted(),
    )
  })

  it.skipIf(reason !== undefined)(
    'is valid without a warning',
    () => {
      const path = join(folder, `${slug}.epub`)
      writeFileSync(path, bytes)
      expect(faultsOf(path)).toEqual([])
    },
    60_000,
  )
})
