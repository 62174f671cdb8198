import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'
import { describe, expect, it } from 'vitest'
import { buildEdition } from '../../../src/edition/build-edition.ts'
import { markdownFile } from '../../../src/formats/markdown/markdown-file.ts'
import { markdownTree } from '../../../src/formats/markdown/markdown-tree.ts'
import type { Edition, EditionNode } from '../../../src/model/edition.ts'
import { Markings } from '../../../src/model/marking.ts'
import { lineEndHyphen } from '../../../src/passes/line/line-end-hyphen.ts'
import { note } from '../../../src/passes/note/note.ts'
import { page } from '../../../src/passes/page/page.ts'
import { block } from '../../../src/passes/structure/block.ts'
import { editorialMark } from '../../../src/passes/structure/editorial-mark.ts'
import { letterSpacing } from '../../../src/passes/structure/letter-spacing.ts'
import { editionOf } from '../../support/edition-of.ts'
import { BOOK } from '../../support/notation.ts'
import { anyMarked, SEED } from '../../support/random-marked.ts'
import { ROOT, SAMPLES, setSample } from '../../support/samples.ts'
import { languageOf, markingsIn, viewOf } from '../../support/view-of.ts'
import { bare, parsed } from './parsed.ts'

const RAW = join(process.env.EMEND_SHARED ?? join(ROOT, '..', 'shared'), 'raw')
const SAMPLE_BOOK = join(RAW, '000_7f3fb5cfc14f1a27.txt')
const THERE = existsSync(SAMPLE_BOOK)
if (!THERE) console.log('Skipped: the sample book is absent')

/** The edition of a raw text, as the passes see it that need no lexicon. */
function editionThrough(text: string, code: 'ru' | 'en'): Edition {
  const language = languageOf(code)
  let markings = new Markings([])
  let view = viewOf(text, [], language)
  for (const layer of [[page], [note], [lineEndHyphen], [block, editorialMark, letterSpacing]]) {
    view = viewOf(text, markings.all, language)
    const found = layer.flatMap((pass) => markingsIn(pass(view)))
    markings = new Markings([...markings.all, ...found])
  }
  const { witness } = view
  const rest = { corrections: [], notices: [], rules: [], version: '0.1.0' }
  return buildEdition({ book: BOOK, witness, markings, ...rest })
}

/** The file of an edition, read back. Checks that it is the tree that it was written from. */
function readBack(edition: Edition): Root {
  const tree = parsed([...markdownFile(edition)].join(''))
  expect(bare(tree)).toEqual(bare(markdownTree(edition)))
  return tree
}

/** Letters printed in the nodes of a tree that are not left out. */
function letters(node: EditionNode, leftOut: ReadonlySet<string>): string {
  if (leftOut.has(node.type)) return ''
  if (node.type === 'correction') return node.reading
  if ('children' in node) return node.children.map((child) => letters(child, leftOut)).join('')
  if (node.type === 'hyphen') return node.kind === 'soft' ? '' : node.value
  return node.type === 'text' || node.type === 'label' ? node.value : ''
}

/** The text of a tree, its apparatus left out. */
function textOf(tree: Root): string {
  const end = tree.children.findLastIndex((node) => node.type === 'heading' && node.depth === 1)
  const texts: string[] = []
  visit({ ...tree, children: tree.children.slice(0, end) }, ['text', 'code'], (node) => {
    if ('value' in node) texts.push(node.value)
  })
  return texts.join('')
}

/** How often each letter stands in a text. */
function counted(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const letter of text.match(/\p{L}/gu) ?? [])
    counts.set(letter, (counts.get(letter) ?? 0) + 1)
  return counts
}

/** The letters of which one text has more than another. */
function surplus(one: string, other: string): readonly string[] {
  const counts = counted(other)
  return [...counted(one)].filter(([letter, n]) => n > (counts.get(letter) ?? 0)).map(([l]) => l)
}

/** What the Markdown shows of an edition: every letter; labels, sigla and calls where it needs them. */
function expectEveryLetter(edition: Edition, tree: Root): void {
  const text = textOf(tree)
  expect(surplus(letters(edition, new Set(['call', 'label'])), text)).toEqual([])
  const sigla = edition.markings.map((marking) => (marking.role === 'note' ? marking.siglum : ''))
  expect(surplus(text, letters(edition, new Set()) + sigla.join(''))).toEqual([])
}

/** Where pages begin in a tree, or comments say so. */
function pagesIn(edition: Edition): number {
  let pages = 0
  visit(edition, (node: { readonly type: string }) => {
    if (node.type === 'pageBeginning') pages++
  })
  return pages
}

function commentsIn(tree: Root): number {
  let comments = 0
  visit(tree, 'html', (node) => {
    expect(node.value).toMatch(/^<!-- (p\. [^<>]+ )?-->$/u)
    if (node.value !== '<!-- -->') comments++
  })
  return comments
}

function expectWhole(edition: Edition): Root {
  const tree = readBack(edition)
  expectEveryLetter(edition, tree)
  expect(commentsIn(tree)).toBe(pagesIn(edition))
  return tree
}

describe('the Markdown of trees that the builder makes', () => {
  it('parses back, and loses no letter and no page, whatever the markings', () => {
    const tally = { pages: 0, notes: 0, corrections: 0, letters: 0 }
    fc.assert(
      fc.property(anyMarked, (text) => {
        const edition = editionOf(text)
        const tree = expectWhole(edition)
        tally.pages += commentsIn(tree)
        tally.corrections += edition.corrections.length
        tally.letters += textOf(tree).length
        visit(tree, 'footnoteDefinition', () => {
          tally.notes++
        })
      }),
      { seed: SEED, numRuns: 600 },
    )
    console.log(`seed ${SEED}:`, tally)
    expect(tally.pages).toBeGreaterThan(300)
    expect(tally.notes).toBeGreaterThan(30)
    expect(tally.corrections).toBeGreaterThan(500)
    expect(tally.letters).toBeGreaterThan(20_000)
  })

  it.each(SAMPLES)('is whole for $slug', (sample) => {
    const edition = editionThrough(setSample(sample).raw, sample.language === 'ru' ? 'ru' : 'en')
    const tree = expectWhole(edition)
    expect(tree.children.length).toBeGreaterThan(50)
  })

  it('would be found wanting, were one paragraph left out', () => {
    const [sample] = SAMPLES
    const edition = editionThrough(sample ? setSample(sample).raw : '', 'ru')
    const tree = readBack(edition)
    const at = tree.children.findIndex((node) => node.type === 'paragraph')
    const wanting = { ...tree, children: tree.children.toSpliced(at, 1) }
    expect(() => expectEveryLetter(edition, wanting)).toThrow()
  })

  it.runIf(THERE)('is whole for the sample book', { timeout: 120_000 }, () => {
    const tree = expectWhole(editionThrough(readFileSync(SAMPLE_BOOK, 'utf8'), 'ru'))
    expect(tree.children.length).toBeGreaterThan(1000)
  })
})
