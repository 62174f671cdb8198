import fc from 'fast-check'
import type { Root } from 'mdast'
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote'
import remarkStringify from 'remark-stringify'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { describe, expect, it } from 'vitest'
import { markdownFile } from '../../../src/formats/markdown/markdown-file.ts'
import { markdownTree } from '../../../src/formats/markdown/markdown-tree.ts'
import type { BlockNode, Edition, Inline, Item } from '../../../src/model/edition.ts'
import { bare, parsed } from './parsed.ts'
import { hostileEdition } from './random-edition.ts'

const SEED = 20250301
const RUNS = 1500

/** How often something was really put to the test. */
class Tally {
  readonly #counts = new Map<string, number>()

  add(what: string, count: number): void {
    this.#counts.set(what, (this.#counts.get(what) ?? 0) + count)
  }

  expectAtLeast(least: Readonly<Record<string, number>>): void {
    console.log(`seed ${SEED}:`, Object.fromEntries(this.#counts))
    for (const [what, count] of Object.entries(least)) {
      expect(this.#counts.get(what) ?? 0, what).toBeGreaterThanOrEqual(count)
    }
  }
}

function fileOf(edition: Edition): string {
  return [...markdownFile(edition)].join('')
}

function countNodes(tree: Root, tally: Tally): void {
  visit(tree, (node) => tally.add(node.type, 1))
}

describe('a Markdown edition', () => {
  it('parses back to the tree that it was written from', () => {
    const tally = new Tally()
    fc.assert(
      fc.property(hostileEdition, (edition) => {
        const tree = markdownTree(edition)
        const file = fileOf(edition)
        expect(bare(parsed(file))).toEqual(bare(tree))
        countNodes(tree, tally)
        tally.add('escapes', file.split('\\').length - 1)
      }),
      { seed: SEED, numRuns: RUNS },
    )
    tally.expectAtLeast({
      paragraph: 3000,
      text: 5000,
      emphasis: 500,
      html: 1000,
      break: 200,
      blockquote: 200,
      list: 200,
      footnoteReference: 200,
      footnoteDefinition: 200,
      thematicBreak: 20,
      heading: 1000,
      escapes: 10_000,
    })
  })

  it('would not, were its text written as it stands', () => {
    const careless = unified()
      .use(remarkStringify, {
        handlers: {
          text: (node: { readonly value: string }) => node.value,
          yaml: (node: { readonly value: string }) => `---\n${node.value}\n---`,
        },
      })
      .data('toMarkdownExtensions', [gfmFootnoteToMarkdown()])
      .freeze()
    const result = fc.check(
      fc.property(hostileEdition, (edition) => {
        const tree = markdownTree(edition)
        expect(bare(parsed(careless.stringify(tree)))).toEqual(bare(tree))
      }),
      { seed: SEED, numRuns: RUNS },
    )
    expect(result.failed).toBe(true)
  })

  it('shows every printed letter of the edition once', () => {
    const tally = new Tally()
    fc.assert(
      fc.property(hostileEdition, (edition) => {
        const letters = lettersOf([...printedIn(edition.children)].join(''))
        expect(lettersOf(textOf(parsed(fileOf(edition))))).toEqual(letters)
        tally.add('letters', letters.length)
      }),
      { seed: SEED, numRuns: RUNS },
    )
    tally.expectAtLeast({ letters: 50_000 })
  })

  it('has its paragraphs on one line each, verse apart', () => {
    const tally = new Tally()
    fc.assert(
      fc.property(hostileEdition, (edition) => {
        visit(parsed(fileOf(edition)), ['paragraph', 'heading'], (node) => {
          const { end, start } = node.position ?? {}
          const breaks = 'children' in node ? node.children.filter((n) => n.type === 'break') : []
          expect((end?.line ?? 0) - (start?.line ?? 0)).toBe(breaks.length)
          tally.add('blocks', 1)
        })
      }),
      { seed: SEED, numRuns: RUNS / 3 },
    )
    tally.expectAtLeast({ blocks: 2000 })
  })
})

/** What a reader sees of a tree, labels apart. */
function* printedIn(nodes: readonly (BlockNode | Inline | Item)[]): Generator<string> {
  for (const node of nodes) {
    if (node.type === 'text') yield node.value
    else if (node.type === 'correction') yield node.reading
    else if ('children' in node) yield* printedIn(node.children)
  }
}

/**
 * The letters of a text in an order of their own, since notes are moved; those of two units left out,
 * which the halves of two surrogate pairs make where they come to stand side by side.
 */
function lettersOf(text: string): readonly string[] {
  return (text.match(/\p{L}/gu) ?? []).filter((letter) => letter.length === 1).sort()
}

/** The text of a Markdown tree before the apparatus. */
function textOf(tree: Root): string {
  const end = tree.children.findLastIndex((node) => node.type === 'heading' && node.depth === 1)
  const texts: string[] = []
  visit({ ...tree, children: tree.children.slice(0, end) }, ['text', 'code'], (node) => {
    if ('value' in node) texts.push(node.value)
  })
  return texts.join('')
}
