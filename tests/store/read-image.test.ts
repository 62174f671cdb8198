import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readImage } from '../../src/store/read-image.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const PNG = '\x89PNG\r\n\x1a\n….'

/** A folder of a book with an image. */
function folderWith(name: string, bytes: string): string {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'images'))
  writeFileSync(join(folder, 'images', name), Buffer.from(bytes, 'latin1'))
  return folder
}

describe('the image of a page on the disk', () => {
  it.each([
    ['image/png', PNG],
    ['image/jpeg', '\xff\xd8\xff\xe0 and so on'],
    ['image/gif', 'GIF89a and so on'],
    ['image/webp', 'RIFF\x00\x00\x00\x00WEBPVP8 '],
    ['image/avif', '\x00\x00\x00\x1cftypavif'],
  ])('is %s by its bytes, whatever its name', async (type, bytes) => {
    const found = await readImage(folderWith('1.html', bytes), 'images/1.html')
    expect(found.type).toBe(type)
    expect(Buffer.from(found.bytes).toString('latin1')).toBe(
      Buffer.from(bytes, 'latin1').toString('latin1'),
    )
  })

  it.each([
    ['a page', '<!doctype html><script>alert(1)</script>'],
    ['a drawing that may hold a script', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['a kind that no browser shows', 'II*\x00 and so on'],
    ['nothing', ''],
  ])('is refused when it is %s', async (_, bytes) => {
    const folder = folderWith('1.png', bytes)
    await expect(readImage(folder, 'images/1.png')).rejects.toThrow(/expected a JPEG, PNG/u)
  })

  it('is asked for by name where it is absent', async () => {
    const folder = folderWith('1.png', PNG)
    await expect(readImage(folder, 'images/absent.png')).rejects.toThrow(/images.absent\.png/u)
  })
})
