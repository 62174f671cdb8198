import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { tile } from '../../src/edition/invariants.ts'
import { sourceFile } from '../../src/formats/source/source-file.ts'
import { textFile } from '../../src/formats/tei/tei-file.ts'
import { dropBlanks, skipBlanks } from '../../src/model/flow.ts'
import { type Marking, Markings } from '../../src/model/marking.ts'
import { editionOf } from '../support/edition-of.ts'
import { type Marked, witnessOf } from '../support/notation.ts'
import { unfaithful } from '../support/read-as-printed.ts'

const SHARED = process.env.EMEND_SHARED ?? join(import.meta.dirname, '..', '..', '..', 'shared')

const folder = join(SHARED, 'raw')
const book = existsSync(folder)
  ? readdirSync(folder).find((name) => name.endsWith('.txt'))
  : undefined
if (!book) console.log(`The real book is not tried: no text in ${folder}; set EMEND_SHARED`)

/** A text whose blank lines part paragraphs and whose every hyphen at a line end is soft. */
function plainlyMarked(text: string): Marked {
  const witness = witnessOf(text)
  const made = { kind: 'marking', rule: 'page/test', cert: 'high', evidence: [] } as const
  const markings: Marking[] = []
  const { lines } = witness
  let start: number | undefined
  for (let n = 1; n <= lines.count; n++) {
    const from = skipBlanks(text, lines.from(n), lines.to(n))
    const to = dropBlanks(text, from, lines.to(n))
    if (from < to) start ??= from
    if (from < to && text[to - 1] === '-') {
      markings.push({ ...made, role: 'hyphen', value: 'soft', from: to - 1, to })
    }
    const isLast = n === lines.count || lines.content(n + 1).trim() === ''
    if (start === undefined || from === to || !isLast) continue
    markings.push({ ...made, role: 'paragraph', from: start, to })
    start = undefined
  }
  return { witness, markings: new Markings(markings), corrections: [] }
}

describe('the edition of a real book', () => {
  it.skipIf(!book)('has every letter of it', () => {
    const text = readFileSync(join(folder, book ?? ''), 'utf8')
    const edition = editionOf(plainlyMarked(text))
    tile(edition)
    const xml = [...textFile(edition)].join('')
    expect(xml.match(/rend="-"/g)?.length).toBeGreaterThan(1000)
    expect(unfaithful(xml, [...sourceFile(edition)].join(''))).toEqual([])
  })
})
