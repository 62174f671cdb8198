import { describe, expect, it } from 'vitest'
import type { Book } from '../../src/model/book.ts'
import { imageName, pageImage } from '../../src/model/page-image.ts'

function book(images?: string): Book {
  const whole = { slug: 'b', title: 'B', language: 'en', authors: [], editors: [], source: {} }
  return { ...whole, words: [], rulesOff: [], ...(images === undefined ? {} : { images }) }
}

describe('the image of a page', () => {
  it.each([
    ['images/{page}.jpg', '12', 3, 'images/12.jpg'],
    ['images/{page}.jpg', '[xiv]', 3, 'images/xiv.jpg'],
    ['images/{page}.jpg', '132 [123]', 3, 'images/123.jpg'],
    ['{leaf}.png', '', 3, '3.png'],
    ['scans/p{leaf:4}.png', '../12', 3, 'scans/p0003.png'],
    ['images/{page}.jpg', '', 3, undefined],
    [undefined, '12', 3, undefined],
  ])('is named by %s: page %j, leaf %d', (images, number, leaf, name) => {
    expect(imageName(book(images), { number, leaf })).toBe(name)
  })

  it.each(['../../../etc/passwd', '..', '1/2', '1\\\\2', '.', 'a:b', '12\u0000', '%2e%2e'])(
    'is none for the number %j, which an editor may have set',
    (number) => {
      const named = book('images/{page}.jpg')
      expect(imageName(named, { number, leaf: 1 })).toBeUndefined()
      expect(pageImage(named, { number, leaf: 1 })).toBeUndefined()
    },
  )

  it('has an address from the folder of the edition', () => {
    const address = pageImage(book('my images/{page}.jpg'), { number: '12', leaf: 1 })
    expect(address).toBe('../../raw/b/my%20images/12.jpg')
  })
})
