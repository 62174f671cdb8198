import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { htmlFile } from '../../../src/formats/html/html-file.ts'
import { STYLE } from '../../../src/formats/html/page-bundle.ts'
import type { Edition, EditionNode } from '../../../src/model/edition.ts'
import { editionOf } from '../../support/edition-of.ts'
import { anyMarked, SEED } from '../../support/random-marked.ts'
import { hostileEdition } from '../markdown/random-edition.ts'
import {
  attributeOf,
  type Element,
  elementsIn,
  hasClass,
  isApart,
  type ReadPage,
  readHtml,
  textOf,
} from './read-html.ts'

function fileOf(edition: Edition): string {
  return [...htmlFile(edition)].join('')
}

/** What must hold of the page of any edition. */
function expectSound({ elements, errors }: ReadPage): void {
  expect(errors).toEqual([])
  const ids = elements.flatMap((element) => attributeOf(element, 'id') ?? [])
  const known = new Set(ids)
  expect(ids.length).toBe(known.size)
  for (const element of elements) {
    const href = attributeOf(element, 'href')
    if (href?.startsWith('#') && !known.has(decodeURIComponent(href.slice(1)))) {
      expect(ids).toContain(href.slice(1))
    }
    const handler = element.attrs.find(({ name }) => name.startsWith('on') || name === 'style')
    if (handler) expect(handler).toBeUndefined()
  }
  expect(elements.filter(({ tagName }) => tagName === 'script')).toHaveLength(1)
  expect(
    elements.filter(({ tagName }) => ['iframe', 'img', 'object', 'link', 'base'].includes(tagName)),
  ).toEqual([])
}

/** The letters that a reader of the text sees: of blocks and notes, without apparatus and raw text. */
function lettersOf(page: ReadPage): readonly string[] {
  const shown = page.elements.filter((one) => hasClass(one, 'text') || hasClass(one, 'notes'))
  const text = shown.map((one) =>
    textOf(one, (inner) => isApart(inner) || hasClass(inner, 'siglum')),
  )
  return sorted(text.join(' '))
}

function sorted(text: string): readonly string[] {
  return (text.match(/\p{L}/gu) ?? []).filter((letter) => letter.length === 1).sort()
}

/** What the tree prints, its reference marks left out where they call a note. */
function* printedIn(node: EditionNode): Generator<string> {
  if (node.type === 'call' && node.note !== undefined) return
  if (node.type === 'correction') yield node.reading
  else if ('children' in node) for (const child of node.children) yield* printedIn(child)
  else if (node.type === 'text') yield node.value
  else if (node.type === 'hyphen' && node.kind !== 'soft') yield node.value
}

/** Trees whose ids are such as the builder makes. */
const sound = hostileEdition.filter((edition) => {
  const ids = [...idsIn(edition)]
  return new Set(ids).size === ids.length && callsAnswered(edition)
})

function* idsIn(node: EditionNode): Generator<string> {
  if ('id' in node) yield node.id
  if ('children' in node) for (const child of node.children) yield* idsIn(child)
}

function callsAnswered(edition: Edition): boolean {
  const ids = new Set(idsIn(edition))
  const calls = (node: EditionNode): boolean => {
    if (node.type === 'call' && node.note !== undefined && !ids.has(node.note)) return false
    return 'children' in node ? node.children.every(calls) : true
  }
  return calls(edition)
}

describe('the page of a hostile tree', () => {
  it('shows what is hostile as text, and every letter once', () => {
    const tally = { letters: 0, hostile: 0, elements: 0 }
    fc.assert(
      fc.property(sound, (edition) => {
        const html = fileOf(edition)
        const page = readHtml(html)
        expectSound(page)
        const letters = sorted([...printedIn(edition)].join(' '))
        expect(lettersOf(page)).toEqual(letters)
        tally.letters += letters.length
        tally.elements += page.elements.length
        if (/<script|<!--|\]\]>|<b>/u.test([...printedIn(edition)].join(' '))) tally.hostile++
      }),
      { seed: SEED, numRuns: 400 },
    )
    console.log(`seed ${SEED}:`, tally)
    expect(tally.letters).toBeGreaterThan(5000)
    expect(tally.hostile).toBeGreaterThan(100)
  })

  it('would not, were a text written as it stands', () => {
    const page = readHtml(fileOf(editionOf('⟦p:a⟧')).replace('>a<', '><script>alert(1)</script><'))
    expect(() => expectSound(page)).toThrow()
  })
})

describe('the page of any marked text', () => {
  it('has every page, note, call and correction, each with its links', () => {
    const tally = { pages: 0, notes: 0, calls: 0, words: 0, entries: 0 }
    fc.assert(
      fc.property(anyMarked, (text) => {
        const edition = editionOf(text)
        const page = readHtml(fileOf(edition))
        expectSound(page)
        const found = (name: string): readonly Element[] =>
          page.elements.filter((one) => hasClass(one, name))
        const nodes = [...nodesIn(edition)]
        const count = (type: string): number => nodes.filter((node) => node.type === type).length
        const pages = found('pb').length
        expect(pages).toBe(count('pageBeginning'))
        expect(found('note')).toHaveLength(count('note'))
        expect(found('call')).toHaveLength(count('call'))
        const entries = new Set(page.elements.flatMap((one) => attributeOf(one, 'id') ?? []))
        for (const { id } of edition.corrections) {
          expect(entries).toContain(`c.${id}`)
          expect(entries).toContain(`a.${id}`)
        }
        for (const node of nodes) {
          if (node.type !== 'note') continue
          const own = found('note').find((one) => attributeOf(one, 'id') === node.id)
          const backs = own ? backsOf(own) : []
          expect(backs).toEqual(node.calls.map((call) => `#${call}`))
        }
        tally.pages += pages
        tally.notes += count('note')
        tally.calls += count('call')
        tally.words += count('correction')
        tally.entries += edition.corrections.length
      }),
      { seed: SEED, numRuns: 400 },
    )
    console.log(`seed ${SEED}:`, tally)
    expect(tally.pages).toBeGreaterThan(200)
    expect(tally.notes).toBeGreaterThan(100)
    expect(tally.calls).toBeGreaterThan(50)
    expect(tally.words).toBeGreaterThan(100)
    expect(tally.entries).toBeGreaterThan(500)
  })
})

function backsOf(note: Element): readonly (string | undefined)[] {
  return [...elementsIn(note)]
    .filter((one) => attributeOf(one, 'role') === 'doc-backlink')
    .map((one) => attributeOf(one, 'href'))
}

function* nodesIn(node: EditionNode): Generator<EditionNode> {
  yield node
  if ('children' in node) for (const child of node.children) yield* nodesIn(child)
}

describe('a page', () => {
  it('sets the notes and the apparatus of a page at its foot', () => {
    const html = fileOf(
      editionOf(
        '⟦page 1⟧⟦p:One⟦call 1:1⟧ and ⟦letter two:tvvo⟧.⟧\n⟦note 1:⟦label:1⟧ Ein.\n⟧⟦page 2⟧⟦p:Three.⟧',
      ),
    )
    const { elements } = readHtml(html)
    const pages = elements.filter((one) => hasClass(one, 'page'))
    expect(pages.map((page) => textOf(page, isApart).replace(/\s+/gu, ' ').trim())).toEqual([
      'One and two. Ein. 1 two ] tvvo letter: the book has it so elsewhere (word/test, applied)',
      'Three.',
    ])
  })

  it('keeps a paragraph whole over which a page begins', () => {
    const html = fileOf(editionOf('⟦page 1⟧⟦p:A long jour⟦soft:-⟧\n⟦page 2⟧ney.⟧\n⟦p:End.⟧'))
    const paragraphs = readHtml(html).elements.filter(({ tagName }) => tagName === 'p')
    const texts = paragraphs.map((one) => textOf(one, isApart))
    expect(texts).toContain('A long journey.')
  })

  it('has the raw lines beside the text, every line once', () => {
    const edition = editionOf('⟦page 1⟧1\n⟦p:One\nand a half.⟧\n\f⟦page 2⟧2\n⟦p:Two.⟧\n')
    const raw = readHtml(fileOf(edition)).elements.filter((one) => hasClass(one, 'raw'))
    expect(raw.map((one) => textOf(one)).join('')).toBe('1\nOne\nand a half.\n␌2\nTwo.\n')
  })

  it('allows nothing but its own script and style', () => {
    const html = fileOf(editionOf('⟦p:Text.⟧'))
    const policy = readHtml(html).elements.find(
      (one) => attributeOf(one, 'http-equiv') === 'Content-Security-Policy',
    )
    expect(policy && attributeOf(policy, 'content')).toMatch(
      /^default-src 'none'; script-src 'sha256-[^']+'; style-src 'sha256-[^']+'; img-src 'self' data: file:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'$/u,
    )
    expect(html).not.toMatch(/https?:\/\/(?!creativecommons)/u)
    expect(STYLE).not.toMatch(/url\(|@import/u)
  })

  it('runs from right to left where the language does', () => {
    expect(fileOf(editionOf('⟦p:א⟧', { language: 'he' }))).toContain('<html lang="he" dir="rtl">')
    expect(fileOf(editionOf('⟦p:a⟧', { language: 'az-Arab' }))).toContain('dir="rtl">')
    expect(fileOf(editionOf('⟦p:a⟧', { language: 'yi-Latn' }))).toContain('dir="ltr">')
  })
})
