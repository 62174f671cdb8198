import { createHash } from 'node:crypto'
import { strToU8 } from 'fflate'
import type { Book } from '../../model/book.ts'
import type { Edition } from '../../model/edition.ts'
import type { Beside } from '../beside.ts'
import { writable } from '../reading/writable.ts'
import { zipped } from '../zip.ts'

/**
 * `BOOK.bag.zip`: a BagIt bag (RFC 8493) of the raw text, the decisions, the edition and all that was
 * exported with it, as they lie to each other in the working folder. Its files are not compressed: a bag is
 * made to be kept, and a byte that is lost in it then spoils one letter, not a file.
 */
export function bagFile({ book, version }: Edition, { edition, raw }: Beside): Uint8Array {
  const payload = new Map<string, Uint8Array>()
  for (const [name, bytes] of raw) payload.set(`data/raw/${book.slug}/${name}`, bytes)
  for (const [name, bytes] of edition) payload.set(`data/edition/${book.slug}/${name}`, bytes)
  const tags = new Map([
    ['bagit.txt', strToU8('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n')],
    ['bag-info.txt', strToU8(bagInfo(book, version, payload))],
    ['manifest-sha256.txt', manifest(payload, 'sha256')],
    ['manifest-sha512.txt', manifest(payload, 'sha512')],
  ])
  const tagManifests = new Map([
    ['tagmanifest-sha256.txt', manifest(tags, 'sha256')],
    ['tagmanifest-sha512.txt', manifest(tags, 'sha512')],
  ])
  const files = [...tags, ...tagManifests, ...payload]
  return zipped(new Map(files.map(([name, bytes]) => [`${book.slug}/${name}`, bytes])), 'store')
}

function manifest(files: ReadonlyMap<string, Uint8Array>, algorithm: string): Uint8Array {
  const lines = [...files].map(([name, bytes]) => {
    return `${createHash(algorithm).update(bytes).digest('hex')}  ${encodedPath(name)}\n`
  })
  return strToU8(lines.join(''))
}

/** A path as a manifest has it: line ends and the sign that stands for them by their codes. */
function encodedPath(path: string): string {
  return path.replace(
    /[%\r\n]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  )
}

function bagInfo(
  { date, licence, publisher, slug, title }: Book,
  version: string,
  payload: ReadonlyMap<string, Uint8Array>,
): string {
  const octets = [...payload.values()].reduce((sum, bytes) => sum + bytes.length, 0)
  const day = /^\d{4}-\d\d-\d\d$/.test(date ?? '') ? date : undefined
  const fields: readonly (readonly [string, string | undefined])[] = [
    ['Source-Organization', publisher],
    ['External-Description', title],
    ['External-Identifier', slug],
    ['Bagging-Date', day],
    ['Payload-Oxum', `${octets}.${payload.size}`],
    ['Rights', licence?.url ?? licence?.name],
    ['Bag-Software-Agent', `Emend ${version}`],
  ]
  return fields.map(([name, value]) => (value ? `${name}: ${oneLine(value)}\n` : '')).join('')
}

function oneLine(text: string): string {
  return writable(text).replace(/\s+/gu, ' ').trim()
}
