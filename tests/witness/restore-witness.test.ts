import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { charDecl } from '../../src/formats/source/char-decl.ts'
import { sourceDoc } from '../../src/formats/source/source-doc.ts'
import { sourceFile } from '../../src/formats/source/source-file.ts'
import { digitalSource } from '../../src/model/digital-source.ts'
import type { Marking } from '../../src/model/marking.ts'
import { encodeText } from '../../src/witness/encode-text.ts'
import { ENCODINGS } from '../../src/witness/encoding-name.ts'
import { readWitness } from '../../src/witness/read-witness.ts'
import { restoreRaw } from '../../src/witness/restore-witness.ts'
import { bareEdition } from '../support/bare-edition.ts'
import { inputErrorOf } from '../support/failing.ts'
import { formeWork, page } from '../support/marking-of.ts'
import { FRENCH, RUSSIAN } from './prose.ts'

const NAME = 'edition/b/b.source.xml'

function sourceOf(bytes: Uint8Array, encoding?: string, markings: readonly Marking[] = []): string {
  const raw = { name: 'raw/b/b.txt', bytes, ...(encoding ? { encoding } : {}) }
  return [...sourceFile(bareEdition(readWitness(raw), markings))].join('')
}

function restored(xml: string): string {
  return Buffer.from(restoreRaw(xml, NAME)).toString('latin1')
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1')
}

describe('the raw file comes back byte for byte', () => {
  it.each(ENCODINGS)('in %s', (encoding) => {
    const text = encodeText(`${RUSSIAN}\r\n${FRENCH}\r`, encoding, 0)
    const every = Uint8Array.from({ length: 256 }, (_, byte) => byte)
    const bytes = Buffer.concat([text, every])
    expect(restored(sourceOf(bytes, encoding))).toBe(latin1(bytes))
  })

  it.each([
    ['no byte', ''],
    ['one line with an end', 'a\n'],
    ['one line without an end', 'a'],
    ['line ends alone', '\n\r\n\r\r\n\n'],
    ['LF', 'a\nb\n'],
    ['CRLF', 'a\r\nb\r\n'],
    ['CR', 'a\rb\r'],
    ['mixed line ends', 'a\r\r\nb\n\rc'],
    ['blank lines and blanks at line ends', ' \n  a  \n\t\n\n b'],
    ['form feeds', '\fa\nb\f\n\f'],
    ['NUL and the like', '\0\x01\x1f\x7f\n'],
    ['markup', '<line n="1">&amp;lt;</line>]]>&#13;&#xD;<!-- </surface> --><![CDATA[x]]>'],
    ['entities that are none', '&nbsp; &lt &; &#x110000; &amp;amp;'],
    ['what looks like numbers', '007\n1e5\n0x10\ntrue\n'],
    ['the names of methods', '__proto__\nconstructor\n'],
  ])('with %s', (_, text) => {
    expect(restored(sourceOf(Buffer.from(text), 'utf-8'))).toBe(text)
  })

  it('with half a surrogate pair or an odd byte at the end of UTF-16', () => {
    for (const end of [[0x41], [0x41, 0xdc], [0x3d, 0xd8, 0x41], [0x3d, 0xd8]]) {
      const bytes = Uint8Array.from([0x61, 0x00, ...end])
      expect(restored(sourceOf(bytes, 'utf-16le'))).toBe(latin1(bytes))
    }
  })

  it('with pages and forme work anywhere', () => {
    const text = '12 HEAD\none\ftwo\r\nthree\n'
    const markings = [
      page(0, '12', '12'),
      page(11, '13'),
      page(16, '13'),
      formeWork({ from: 0, to: 2 }, 'page-number', 'top'),
      formeWork({ from: 6, to: 14 }, 'header', 'top'),
    ]
    expect(restored(sourceOf(Buffer.from(text), 'utf-8', markings))).toBe(text)
  })

  it('with a line that is written in parts', () => {
    const bytes = Buffer.from(`${'x'.repeat(65_535)}😀${'слово '.repeat(50_000)}`)
    expect(restored(sourceOf(bytes))).toBe(latin1(bytes))
  })

  it('out of many stretches', () => {
    const bytes = Buffer.from('A line of a long book, & another.\n\n\n'.repeat(30_000))
    expect(restored(sourceOf(bytes))).toBe(latin1(bytes))
  })
})

describe('the source layer may have been', () => {
  const text = Buffer.from('\ufeffone\r\n  two &amp;lt; \n\n\fthree\r')
  const markings = [page(0, '1'), page(6, '2')]
  const edition = bareEdition(readWitness({ name: 'b.txt', bytes: text }), markings)
  const xml = [...sourceFile(edition)].join('')

  it.each([
    [
      'written in a bundle, behind the text',
      () => {
        const header = `<teiHeader><fileDesc><sourceDesc><bibl type="source"/>${digitalSource(edition.witness)}</sourceDesc></fileDesc>${charDecl(edition)}</teiHeader>`
        const body = '<text><body><p><lb n="1"/>one <note>line</note></p></body></text>'
        return `<TEI>${header}${body}${[...sourceDoc(edition)].join('')}<standOff/></TEI>`
      },
    ],
    ['given the line ends of Windows', () => xml.replaceAll('\n', '\r\n')],
    [
      'broken into lines between the elements',
      () => xml.replaceAll(/(<(?:line|surface|\/surface))/gu, '\n    $1'),
    ],
    [
      'written with other references and CDATA',
      () => xml.replace('one', '&#111;n&#x65;').replace('three', '<![CDATA[three]]>'),
    ],
    [
      'written with long tags and single quotation marks',
      () =>
        xml
          .replaceAll('/>', '></line>')
          .replaceAll('"/></line>', '"></g>')
          .replace(/<g ([^>]*)><\/line>/gu, '<g $1/>')
          .replaceAll('n="3"', "n='3'"),
    ],
  ])('%s', (_, change) => {
    const changed = change()
    expect(changed).not.toBe(xml)
    expect(restored(changed)).toBe(latin1(text))
  })
})

describe('a damaged source layer is refused', () => {
  const xml = sourceOf(Buffer.from('one\ntwo\r\n\fthree\nfour\n'))

  it.each([
    ['a changed letter', (s: string) => s.replace('two', 'twö'), /bytes of raw text|sha256/],
    ['a letter for another', (s: string) => s.replace('two', 'tvo'), /sha256 of the raw text/],
    [
      'a missing line',
      (s: string) => s.replace(/<line xml:id="r2".*?<\/line>/u, ''),
      /line 3 after line 1 .* expected line 2/,
    ],
    [
      'a missing last line',
      (s: string) => s.replace(/<line xml:id="r4".*?<\/line>/u, ''),
      /16 bytes .* expected 21/,
    ],
    ['a cut file', (s: string) => s.slice(0, -30), /end of .* within the source layer/],
    ['a cut header', (s: string) => s.replace('</teiHeader>', ''), /header/],
    ['no digest', (s: string) => s.replace(/<idno.*<\/idno>/u, ''), /header .* sha256/],
    [
      'no encoding',
      (s: string) => s.replace(/<note type="encoding".*?<\/note>/u, ''),
      /header .* encoding/,
    ],
    ['another encoding', (s: string) => s.replace('>utf-8<', '>klingon<'), /encoding klingon/],
    [
      'another line end',
      (s: string) => s.replace('rend="CRLF"', 'rend="LFCR"'),
      /<line n="2" rend="LFCR">/,
    ],
    ['a line without a number', (s: string) => s.replace(' n="2"', ''), /<line n=""/],
    ['an unknown character', (s: string) => s.replace('#x0C', '#ff'), /<g ref="#ff"> in line 3/],
    [
      'a tag that never ends',
      (s: string) => s.replace('<line xml:id="r2"', '<line xml:id="r2'),
      /XML|sha256|bytes|line/,
    ],
    ['other XML', () => '<TEI><teiHeader/><text/></TEI>', /header|source layer/],
    ['no XML', () => 'plain text', /header|source layer/],
    ['nothing', () => '', /header|source layer/],
  ])('with %s', async (_, damage, message) => {
    const error = await inputErrorOf(() => restoreRaw(damage(xml), NAME))
    expect(error.message).toMatch(message)
    expect(error.message).toContain(NAME)
    expect(error.advice).not.toBe('')
  })

  it('but not when it is whole', () => {
    expect(restored(xml)).toBe('one\ntwo\r\n\fthree\nfour\n')
  })
})

const SHARED = process.env.EMEND_SHARED ?? join(import.meta.dirname, '..', '..', '..', 'shared')
const BOOK = join(SHARED, 'raw', '000_7f3fb5cfc14f1a27.txt')
const isThere = existsSync(BOOK)
if (!isThere) console.log('Skipped: the real book is absent; set EMEND_SHARED')

describe('a real book', () => {
  it.skipIf(!isThere)('comes back', () => {
    const bytes = readFileSync(BOOK)
    const xml = sourceOf(bytes)
    expect(bytes.compare(restoreRaw(xml, NAME))).toBe(0)
  })
})
