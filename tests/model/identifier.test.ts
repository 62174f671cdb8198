import { describe, expect, it } from 'vitest'
import { identifierOf, identifiersOf, isSoundIsbn } from '../../src/model/identifier.ts'

describe('an identifier', () => {
  it.each([
    ['ISBN 978-5-900-00000-0', 'ISBN', '978-5-900-00000-0'],
    ['ISBN-13: 978-5-900-00000-0', 'ISBN', '978-5-900-00000-0'],
    ['0306406152', 'ISBN', '0306406152'],
    ['0-306-40615-X', 'ISBN', '0-306-40615-X'],
    ['issn 2041-1723', 'ISSN', '2041-1723'],
    ['OCLC: 12345', 'OCLC', '12345'],
    ['doi:10.5281/zenodo.1', 'DOI', '10.5281/zenodo.1'],
    ['https://doi.org/10.5281/zenodo.1', 'DOI', '10.5281/zenodo.1'],
    ['urn:nbn:de:1-2', 'URN', 'urn:nbn:de:1-2'],
    ['ark:/12148/btv1b8449691v', 'ARK', 'ark:/12148/btv1b8449691v'],
    ['https://a.example/book', 'URI', 'https://a.example/book'],
    ['12345', undefined, '12345'],
    ['no. 7', undefined, 'no. 7'],
    ['', undefined, ''],
  ])('%j is of the kind %s', (text, type, value) => {
    expect(identifierOf(text)).toEqual({ type, value })
  })

  it('is found by its kind', () => {
    expect(identifiersOf('ISBN', ['OCLC 1', 'ISBN 0-306-40615-2'])).toEqual(['0-306-40615-2'])
    expect(identifiersOf('ISBN', undefined)).toEqual([])
  })

  it('is an ISBN whose last sign is right, or is not', () => {
    expect(['0-306-40615-2', '0-8044-2957-X', '978-0-306-40615-7'].map(isSoundIsbn)).toEqual([
      true,
      true,
      true,
    ])
    expect(['0-306-40615-3', '978-0-306-40615-8', '123', ''].map(isSoundIsbn)).toEqual([
      false,
      false,
      false,
      false,
    ])
  })
})
