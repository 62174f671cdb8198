import { describe, expect, it } from 'vitest'
import {
  AUTHORITY_FILES,
  AUTHORITY_KEYS,
  authorityOf,
  recordAddress,
} from '../../src/model/authority.ts'

describe('an authority record', () => {
  it.each(AUTHORITY_KEYS)('of %s has an address, by which its file and id are known', (file) => {
    const id = AUTHORITY_FILES[file].example
    const record = recordAddress(file, id)
    expect(record).toEqual({ address: AUTHORITY_FILES[file].address + id })
    expect(authorityOf(AUTHORITY_FILES[file].address + id)).toMatchObject({ file, id })
  })

  it('is known by other addresses that it has', () => {
    expect(authorityOf('http://viaf.org/viaf/1')).toMatchObject({ file: 'viaf', id: '1' })
    expect(authorityOf('https://www.wikidata.org/wiki/Q42')).toMatchObject({ id: 'Q42' })
    expect(authorityOf('https://a.example/Q42')).toBeUndefined()
    expect(authorityOf('https://viaf.org/viaf/one')).toBeUndefined()
  })

  it.each([
    ['orcid', '0000-0002-1825-0098'],
    ['orcid', '0000-0002-1852-0097'],
    ['isni', '0000000121251078'],
    ['gnd', 'Q42'],
    ['wikidata', '42'],
    ['viaf', 'https://viaf.org/viaf/1'],
  ] as const)('of %s is not taken from %s', (file, id) => {
    expect(recordAddress(file, id)).toHaveProperty('expected')
  })
})
