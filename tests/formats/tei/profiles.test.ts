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

const FOLDER = join(ROOT, 'src/formats/tei/schema')
const OURS = readFileSync(join(FOLDER, 'emend.rng'), 'utf8')
const OUR_DTABF = readFileSync(join(FOLDER, 'emend-dtabf.rng'), 'utf8')

/** The forms of an edition in TEI, with the schemas of others that they are valid against. */
const FORMS: readonly (readonly [string, readonly Schema[]])[] = [
  ['bundle', ['tei_all']],
  ['plain', ['tei_all']],
  ['parallel', ['tei_all']],
  ['simplePrint', ['tei_simplePrint', 'tei_all']],
  ['dtabf', ['dtabf_basisformat']],
]

const SCHEMAS: readonly Schema[] = ['tei_all', 'tei_simplePrint', 'dtabf_basisformat']

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

const reason = whyNoJing() ?? whyNoXmllint()
if (reason) console.log(`skipped: ${reason}`)

describe.each(FORMS)('the form %s of all books', (flavour, schemas) => {
  it.skipIf(reason).each(schemas)('is valid against %s', async (schema) => {
    expect(invalidities(await filesOf(flavour), schema)).toEqual([])
  })

  it('is valid against our own, with nothing that points nowhere', async () => {
    for (const [name, xml] of await filesOf(flavour)) {
      const edition = await editions.get(name.split('.')[0] ?? '')
      if (!edition) throw new Error(`Expected the edition of ${name}`)
      const files = new Map([[name, xml]])
      if (flavour !== 'dtabf') files.set('source.xml', [...sourceFile(edition)].join(''))
      expect(await teiFaults(flavour === 'dtabf' ? OUR_DTABF : OURS, files), name).toEqual([])
    }
  })
})

describe.skipIf(reason)('xmllint', () => {
  it.each(SCHEMAS)('finds %s obeyed too', async (schema) => {
    const files = new Map<string, string>()
    for (const [flavour, schemas] of FORMS) {
      if (!schemas.includes(schema)) continue
      for (const [name, xml] of await filesOf(flavour)) files.set(name, xml)
    }
    expect(files.size).toBeGreaterThanOrEqual(BOOKS.length)
    expect(refusedByXmllint(files, schema)).toEqual([])
  })
})

describe('our schema of DTABf', () => {
  it.each([
    ['a line that says how it joins', '<lb/>', '<lb break="no"/>'],
    ['a note of a type', 'place="foot"', 'place="foot" type="authorial"'],
    ['a division without its level', '<div n="1"', '<div'],
    ['a page without its image', ' facs="#f0001"', ''],
    ['the printed reading first', /(<corr>[^<]*<\/corr>)(<sic>.*?<\/sic>)/su, '$2$1'],
    ['a label', '<head>', '<head><label>1</label>'],
  ])('refuses %s', async (_, from, to) => {
    const [[name, xml] = ['', '']] = [...(await filesOf('dtabf'))]
    const broken = xml.replace(from, to)
    expect(broken).not.toBe(xml)
    expect(await teiFaults(OUR_DTABF, new Map([[name, broken]]))).not.toEqual([])
  })

  it('finds parts of notes that are joined to nothing', async () => {
    const [[name, xml] = ['', '']] = [...(await filesOf('dtabf'))]
    const broken = xml.replace(/ next="#[^"]+"/u, ' next="#n999"')
    expect(broken).not.toBe(xml)
    const faults = await teiFaults(OUR_DTABF, new Map([[name, broken]]))
    expect(faults.map(({ message }) => message).join()).toContain('next="#n999"')
  })
})
