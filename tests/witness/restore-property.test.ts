import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sourceFile } from '../../src/formats/source/source-file.ts'
import type { Edition } from '../../src/model/edition.ts'
import { InputError } from '../../src/model/input-error.ts'
import { encodeText } from '../../src/witness/encode-text.ts'
import { ENCODINGS } from '../../src/witness/encoding-name.ts'
import { readWitness } from '../../src/witness/read-witness.ts'
import { restoreRaw } from '../../src/witness/restore-witness.ts'
import { bareEdition } from '../support/bare-edition.ts'
import { formeWork, page } from '../support/marking-of.ts'

const SEED = 20_260_705
const RUNS = 3000
/** How many cases of each kind there must be for the test to mean anything. */
const ENOUGH = 100

/** The two ends of the way: what writes the source layer, and what restores from it. */
interface Way {
  readonly write: (edition: Edition) => Iterable<string>
  readonly restore: (xml: string, name: string) => Uint8Array
}

/** What a raw text is put together from; each kind is counted. */
const PIECES = {
  letters: fc.constantFrom('a', 'слово', 'Straße', 'l’été', 'א', '日本', '😀'),
  blanks: fc.constantFrom(' ', '   ', '\t', '\u00a0'),
  LF: fc.constant('\n'),
  CRLF: fc.constant('\r\n'),
  CR: fc.constant('\r'),
  'form feed': fc.constant('\f'),
  NUL: fc.constant('\0'),
  'control character': fc.constantFrom('\x01', '\x1b', '\x7f', '\u0085', '\u009f'),
  'line separator': fc.constantFrom('\u2028', '\u2029', '\ufffe', '\uffff'),
  'byte order mark': fc.constant('\ufeff'),
  markup: fc.constantFrom(
    '<',
    '&',
    ']]>',
    '&amp;lt;',
    '&#13;',
    '</line>',
    '<line n="9"/>',
    '"',
    "'",
  ),
} as const

interface Raw {
  readonly encoding: string
  readonly bytes: Uint8Array
  readonly kinds: ReadonlySet<string>
  readonly marks: readonly number[]
}

const piece = fc.oneof(
  ...Object.entries(PIECES).map(([kind, texts]) => texts.map((text) => ({ kind, text }))),
)
const bytes = fc
  .uint8Array({ minLength: 1, maxLength: 4 })
  .map((random) => ({ kind: 'random bytes', random }))
const half = fc
  .integer({ min: 0xd800, max: 0xdfff })
  .map((unit) => ({ kind: 'half of a surrogate pair', random: halfOfPair(unit) }))

/** Half a surrogate pair as UTF-16LE and, behind it, as CESU-8: no encoding is without damage. */
function halfOfPair(unit: number): Uint8Array {
  const low = [0xe0 | (unit >> 12), 0x80 | ((unit >> 6) & 0x3f), 0x80 | (unit & 0x3f)]
  return Uint8Array.of(unit & 0xff, unit >> 8, ...low)
}

const raw: fc.Arbitrary<Raw> = fc
  .tuple(
    fc.oneof(fc.constantFrom('utf-8', 'utf-16le', 'utf-16be'), fc.constantFrom(...ENCODINGS)),
    fc.array(fc.oneof({ weight: 4, arbitrary: piece }, bytes, half), { maxLength: 14 }),
    fc.array(fc.nat(40), { maxLength: 6 }),
  )
  .map(([encoding, pieces, marks]) => ({
    encoding,
    bytes: Buffer.concat(
      pieces.map((part) => ('text' in part ? encodeText(part.text, encoding, 0) : part.random)),
    ),
    kinds: new Set(pieces.map(({ kind }) => kind)),
    marks,
  }))

/** The kinds of cases that a raw text is one of, those that only its bytes show included. */
function kindsOf({ encoding, bytes, kinds, marks }: Raw): readonly string[] {
  const { lines, text } = readWitness({ name: 'b.txt', bytes, encoding })
  const ends = new Set(Array.from({ length: lines.count }, (_, i) => lines.end(i + 1)))
  const isWide = encoding.startsWith('utf-16')
  const family = encoding === 'utf-8' || isWide ? encoding : 'single-byte'
  return [
    ...kinds,
    family,
    ...(/\p{Cs}/u.test(text) ? [`undecodable in ${family}`] : []),
    ...(isWide && bytes.length % 2 === 1 ? ['odd last byte of UTF-16'] : []),
    ...(bytes.length === 0 ? ['empty'] : []),
    ...(lines.count === 1 ? ['one line'] : []),
    ...(ends.size === 1 && ends.has('') ? ['no line end'] : []),
    ...(ends.size > 2 ? ['mixed line ends'] : []),
    ...(marks.length > 0 && text.length > 0 ? ['pages and forme work'] : []),
  ]
}

/** Pages and forme work at the places given, in turn. */
function editionWith({ encoding, bytes, marks }: Raw): Edition {
  const witness = readWitness({ name: 'b.txt', bytes, encoding })
  const limit = witness.text.length
  const markings = marks.map((at, i) => {
    const from = Math.min(at, limit)
    return i % 2 === 0
      ? page(from, at % 3 === 0 ? '' : String(at))
      : formeWork({ from, to: Math.min(from + (at % 7), limit) }, 'header', 'top')
  })
  return bareEdition(witness, markings)
}

/** Promise 1: the raw file can be rebuilt, byte for byte, from its source layer alone. */
function comesBack(way: Way, raw: Raw): boolean {
  try {
    const xml = [...way.write(editionWith(raw))].join('')
    return Buffer.compare(way.restore(xml, 'b.source.xml'), raw.bytes) === 0
  } catch (error) {
    // The digest guards the promise: a faulty way is refused, never believed.
    if (error instanceof InputError) return false
    throw error
  }
}

const OURS: Way = { write: sourceFile, restore: restoreRaw }

/** A way that changes what is written. */
function mutant(change: (xml: string) => string): Way {
  return { ...OURS, write: (edition) => [change([...sourceFile(edition)].join(''))] }
}

const MUTANTS: Readonly<Record<string, Way>> = {
  'gives back LF for CRLF': {
    ...OURS,
    restore: (xml, name) => restoreRaw(xml, name).filter((byte) => byte !== 0x0d),
  },
  'drops CR': mutant((xml) => xml.replaceAll(/ rend="CR(?:LF)?"/gu, '')),
  'ends every line': mutant((xml) => xml.replaceAll(' rend="none"', '')),
  'trims lines': mutant((xml) => xml.replaceAll(/(?<=<line [^>]*>) | (?=<\/line>)/gu, '')),
  'writes blanks for form feeds': mutant((xml) => xml.replaceAll('<g ref="#x0C"/>', ' ')),
  'drops byte order marks': mutant((xml) => xml.replaceAll('<g ref="#xFEFF"/>', '')),
  'drops damaged bytes': mutant((xml) => xml.replaceAll(/<g ref="#xDC..?"\/>/gu, '')),
  'decodes entities twice': mutant((xml) => xml.replaceAll('&amp;', '&')),
  'drops forme work': mutant((xml) => xml.replaceAll(/<fw .*?<\/fw>/gu, '')),
  'drops empty lines': mutant((xml) => xml.replaceAll(/<line [^>]*\/>/gu, '')),
  'does not look at the number of bytes': mutant((xml) =>
    xml.replace(/quantity="\d+"/u, 'quantity="0"'),
  ),
}

describe('every raw file', () => {
  it('comes back byte for byte from its source layer alone', () => {
    const counts = new Map<string, number>()
    fc.assert(
      fc.property(raw, (sample) => {
        for (const kind of kindsOf(sample)) counts.set(kind, (counts.get(kind) ?? 0) + 1)
        return comesBack(OURS, sample)
      }),
      { seed: SEED, numRuns: RUNS },
    )
    console.log(`seed ${SEED}:`, Object.fromEntries([...counts].sort()))
    const expected = [
      ...Object.keys(PIECES),
      'random bytes',
      'half of a surrogate pair',
      'utf-8',
      'utf-16le',
      'utf-16be',
      'single-byte',
      'undecodable in utf-8',
      'undecodable in utf-16le',
      'undecodable in utf-16be',
      'undecodable in single-byte',
      'odd last byte of UTF-16',
      'empty',
      'one line',
      'no line end',
      'mixed line ends',
      'pages and forme work',
    ]
    expect(expected.filter((kind) => (counts.get(kind) ?? 0) < ENOUGH)).toEqual([])
  })

  it.each(Object.entries(MUTANTS))('would not come back by a way that %s', (_, way) => {
    const found = fc.check(
      fc.property(raw, (sample) => comesBack(way, sample)),
      { seed: SEED, numRuns: RUNS },
    )
    expect(found.failed).toBe(true)
  })

  it('comes back or is refused, where its encoding is not said', () => {
    const counts = { back: 0, refused: 0 }
    const anything = fc.oneof(
      raw.map(({ bytes }) => bytes),
      fc.uint8Array({ minLength: 20, maxLength: 400 }),
    )
    fc.assert(
      fc.property(anything, (bytes) => {
        try {
          const xml = [...sourceFile(bareEdition(readWitness({ name: 'b.txt', bytes })))].join('')
          expect(Buffer.compare(restoreRaw(xml, 'b.source.xml'), bytes)).toBe(0)
          counts.back++
        } catch (error) {
          if (!(error instanceof InputError)) throw error
          expect(error.message).toContain('Unexpected encoding of b.txt')
          counts.refused++
        }
      }),
      { seed: SEED, numRuns: 500 },
    )
    console.log(`seed ${SEED}:`, counts)
    expect(counts.back).toBeGreaterThan(ENOUGH)
    expect(counts.refused).toBeGreaterThan(10)
  })
})
