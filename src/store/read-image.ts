import { join } from 'node:path'
import { InputError } from '../model/input-error.ts'
import { readBytes } from './read-file.ts'

/** An image as it lies on the disk. */
export interface Picture {
  /** Its media type, by its bytes and not by its name. */
  readonly type: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** The largest image of a page, in bytes. */
const IMAGE_LIMIT = 64 * 1024 * 1024

/** How the images begin that every browser shows. None of them can hold a script. */
const KINDS = [
  ['image/jpeg', /^\xff\xd8\xff/],
  ['image/png', /^\x89PNG\r\n\x1a\n/],
  ['image/gif', /^GIF8[79]a/],
  ['image/webp', /^RIFF[\s\S]{4}WEBP/],
  ['image/avif', /^[\s\S]{4}ftypavi[fs]/],
] as const

/**
 * Reads the image of a page from the folder of its book. `name` comes from `imageName`.
 *
 * Throws an `InputError` for a file that is not there, is too large, or that no browser shows.
 */
export async function readImage(folder: string, name: string): Promise<Picture> {
  const path = join(folder, ...name.split('/'))
  const read = await readBytes(path, IMAGE_LIMIT)
  const bytes = new Uint8Array(read)
  const head = String.fromCharCode(...bytes.subarray(0, 16))
  const kind = KINDS.find(([, pattern]) => pattern.test(head))
  if (kind) return { type: kind[0], bytes }
  throw new InputError(
    `Unexpected bytes at ${path}, expected a JPEG, PNG, GIF, WebP or AVIF image`,
    'Browsers show these; convert TIFF and JPEG 2000 to one of them.',
  )
}
