import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { teiFaults } from '../../../src/formats/tei/schema/validate.ts'
import { plainFile } from '../../../src/formats/tei/tei-file.ts'
import { editionOfBook } from '../../support/edition-of-book.ts'
import { ROOT, SAMPLES } from '../../support/samples.ts'

const FOLDER = join(ROOT, 'src', 'formats', 'tei', 'schema')
const RNG = readFileSync(join(FOLDER, 'emend.rng'), 'utf8')
const ODD = readFileSync(join(FOLDER, 'emend.odd'), 'utf8')
const hasJing = spawnSync('jing', []).error === undefined
if (!hasJing) console.log('skipped: there is no jing to hold the schema against')

/** A small edition with most of what there can be in one. */
const BODY = `<div type="article" xml:id="d1">
<pb n="7" xml:id="pb7" facs="src:s7"/>
<head><lb n="1"/>Of type</head>
<p><lb n="2"/>The <choice xml:id="c.a1"><corr type="letter" cert="high" resp="#emend" ana="#rule.word.x" evidence="internal">press</corr><sic>pres<lb n="3" break="no" rend="-"/>ss</sic></choice> stands<ref type="noteAnchor" target="#n1" xml:id="ref1">1</ref><note xml:id="n1" n="1" place="bottom" type="authorial" target="#ref1"><p><lb n="5"/><label>1</label> So it does.</p></note> here.</p>
<list rend="bulleted"><item><lb n="4"/><label>–</label> ink</item></list>
</div>`

const HEADER = `<teiHeader xml:lang="en"><fileDesc><titleStmt><title>A Book</title></titleStmt><publicationStmt><p>Ours.</p></publicationStmt><sourceDesc><p>Ours.</p></sourceDesc></fileDesc><encodingDesc><classDecl><taxonomy xml:id="rules"><category xml:id="rule.word.x"><catDesc>X</catDesc></category></taxonomy></classDecl><appInfo><application xml:id="emend" ident="emend" version="1"><label>Emend</label></application></appInfo></encodingDesc></teiHeader>`

const SOURCE = `<sourceDoc xml:id="raw" xml:space="preserve" corresp="#ocr"><surface xml:id="s7" n="7"><line xml:id="r1" n="1">Of type</line><line xml:id="r2" n="2">The pres-</line></surface></sourceDoc>`

function document(content: string, header = HEADER): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en">${header}${content}</TEI>\n`
}

function edition(body = BODY): ReadonlyMap<string, string> {
  const source = SOURCE.replace('#ocr', 'ed:emend')
  return new Map([
    ['book.xml', document(`<text><body>${body}</body></text>`)],
    ['book.source.xml', document(source, HEADER.replaceAll('xml:id="', 'xml:id="x.'))],
  ])
}

async function messages(files: ReadonlyMap<string, string>): Promise<readonly string[]> {
  return (await teiFaults(RNG, files)).map(
    ({ file, line, message }) => `${file}:${line} ${message}`,
  )
}

describe('our schema', () => {
  it('takes what it should', async () => {
    expect(await messages(edition())).toEqual([])
  })

  it.each([
    ['the printed reading first', /(<corr.*?<\/corr>)(<sic>.*?<\/sic>)/su, '$2$1'],
    ['a correction without an id', ' xml:id="c.a1"', ''],
    ['a correction that says nothing of its certainty', ' cert="high"', ''],
    ['a line without a number', '<lb n="2"/>', '<lb/>'],
    ['a line that is no number', '<lb n="2"/>', '<lb n="two"/>'],
    ['a page without its surface', ' facs="src:s7"', ''],
    ['a page that is guessed by nobody', 'n="7" xml:id', 'n="[7]" cert="high" xml:id'],
    ['a break that is neither', 'break="no"', 'break="yes"'],
    ['forme work in the text', '<lb n="4"/>', '<fw type="header" place="top">X</fw><lb n="4"/>'],
    ['an element of TEI that we do not write', '<lb n="4"/>', '<unclear/><lb n="4"/>'],
    ['an element of nobody', '<p><lb n="2"/>', '<q:x xmlns:q="urn:x"/><p><lb n="2"/>'],
    ['a note at no place', ' place="bottom"', ''],
    ['a heading after the text', '<list', '<head>Late</head><list'],
    ['text between blocks', '</p>\n<list', '</p>stray<list'],
  ])('refuses %s', async (_, from, to) => {
    const body = BODY.replace(from, to)
    expect(body).not.toBe(BODY)
    const found = await messages(edition(body))
    expect(found.length).toBeGreaterThan(0)
    expect(found[0]).toMatch(/^book\.xml:\d+ /u)
  })

  it('has the elements that the customisation names, and no other', () => {
    const inOdd = [...ODD.matchAll(/include="([^"]+)"/gu)].flatMap(([, names = '']) =>
      names.split(' '),
    )
    const inRng = new Set([...RNG.matchAll(/<element name="([^"]+)"/gu)].map(([, name]) => name))
    expect([...inRng].sort()).toEqual([...new Set(inOdd)].sort())
    expect(inRng.size).toBeGreaterThan(100)
  })

  it('takes the editions of the samples', async () => {
    for (const { slug } of SAMPLES) {
      const folder = join(ROOT, 'edition', slug)
      const names = readdirSync(folder).filter((name) => name.endsWith('.xml'))
      const files = new Map(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]))
      expect(files.size, slug).toBeGreaterThanOrEqual(3)
      expect(await messages(files), slug).toEqual([])
    }
  })

  it('takes the corrected text alone', async () => {
    const edition = await editionOfBook('pechatnoe-delo')
    const source = readFileSync(
      join(ROOT, 'edition/pechatnoe-delo/pechatnoe-delo.source.xml'),
      'utf8',
    )
    const files = new Map([
      ['pechatnoe-delo.plain.xml', [...plainFile(edition)].join('')],
      ['pechatnoe-delo.source.xml', source],
    ])
    expect(await messages(files)).toEqual([])
  })

  it.skipIf(!hasJing)('says the same to jing', () => {
    const samples = SAMPLES.flatMap(({ slug }) => {
      const folder = join(ROOT, 'edition', slug)
      return readdirSync(folder)
        .filter((name) => name.endsWith('.xml'))
        .map((name) => join(folder, name))
    })
    const { status, stdout } = spawnSync('jing', [join(FOLDER, 'emend.rng'), ...samples], {
      encoding: 'utf8',
    })
    expect([status, stdout]).toEqual([0, ''])
  })
})

/** The files of a sample of which everything is said. */
function richEdition(): ReadonlyMap<string, string> {
  const folder = join(ROOT, 'edition', 'the-printers-craft')
  const names = readdirSync(folder).filter((name) => name.endsWith('.xml'))
  return new Map(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]))
}

describe('our schema, of a header', () => {
  it.each([
    ['a title of no kind', 'type="filing"', 'type="running"'],
    ['an author who is a title', '<author><orgName', '<author><title/><orgName'],
    [
      'somebody who did nothing',
      '<resp>digitisation and raw text</resp><orgName',
      '<bibl/><orgName',
    ],
    ['an amount without a number', ' quantity="23"', ''],
    ['half a page', 'quantity="23"', 'quantity="22.5"'],
    ['terms that are neither free nor restricted', 'status="free"', 'status="open"'],
    ['a number of a kind with a blank', 'idno type="URN"', 'idno type="U R N"'],
    ['a print without an imprint', /<imprint>.*?<\/imprint>/u, ''],
    ['an empty list of articles', /(<listBibl type="articles">)[\s\S]*?(<\/listBibl>)/u, '$1$2'],
    ['a copy that nobody has', /<repository>.*?<\/repository>/u, ''],
    ['a correction of no status', 'correction status="low"', 'correction status="fair"'],
    ['a rule without an id', /<category xml:id="[^"]+">/u, '<category>'],
    ['Emend without its version', ' version="0.1.0"', ''],
    ['a share that is no number', 'usage="100"', 'usage="all"'],
    ['a language that is none', 'language ident="en"', 'language ident="?"'],
    ['a history without its status', '<revisionDesc status="draft">', '<revisionDesc>'],
    ['a status that there is not', 'revisionDesc status="draft"', 'revisionDesc status="done"'],
    ['a change by nobody', ' who="#emend"', ''],
    ['a change at no time that can be read', /when="2026-11-22" who/u, 'when="November" who'],
    ['a history without a change', /<change .*<\/change>\n/u, ''],
    ['what it does not know', '<langUsage>', '<particDesc/><langUsage>'],
  ])('refuses %s', async (_, from, to) => {
    const files = new Map(richEdition())
    const text = files.get('the-printers-craft.xml') ?? ''
    const wrong = text.replace(from, to)
    expect(wrong).not.toBe(text)
    const found = await messages(files.set('the-printers-craft.xml', wrong))
    expect(found.length).toBeGreaterThan(0)
    expect(found[0]).toMatch(/^the-printers-craft\.xml:\d+ /u)
  })

  it.each([
    [
      'an article of which nothing is told',
      'decls="#bib.d3"',
      'decls="#bib.d333"',
      'decls="#bib.d333"',
    ],
    ['a change by somebody who is not there', 'who="#emend"', 'who="#by.X"', 'who="#by.X"'],
    [
      'terms of a print that is not there',
      'licence corresp="#print"',
      'licence corresp="#p"',
      'corresp="#p"',
    ],
    [
      'two articles of one id',
      'xml:id="bib.d3"',
      'xml:id="bib.d1"',
      'the id bib.d1 is there twice',
    ],
  ])('and its pointers refuse %s', async (_, from, to, message) => {
    const files = new Map(richEdition())
    const text = files.get('the-printers-craft.xml') ?? ''
    expect(text).toContain(from)
    const found = await messages(files.set('the-printers-craft.xml', text.replace(from, to)))
    expect(found.join('\n')).toContain(message)
  })
})

describe('what a schema cannot say', () => {
  it.each([
    ['an id that is there twice', 'xml:id="ref1"', 'xml:id="d1"', 'the id d1 is there twice'],
    ['a note that calls nothing', 'target="#ref1"', 'target="#ref9"', 'target="#ref9"'],
    ['a rule that is not declared', 'ana="#rule.word.x"', 'ana="#rule.y"', 'ana="#rule.y"'],
    ['nobody who is responsible', 'resp="#emend"', 'resp="#me"', 'resp="#me"'],
    ['a surface that is not there', 'facs="src:s7"', 'facs="src:s8"', 'facs="src:s8"'],
  ])('is that it has %s', async (_, from, to, message) => {
    const found = await messages(edition(BODY.replace(from, to)))
    expect(found.join('\n')).toContain(message)
  })

  it('is that the lines of the source are not in order', async () => {
    const files = new Map(edition())
    const source = files.get('book.source.xml') ?? ''
    files.set('book.source.xml', source.replace('n="2">The', 'n="4">The'))
    expect(await messages(files)).toEqual(['book.source.xml:2 line 4 comes after line 1'])
  })

  it('is that a range of the raw text runs backwards', async () => {
    const body = BODY.replace('ana="#rule.word.x"', 'ana="raw:9,3"')
    expect((await messages(edition(body))).join()).toContain('ana="raw:9,3"')
  })
})
