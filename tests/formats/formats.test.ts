import { describe, expect, it } from 'vitest'
import { FORMATS, filesOf } from '../../src/formats/formats.ts'
import { editionOf } from '../support/edition-of.ts'

describe('the formats', () => {
  it('are these', () => {
    expect(FORMATS.map(({ name }) => name)).toEqual(['tei', 'source', 'apparatus', 'markdown'])
  })

  it('make these files, and fewer in a bundle', () => {
    const edition = editionOf('one')
    const apart = ['test.xml', 'test.apparatus.xml', 'test.source.xml']
    const others = ['apparatus.jsonl', 'markings.jsonl', 'test.md']
    expect([...filesOf(edition, false).keys()]).toEqual([...apart, ...others])
    expect([...filesOf(edition, true).keys()]).toEqual(['test.xml', ...others])
  })
})
