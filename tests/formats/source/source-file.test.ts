import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { charDecl } from '../../../src/formats/source/char-decl.ts'
import { sourceDoc } from '../../../src/formats/source/source-doc.ts'
import { sourceFile } from '../../../src/formats/source/source-file.ts'
import type { Marking } from '../../../src/model/marking.ts'
import { readWitness } from '../../../src/witness/read-witness.ts'
import { bareEdition } from '../../support/bare-edition.ts'
import { invalidities, whyNoJing } from '../../support/jing.ts'
import { formeWork, page } from '../../support/marking-of.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

function editionFrom(text: string | Uint8Array, markings: readonly Marking[] = []) {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text
  return bareEdition(readWitness({ name: 'raw/b/b.txt', bytes, encoding: 'utf-8' }), markings)
}

/** What stands in the `sourceDoc`. */
function layer(text: string | Uint8Array, markings: readonly Marking[] = []): string {
  const doc = [...sourceDoc(editionFrom(text, markings))].join('')
  return doc.replace(/^<sourceDoc [^>]*>/u, '').replace(/<\/sourceDoc>\n$/u, '')
}

describe('a line of the source layer', () => {
  it('bears its number, and its end where that is not LF', () => {
    expect(layer('a\nb\r\nc\rd')).toBe(
      '<surface xml:id="sx.0"><line xml:id="r1" n="1">a</line>' +
        '<line xml:id="r2" n="2" rend="CRLF">b</line>' +
        '<line xml:id="r3" n="3" rend="CR">c</line>' +
        '<line xml:id="r4" n="4" rend="none">d</line></surface>',
    )
  })

  it('keeps its blanks, and may be empty', () => {
    expect(layer('  a\t \n\n \n')).toBe(
      '<surface xml:id="sx.0"><line xml:id="r1" n="1">  a\t </line>' +
        '<line xml:id="r2" n="2"/><line xml:id="r3" n="3"> </line></surface>',
    )
  })

  it('escapes markup', () => {
    expect(layer('&amp;lt; ]]> <b>\n')).toContain('>&amp;amp;lt; ]]&gt; &lt;b&gt;</line>')
  })

  it('names the characters that XML cannot carry, or programs drop', () => {
    const text = Buffer.from('\ufeff\f\0\u0085\u2028\uffff \ufffd', 'utf8')
    expect(layer(Buffer.concat([text, Uint8Array.of(0xff, 0x0a)]))).toContain(
      '><g ref="#xFEFF"/><g ref="#x0C"/><g ref="#x00"/><g ref="#x85"/><g ref="#x2028"/>' +
        '<g ref="#xFFFF"/> \ufffd<g ref="#xDCFF"/></line>',
    )
  })

  it('holds the forme work that is in it', () => {
    const works = [
      formeWork({ from: 0, to: 2 }, 'page-number', 'top'),
      formeWork({ from: 6, to: 10 }, 'header', 'top'),
      formeWork({ from: 11, to: 13 }, 'signature', 'bottom'),
      formeWork({ from: 14, to: 17 }, 'catchword', 'bottom'),
    ]
    expect(layer('12    HEAD\n2*\nund', works)).toBe(
      '<surface xml:id="sx.0"><line xml:id="r1" n="1"><fw type="pageNum" place="top">12</fw>    ' +
        '<fw type="header" place="top">HEAD</fw></line>' +
        '<line xml:id="r2" n="2"><fw type="sig" place="bottom">2*</fw></line>' +
        '<line xml:id="r3" n="3" rend="none"><fw type="catch" place="bottom">und</fw></line></surface>',
    )
  })

  it('shares forme work that runs over lines, and is not harmed when it overlaps', () => {
    const works = [
      formeWork({ from: 1, to: 4 }, 'header', 'top'),
      formeWork({ from: 0, to: 2 }, 'page-number', 'top'),
    ]
    expect(layer('ab\ncd\n', works)).toContain(
      '<line xml:id="r1" n="1"><fw type="pageNum" place="top">ab</fw></line>' +
        '<line xml:id="r2" n="2"><fw type="header" place="top">c</fw>d</line>',
    )
  })
})

describe('a surface', () => {
  it('is a page, with the number that the edition shows and a key of its own', () => {
    const pages = [page(0, '12', '12'), page(2, '13'), page(4, '13', '31'), page(6, '')]
    expect(layer('a\nb\nc\nd\n', pages)).toBe(
      '<surface xml:id="s12" n="12"><line xml:id="r1" n="1">a</line></surface>' +
        '<surface xml:id="s13" n="[13]"><line xml:id="r2" n="2">b</line></surface>' +
        '<surface xml:id="s13.2" n="31 [13]"><line xml:id="r3" n="3">c</line></surface>' +
        '<surface xml:id="sx"><line xml:id="r4" n="4">d</line></surface>',
    )
  })

  it('stands for what comes before the first page as well', () => {
    expect(layer('a\nb\n', [page(2, '7')])).toBe(
      '<surface xml:id="sx.0"><line xml:id="r1" n="1">a</line></surface>' +
        '<surface xml:id="s7" n="[7]"><line xml:id="r2" n="2">b</line></surface>',
    )
  })

  it('is there even when there is no text', () => {
    expect(layer('')).toBe('<surface xml:id="sx.0"></surface>')
  })

  it('begins with the line that its page begins in, if only blanks come before', () => {
    expect(layer('a\n \fb\n', [page(0, '1'), page(4, '2')])).toContain(
      '<surface xml:id="s2" n="[2]"><line xml:id="r2" n="2"> <g ref="#x0C"/>b</line></surface>',
    )
  })

  it('begins with the next line where its page begins at the end of one', () => {
    expect(layer('a\r\nb\n', [page(0, '1'), page(1, '2')])).toContain(
      '<surface xml:id="s2" n="[2]"><line xml:id="r2" n="2">b</line></surface>',
    )
  })

  it('parts a line in whose middle its page begins', () => {
    const pages = [page(0, '1'), page(3, '2'), page(7, '3')]
    expect(layer('one\ftwo\fthree\nx\n', pages)).toBe(
      '<surface xml:id="s1" n="[1]"><line xml:id="r1" n="1" rend="none">one</line></surface>' +
        '<surface xml:id="s2" n="[2]"><line xml:id="r1.2" n="1" rend="none"><g ref="#x0C"/>two</line></surface>' +
        '<surface xml:id="s3" n="[3]"><line xml:id="r1.3" n="1"><g ref="#x0C"/>three</line>' +
        '<line xml:id="r2" n="2">x</line></surface>',
    )
  })
})

describe('the chunks', () => {
  it('are never large, even where a line is', () => {
    const text = `${'слово '.repeat(100_000)}\n${'x\n'.repeat(100_000)}`
    const chunks = [...sourceFile(editionFrom(text))]
    expect(chunks.length).toBeGreaterThan(40)
    expect(Math.max(...chunks.map((chunk) => chunk.length))).toBeLessThan(140_000)
    expect(chunks.join('')).toContain('<line xml:id="r1.2" n="1" rend="none">')
  })

  it('never part a surrogate pair', () => {
    const chunks = [...sourceDoc(editionFrom(`${'x'.repeat(65_535)}😀${'😀'.repeat(70_000)}`))]
    expect(chunks.join('')).not.toContain('<g ')
  })
})

describe('the declaration of characters', () => {
  it('declares each character once, in order, and is absent where there is none', () => {
    const bytes = Buffer.concat([Buffer.from('\f\f\0\n'), Uint8Array.of(0xff)])
    expect(charDecl(editionFrom(bytes)).match(/xml:id="[^"]+"/gu)).toEqual([
      'xml:id="x00"',
      'xml:id="x0C"',
      'xml:id="xDCFF"',
    ])
    expect(charDecl(editionFrom(bytes))).toContain('the byte FF, which cannot be decoded')
    expect(charDecl(editionFrom('plain\r\n\ttext\r'))).toBe('')
  })

  it('declares what every g refers to', () => {
    const text = '\ufeffa\u0001\u0085\u2028\u2029\ufffe\uffff\u007f\u009f'
    const xml = [...sourceFile(editionFrom(text))].join('')
    const declared = [...xml.matchAll(/<char xml:id="([^"]+)"/gu)].map(([, id]) => id)
    const used = [...xml.matchAll(/<g ref="#([^"]+)"/gu)].map(([, id]) => id)
    expect(used).toHaveLength(9)
    expect([...new Set(used)].sort()).toEqual([...declared].sort())
  })
})

function isInstalled(command: string, ...args: readonly string[]): boolean {
  return spawnSync(command, args).error === undefined
}

describe('the file', () => {
  const bytes = Buffer.concat([
    Buffer.from('\ufeff12   HEAD & <b>\r\n\fone\0\n\u2028two\rthree ]]>\n'),
    Uint8Array.of(0xff, 0x0a),
  ])
  const markings = [
    page(0, '12', '12'),
    page(19, '13'),
    page(22, ''),
    formeWork({ from: 1, to: 3 }, 'page-number', 'top'),
    formeWork({ from: 6, to: 16 }, 'header', 'top'),
    formeWork({ from: 29, to: 31 }, 'rule', 'bottom'),
  ]
  const cases = { 'every phenomenon': editionFrom(bytes, markings), 'no text': editionFrom('') }

  const lacking = whyNoJing()
  if (lacking !== undefined) console.log(`Skipped: ${lacking}`)

  it.skipIf(lacking !== undefined)('is valid TEI', () => {
    const files = Object.entries(cases).map(
      ([name, edition]) => [`${name}.xml`, [...sourceFile(edition)].join('')] as const,
    )
    expect(invalidities(new Map(files))).toEqual([])
  })

  const canParse = isInstalled('xmllint', '--version')
  if (!canParse) console.log('Skipped: xmllint is absent')

  it.skipIf(!canParse).each(Object.entries(cases))(
    'with %s says the same to another parser',
    (_, edition) => {
      const file = join(temporaryFolder(), 'test.source.xml')
      writeFileSync(file, [...sourceFile(edition)].join(''))
      // Canonical XML has text as the parser sees it: with CR as a reference, and no other entity.
      const canonical = spawnSync('xmllint', ['--c14n', file], { encoding: 'utf8' })
      expect(canonical.status).toBe(0)
      const lines = [...canonical.stdout.matchAll(/<line [^>]*>(.*?)<\/line>/gu)].map(([, text]) =>
        (text ?? '')
          .replace(/<\/?fw[^>]*>|<\/g>/gu, '')
          .replace(/<g ref="#x([\dA-F]+)">/gu, (_, code) =>
            String.fromCharCode(Number.parseInt(code, 16)),
          )
          .replace(/&lt;/gu, '<')
          .replace(/&gt;/gu, '>')
          .replace(/&amp;/gu, '&'),
      )
      const { lines: raw } = edition.witness
      expect(lines.join('')).toBe(
        Array.from({ length: raw.count }, (_, i) => raw.content(i + 1)).join(''),
      )
    },
  )
})
