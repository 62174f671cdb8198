import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { sourceFile } from '../../../src/formats/source/source-file.ts'
import { articleFiles } from '../../../src/formats/tei/articles/articles.ts'
import { teiFaults } from '../../../src/formats/tei/schema/validate.ts'
import { textFile } from '../../../src/formats/tei/tei-file.ts'
import type { Edition } from '../../../src/model/edition.ts'
import { editionOf } from '../../support/edition-of.ts'
import { editionOfBook } from '../../support/edition-of-book.ts'
import { invalidities, schemaPath, whyNoJing, whyNoXmllint } from '../../support/jing.ts'
import { anyBook } from '../../support/random-book.ts'
import { SEED } from '../../support/random-marked.ts'
import { ROOT, SAMPLES } from '../../support/samples.ts'

const shared = process.env.EMEND_SHARED ?? join(ROOT, '..', 'shared')
const there = existsSync(join(shared, 'raw', '000_7f3fb5cfc14f1a27.txt'))
if (!there) console.log(`skipped: the real book is not in ${shared}; EMEND_SHARED says where it is`)
const BOOKS = [
  ...SAMPLES.map(({ slug }) => slug),
  ...(there ? ['rossiiskie-levye-kommunisty'] : []),
]

const OURS = join(ROOT, 'src/formats/tei/schema/emend.rng')
const INCLUDE = /<xi:include xmlns:xi="[^"]+" href="([^"]+)" xpointer="([^"]+)"\/>/gu

/** The files of the articles, by their names in their folder. */
function filesOf(edition: Edition): ReadonlyMap<string, string> {
  return new Map(
    [...articleFiles(edition)].map(([name, chunks]) => [
      name.replace(/^articles\//u, ''),
      [...chunks].join(''),
    ]),
  )
}

/** The file of the whole, with its includes done, and the pointers that leave an article as they were. */
function included(edition: Edition, files: ReadonlyMap<string, string>): string {
  const whole = files.get(`${edition.book.slug}.xml`) ?? ''
  return whole.replace(INCLUDE, (_, name: string, id: string) => {
    const article = files.get(name) ?? ''
    const from = article.search(new RegExp(`<div [^>]*xml:id="${id}"`, 'u'))
    const element = article.slice(from, article.lastIndexOf('</div>') + '</div>'.length)
    return element.replace(/ (?:target|sameAs)="[^"]*"/gu, (said) => said.replaceAll('ed:', '#'))
  })
}

function bodyOf(xml: string): string {
  return xml.slice(xml.indexOf('<body>'))
}

/** The ids that a text has, and not its header. */
function idsOf(xml: string): readonly string[] {
  return [...bodyOf(xml).matchAll(/ xml:id="([^"]+)"/gu)].map(([, id = '']) => id)
}

describe('the articles of a book, included in the whole', () => {
  it('are the edition letter for letter, whatever it holds; each id is there once', () => {
    let apart = 0
    let pagesBefore = 0
    fc.assert(
      fc.property(anyBook, (text) => {
        const edition = editionOf(text)
        const files = filesOf(edition)
        expect(bodyOf(included(edition, files))).toBe(bodyOf([...textFile(edition)].join('')))
        const ids = [...files.values()].flatMap(idsOf)
        expect(new Set(ids).size).toBe(ids.length)
        apart += files.size - 1
        pagesBefore += [...files.values()].join('').split(' sameAs="ed:pb').length - 1
      }),
      { seed: SEED, numRuns: 400 },
    )
    expect(apart).toBeGreaterThan(50)
    expect(pagesBefore).toBeGreaterThan(10)
  })

  it('begin with the page on which they begin, and point to what stands elsewhere', () => {
    const files = filesOf(
      editionOf(
        [
          '⟦page 1⟧⟦article:A⟧\n⟦p:one⟦call 9:9⟧⟧\n⟦article:B⟧\n⟦byline:By N. N.⟧\n⟦p:two⟧\n',
          '⟦page 2⟧⟦p:three⟧\n⟦notes:NOTES⟧\n⟦end 9:⟦label:9⟧ At the end.\n⟧',
        ].join(''),
        { title: 'A Book', authors: [{ name: 'Editor' }] },
      ),
    )
    const [first = '', second = ''] = ['d1.xml', 'd2.xml'].map((name) => files.get(name))
    expect(bodyOf(first)).toMatch(/^<body>\n<div [^>]+>\n<pb n="1" xml:id="pb1"/u)
    expect(bodyOf(second)).toMatch(/^<body>\n<pb n="1" sameAs="ed:pb1" facs="src:s1"\/><div /u)
    expect(second).toContain('<author><persName>By N. N.</persName></author>')
    expect(second).toContain('<biblScope unit="page" from="1" to="2">1–2</biblScope>')
    expect(second).toContain('<measure type="pages" unit="page" quantity="2"/>')
    expect(first + second).toContain('target="ed:')
  })

  it('are the divisions of a book that has none', () => {
    const files = filesOf(editionOf('⟦section:A⟧\n⟦p:one⟧\n⟦section:B⟧\n⟦p:two⟧'))
    expect([...files.keys()]).toEqual(['test.xml', 'd1.xml', 'd2.xml'])
  })
})

describe.each(BOOKS)('the articles of %s', (slug) => {
  it('are the edition when they are included, and valid, with nothing that points nowhere', async () => {
    const edition = await editionOfBook(slug)
    const files = filesOf(edition)
    expect(files.size).toBeGreaterThan(3)
    const whole = included(edition, files)
    expect(bodyOf(whole)).toBe(bodyOf([...textFile(edition)].join('')))
    const ids = [...files.values()].flatMap(idsOf)
    expect(new Set(ids).size).toBe(ids.length)
    const all = new Map([...files, [`${slug}.xml`, whole]])
    all.set('source.xml', [...sourceFile(edition)].join(''))
    expect(await teiFaults(readFileSync(OURS, 'utf8'), all)).toEqual([])
    const why = whyNoJing()
    if (why) console.log(`not held against TEI: ${why}`)
    else expect(invalidities(all)).toEqual([])
  })
})

const reason = whyNoJing() ?? whyNoXmllint()
if (reason) console.log(`skipped: ${reason}`)

describe.skipIf(reason)('xmllint', () => {
  const folder = mkdtempSync(join(tmpdir(), 'emend-articles-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  it.each([OURS, schemaPath('tei_all')])('includes them, and finds %s obeyed', async (schema) => {
    const wholes: string[] = []
    for (const slug of BOOKS) {
      for (const [name, xml] of filesOf(await editionOfBook(slug))) {
        const path = join(folder, slug, name)
        mkdirSync(dirname(path), { recursive: true })
        writeFileSync(path, xml)
      }
      wholes.push(join(folder, slug, `${slug}.xml`))
    }
    const options = ['--xinclude', '--noxincludenode', '--nofixup-base-uris', '--noout']
    const { stderr } = spawnSync('xmllint', [...options, '--relaxng', schema, ...wholes], {
      encoding: 'utf8',
    })
    for (const path of wholes) expect(stderr).toContain(`${path} validates`)
  })
})
