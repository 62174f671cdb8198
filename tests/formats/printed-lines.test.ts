import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changed, changesOf } from '../../src/formats/printed-lines/changes.ts'
import { criticPieces } from '../../src/formats/printed-lines/critic-markup.ts'
import { patchLines } from '../../src/formats/printed-lines/patch.ts'
import type { Edition } from '../../src/model/edition.ts'
import { Lines } from '../../src/model/lines.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { correction, editionOf } from './markdown/small-edition.ts'

const SEED = 20261123

/** An edition of a text in which words are corrected: each `a` by what is drawn for it. */
function emended(text: string, readings: readonly string[], name = 'raw/book/book.txt'): Edition {
  const places = [...text.matchAll(/a/gu)].map(({ index }) => index)
  const corrections = places.flatMap((from, i) => {
    const corr = readings[i % Math.max(1, readings.length)]
    if (corr === undefined || corr === 'a') return []
    const parts = [{ from, to: from + 1, corr }]
    return [correction(`c${i}`, 'a', corr, { from, to: from + 1, parts, state: 'applied' })]
  })
  const { witness } = editionOf([])
  return editionOf([], { witness: { ...witness, name, text, lines: new Lines(text) }, corrections })
}

const hasGit = spawnSync('git', ['--version']).status === 0
if (!hasGit) console.log('skipped: there is no git to apply patches with')

function patchOf(edition: Edition): string {
  return [...patchLines(edition)].join('')
}

const texts = fc
  .array(
    fc.constantFrom('a', 'a', 'a', 'b', ' ', 'слово', '\n', '\n', '\r\n', '\f', 'x{--y', '\\'),
    {
      minLength: 5,
      maxLength: 80,
    },
  )
  .map((pieces) => pieces.join(''))

const readings = fc.array(fc.constantFrom('a', 'б', '', 'long er', '{', '\\'), {
  minLength: 1,
  maxLength: 4,
})

describe('a patch', () => {
  it('shows printed lines with three around them', () => {
    const text = 'one\ntwo\nthree\nbad four\nfive\nsix\nseven\neight\n'
    const edition = emended(text, ['i'])
    expect(patchOf(edition)).toBe(`diff --git a/raw/book/book.txt b/raw/book/book.txt
--- a/raw/book/book.txt
+++ b/raw/book/book.txt
@@ -1,7 +1,7 @@
 one
 two
 three
-bad four
+bid four
 five
 six
 seven
`)
  })

  it('is empty where nothing is corrected', () => {
    expect(patchOf(emended('one\n', []))).toBe('')
  })

  it.skipIf(!hasGit)('is applied by git, and makes the corrected text of the raw one', () => {
    const folder = temporaryFolder()
    execFileSync('git', ['-C', folder, 'init', '-q'])
    mkdirSync(join(folder, 'raw', 'книга x'), { recursive: true })
    const name = 'raw/книга x/book.txt'
    let applied = 0
    fc.assert(
      fc.property(texts, readings, (text, drawn) => {
        const edition = emended(text, drawn, name)
        const patch = patchOf(edition)
        if (patch === '') return
        applied++
        writeFileSync(join(folder, name), text)
        writeFileSync(join(folder, 'x.patch'), patch)
        execFileSync('git', ['-C', folder, 'apply', '--whitespace=nowarn', 'x.patch'])
        const expected = changed(text, changesOf(edition.corrections))
        expect(readFileSync(join(folder, name), 'utf8')).toBe(expected)
      }),
      { numRuns: 60, seed: SEED },
    )
    expect(applied).toBeGreaterThan(25)
  })
})

describe('CriticMarkup', () => {
  it('marks what is put in, taken out, and put in the place of something', () => {
    const edition = emended('a b a b', ['', 'y'])
    expect([...criticPieces(edition)].join('')).toBe('{--a--} b {~~a~>y~~} b')
  })

  it('is the raw text with the marks rejected, and the corrected text with them accepted', () => {
    let marks = 0
    const plain = texts.map((text) => text.replace(/[{}]/gu, ''))
    const simple = fc.array(fc.constantFrom('a', 'б', '', 'long er'), {
      minLength: 1,
      maxLength: 4,
    })
    fc.assert(
      fc.property(plain, simple, (text, drawn) => {
        const edition = emended(text, drawn)
        const shown = [...criticPieces(edition)].join('')
        const mark = /\{(?:~~(.*?)~>(.*?)~~|--(.*?)--|\+\+(.*?)\+\+)\}/gsu
        marks += [...shown.matchAll(mark)].length
        expect(shown.replace(mark, (_, sic = '', __, gone = '') => sic + gone)).toBe(text)
        const accepted = shown.replace(mark, (_, __, corr = '', ___, made = '') => corr + made)
        expect(accepted).toBe(changed(text, changesOf(edition.corrections)))
      }),
      { seed: SEED },
    )
    expect(marks).toBeGreaterThan(100)
  })
})
