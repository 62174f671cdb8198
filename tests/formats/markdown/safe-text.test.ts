import fc from 'fast-check'
import type { Paragraph, PhrasingContent, RootContent } from 'mdast'
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote'
import remarkStringify from 'remark-stringify'
import { unified } from 'unified'
import { describe, expect, it } from 'vitest'
import { isPlain, safeText } from '../../../src/formats/markdown/safe-text.ts'
import { hostileText } from './random-edition.ts'

const SEED = 20250302
const RUNS = 4000

/** Both escape `~` everywhere, as the edition does; only one takes the short way. */
const unsafe = [{ character: '~', inConstruct: 'phrasing' as const }]

const remark = unified()
  .use(remarkStringify, { unsafe })
  .data('toMarkdownExtensions', [gfmFootnoteToMarkdown()])
  .freeze()

const short = unified()
  .use(remarkStringify, { unsafe, handlers: { text: safeText } })
  .data('toMarkdownExtensions', [gfmFootnoteToMarkdown()])
  .freeze()

const neighbour: fc.Arbitrary<PhrasingContent> = fc.constantFrom(
  { type: 'html', value: '<!-- p. 12 -->' },
  { type: 'footnoteReference', identifier: '1', label: '1' },
  { type: 'break' },
  { type: 'emphasis', children: [{ type: 'text', value: 'слово' }] },
)

/** A text with neighbours, in a paragraph or a heading. */
const blockAround: fc.Arbitrary<RootContent> = fc
  .tuple(fc.option(neighbour), hostileText, fc.option(neighbour), fc.boolean())
  .map(([before, value, after, heading]) => {
    const children: PhrasingContent[] = [
      ...(before ? [before] : []),
      { type: 'text', value: heading ? value.replace(/[\r\n]/g, ' ') : value },
      ...(after ? [after] : []),
    ]
    return heading ? { type: 'heading', depth: 2, children } : { type: 'paragraph', children }
  })

describe('text', () => {
  it('is written as remark writes it, whichever way it takes', () => {
    const ways = { short: 0, long: 0 }
    fc.assert(
      fc.property(blockAround, (block) => {
        fc.pre(!startsWithColon(block))
        const tree = { type: 'root' as const, children: [block] }
        const expected = remark.stringify(tree)
        expect(short.stringify(tree)).toBe(expected)
        const isShort = 'children' in block && block.children.every(isShortIn)
        ways[isShort ? 'short' : 'long']++
      }),
      { seed: SEED, numRuns: RUNS },
    )
    console.log(`seed ${SEED}:`, ways)
    expect(ways.short).toBeGreaterThan(300)
    expect(ways.long).toBeGreaterThan(300)
  })

  it('is written as remark writes it when it is long', () => {
    let escapes = 0
    const long = fc.array(hostileText, { minLength: 1, maxLength: 20 }).map((fragments) => {
      return 'a'.concat(
        ...Array.from({ length: 4000 }, (_, i) => fragments[i % fragments.length] ?? ''),
      )
    })
    fc.assert(
      fc.property(long, (value) => {
        const children: PhrasingContent[] = [{ type: 'text', value: value.replace(/[\r\n]/g, ' ') }]
        const tree = { type: 'root' as const, children: [{ type: 'paragraph' as const, children }] }
        const expected = remark.stringify(tree)
        expect(short.stringify(tree) === expected).toBe(true)
        escapes += expected.split('\\').length - 1
      }),
      { seed: SEED, numRuns: 100 },
    )
    console.log(`seed ${SEED}:`, { escapes })
    expect(escapes).toBeGreaterThan(100_000)
  })

  it('takes the short way in ordinary prose', () => {
    const prose = 'Он сказал (в 1905 г.): «Так — и не иначе!» No. 7, 50% + 3 = X; и т. д.'
    expect(isPlain(prose, { before: '\n', after: '\n' })).toBe(true)
    expect(isPlain(prose, { before: '>', after: '<' })).toBe(true)
  })

  it('takes the long way where a line or a call begins', () => {
    expect(isPlain('1. a', { before: '\n', after: '\n' })).toBe(false)
    expect(isPlain('1. a', { before: '>', after: '\n' })).toBe(true)
    expect(isPlain('a!', { before: '\n', after: '[' })).toBe(false)
    expect(isPlain('(a)', { before: ']', after: '\n' })).toBe(false)
    expect(isPlain(': a', { before: ']', after: '\n' })).toBe(false)
  })

  it('would be something else, were the first character of a line not looked at', () => {
    const careless = unified()
      .use(remarkStringify, {
        unsafe,
        handlers: { text: (node: { readonly value: string }) => node.value },
      })
      .freeze()
    const paragraph: Paragraph = { type: 'paragraph', children: [{ type: 'text', value: '- a' }] }
    const tree = { type: 'root' as const, children: [paragraph] }
    expect(careless.stringify(tree)).not.toBe(remark.stringify(tree))
  })
})

/** The one place where the edition is more careful than remark: a call, and then a colon. */
function startsWithColon(block: RootContent): boolean {
  const [call, text] = 'children' in block ? block.children : []
  return call?.type === 'footnoteReference' && text?.type === 'text' && text.value.startsWith(':')
}

function isShortIn(node: RootContent): boolean {
  return node.type !== 'text' || isPlain(node.value, { before: '\n', after: '\n' })
}
