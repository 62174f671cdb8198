import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sourceFile } from '../../../src/formats/source/source-file.ts'
import { teiFaults } from '../../../src/formats/tei/schema/validate.ts'
import { tei } from '../../../src/formats/tei/tei.ts'
import type { Edition } from '../../../src/model/edition.ts'
import { editionOfBook } from '../../support/edition-of-book.ts'
import {
  invalidities,
  refusedByXmllint,
  type Schema,
  whyNoJing,
  whyNoXmllint,
} from '../../support/jing.ts'
import { ROOT, SAMPLES } from '../../support/samples.ts'

const shared = process.env.EMEND_SHARED ?? join(ROOT, '..', 'shared')
const there = existsSync(join(shared, 'raw', '000_7f3fb5cfc14f1a27.txt'))
if (!there) console.log(`skipped: the real book is not in ${shared}; EMEND_SHARED says where it is`)
const BOOKS = [
  ...SAMPLES.map(({ slug }) => slug),
  ...(there ? ['rossiiskie-levye-kommunisty'] : []),
]

const OURS = readFileSync(join(ROOT, 'src/formats/tei/schema/emend.rng'), 'utf8')

/** The forms of an edition in TEI, with the schemas of others that they are valid against. */
const FORMS: readonly (readonly [string, readonly Schema[]])[] = [
  ['plain', ['tei_all']],
  ['parallel', ['tei_all']],
  ['simplePrint', ['tei_simplePrint', 'tei_all']],
  ['dtabf', ['dtabf_basisformat']],
]

const editions = new Map<string, Promise<Edition>>()

/** The file of a form, by name, for all books. */
async function filesOf(flavour: string): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>()
  for (const slug of BOOKS) {
    const edition = await (editions.get(slug) ?? kept(slug))
    for (const [name, chunks] of tei.files(edition, { bundle: false, flavour })) {
      files.set(name, [...chunks].join(''))
    }
  }
  expect(files.size).toBe(BOOKS.length)
  return files
}

function kept(slug: string): Promise<Edition> {
  const edition = editionOfBook(slug)
  editions.set(slug, edition)
  return edition
}

describe.each(FORMS)('the form %s of all books', (flavour, schemas) => {
  it.each(schemas)('is valid against %s, as jing and xmllint say', async (schema) => {
    const why = whyNoJing(schema) ?? whyNoXmllint()
    if (why) {
      console.log(`skipped: ${why}`)
      return
    }
    const files = await filesOf(flavour)
    expect(invalidities(files, schema)).toEqual([])
    expect(refusedByXmllint(files, schema)).toEqual([])
  })

  it.skipIf(flavour === 'dtabf')(
    'is valid against our own, with nothing that points nowhere',
    async () => {
      for (const [name, xml] of await filesOf(flavour)) {
        const edition = await editions.get(name.split('.')[0] ?? '')
        if (!edition) throw new Error(`Expected the edition of ${name}`)
        const source = [...sourceFile(edition)].join('')
        const files = new Map([
          [name, xml],
          ['source.xml', source],
        ])
        expect(await teiFaults(OURS, files), name).toEqual([])
      }
    },
  )
})
