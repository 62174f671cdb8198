import { createHash } from 'node:crypto'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { CATALOGUE } from '../../src/formats/catalogue.ts'
import type { Edition } from '../../src/model/edition.ts'
import { bytesOf } from '../../src/store/encoded.ts'
import { editionOfBook } from '../support/edition-of-book.ts'

const TARGETS = CATALOGUE.flatMap(({ flavours = {}, name }) => [
  { name, flavour: '' },
  ...Object.keys(flavours).map((flavour) => ({ name, flavour })),
])

const zone = process.env.TZ

describe('every format', () => {
  let edition: Edition
  beforeAll(async () => {
    edition = await editionOfBook('la-coquille')
  })
  afterEach(() => {
    if (zone === undefined) delete process.env.TZ
    else process.env.TZ = zone
  })

  /** The digests of the files of a format. */
  async function digests(name: string, flavour: string): Promise<Readonly<Record<string, string>>> {
    const { files } = (await CATALOGUE.find((entry) => entry.name === name)?.load()) ?? {}
    if (!files) throw new Error(`Expected a format ${name}`)
    const raw = new Map([['la-coquille.txt', new TextEncoder().encode(edition.witness.text)]])
    const beside = { edition: new Map([['a.xml', new Uint8Array([60])]]), raw }
    const options = { bundle: false, beside, ...(flavour === '' ? {} : { flavour }) }
    const made: Record<string, string> = {}
    for (const [file, content] of await files(edition, options)) {
      made[file] = createHash('sha256').update(bytesOf(content)).digest('hex')
    }
    return made
  }

  it.each(TARGETS)(
    '$name $flavour is the same byte for byte, wherever it is made',
    async (target) => {
      process.env.TZ = 'UTC'
      const first = await digests(target.name, target.flavour)
      expect(Object.keys(first).length).toBeGreaterThan(0)
      process.env.TZ = 'Pacific/Kiritimati'
      expect(await digests(target.name, target.flavour)).toEqual(first)
    },
  )

  it('has names of its own for its files', async () => {
    const names: string[] = []
    for (const { flavour, name } of TARGETS)
      names.push(...Object.keys(await digests(name, flavour)))
    expect(new Set(names).size).toBe(names.length)
  })
})
