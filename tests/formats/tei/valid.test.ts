import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type TeiFault, teiFaults } from '../../../src/formats/tei/schema/validate.ts'
import {
  apparatusFile,
  bundleFile,
  dtabfFile,
  parallelFile,
  plainFile,
  simplePrintFile,
  textFile,
} from '../../../src/formats/tei/tei-file.ts'
import { editionOf } from '../../support/edition-of.ts'
import { invalidities, whyNoJing } from '../../support/jing.ts'
import { anyBook } from '../../support/random-book.ts'
import { anyMarked, SEED, undecided } from '../../support/random-marked.ts'
import { parse } from '../../support/read-as-printed.ts'
import { ROOT } from '../../support/samples.ts'

const reason = whyNoJing()
if (reason) console.log(`TEI is not validated: ${reason}`)

/** The three files of editions, by name. */
function documents(): ReadonlyMap<string, string> {
  const editions = [
    ...fc.sample(anyMarked, { seed: SEED, numRuns: 150 }),
    ...fc.sample(anyBook, { seed: SEED, numRuns: 300 }),
  ].map((marked, i) => editionOf(i % 2 === 0 ? marked : undecided(marked)))
  return new Map(
    editions.flatMap((edition, i) => [
      [`${i}.xml`, [...textFile(edition)].join('')],
      [`${i}.apparatus.xml`, [...apparatusFile(edition)].join('')],
      [`${i}.bundle.xml`, [...bundleFile(edition)].join('')],
      [`${i}.plain.xml`, [...plainFile(edition)].join('')],
      [`${i}.parallel.xml`, [...parallelFile(edition)].join('')],
    ]),
  )
}

const FOLDER = join(ROOT, 'src/formats/tei/schema')

/** What is wrong by a schema of ours. What other files of an edition have is not there to be pointed to. */
async function ownFaults(
  name: string,
  files: ReadonlyMap<string, string>,
): Promise<readonly TeiFault[]> {
  const faults = await teiFaults(readFileSync(join(FOLDER, name), 'utf8'), files)
  return faults.filter(({ message }) => !/="(?:src|ed):/u.test(message))
}

/** The forms of editions that others have a schema for. */
const DIALECTS = [
  ['TEI simplePrint', 'tei_simplePrint', simplePrintFile, 'emend.rng'],
  ['DTABf', 'dtabf_basisformat', dtabfFile, 'emend-dtabf.rng'],
] as const

describe.each(DIALECTS)(
  '%s, whatever the markings and the order of the blocks are',
  (_, schema, write, own) => {
    const why = whyNoJing(schema)
    if (why) console.log(`not validated: ${why}`)

    it.skipIf(why)('is valid, against our own schema too', async () => {
      const editions = [
        ...fc.sample(anyMarked, { seed: SEED, numRuns: 150 }),
        ...fc.sample(anyBook, { seed: SEED, numRuns: 300 }),
      ].map((marked) => editionOf(marked))
      const made = editions.map((edition, i) => [`${i}.xml`, [...write(edition)].join('')] as const)
      expect(invalidities(new Map(made), schema)).toEqual([])
      expect(await ownFaults(own, new Map(made))).toEqual([])
    })
  },
)

describe('the TEI files, whatever the markings and the order of the blocks are', () => {
  const made = documents()

  it('are well-formed', () => {
    expect(made.size).toBe(2250)
    for (const xml of made.values()) expect(() => parse(xml)).not.toThrow()
  })

  it('have everything in them that may stand in the wrong place', () => {
    const signs = ['<opener>', '<closer>', '<div type="text">', '<argument>', '<epigraph>', '<lg>']
    const others = [
      '<ab type="signed">',
      '<quote rend="block" type="letter">',
      '<byline>',
      '<head>',
    ]
    const bodies = [...made.values()].map((xml) => xml.slice(xml.indexOf('<body>')))
    for (const sign of [...signs, ...others]) {
      const found = bodies.filter((body) => body.includes(sign)).length
      expect(found, `files with ${sign}`).toBeGreaterThan(10)
    }
  })

  it.skipIf(reason)('are valid', () => {
    expect(invalidities(made)).toEqual([])
  })

  it('are valid against our own schema', async () => {
    expect(await ownFaults('emend.rng', made)).toEqual([])
  })

  it.skipIf(reason)('are found invalid where they are', () => {
    const [first = ''] = made.values()
    const broken = first.replace('<body>', '<body><p><p/></p>')
    expect(invalidities(new Map([['broken.xml', broken]]))[0]).toContain('element "p" not allowed')
  })
})
