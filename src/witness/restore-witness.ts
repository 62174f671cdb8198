import { createHash } from 'node:crypto'
import type { InputError } from '../model/input-error.ts'
import { encodeText } from './encode-text.ts'
import { ENCODINGS } from './encoding-name.ts'
import { damaged, type RawDescription, rawDescription, sourceLines } from './source-layer.ts'

/** What is odd about the numbers of the lines. */
interface Gap {
  readonly after: number
  readonly found: number
}

/**
 * Writes the raw file again, byte for byte, from its source layer alone: the XML of a
 * `BOOK.source.xml` or of a bundle. `name` is for messages.
 *
 * Throws an `InputError` that says what is wrong when it is damaged; what it returns has the digest
 * of the raw file. Linear.
 */
export function restoreRaw(sourceXml: string, name: string): Uint8Array {
  const raw = rawDescription(sourceXml, name)
  if (!ENCODINGS.includes(raw.encoding)) {
    throw damaged(`Unexpected encoding ${raw.encoding} in the header of ${name}`)
  }
  const { text, gap } = textOfLines(sourceXml, name)
  const bytes = encodeText(text, raw.encoding, raw.byteLength)
  const digest = createHash('sha256').update(bytes).digest('hex')
  if (digest !== raw.digest) throw notTheRaw(raw, digest, bytes.length, gap, name)
  return bytes
}

function textOfLines(
  xml: string,
  name: string,
): { readonly text: string; readonly gap: Gap | undefined } {
  const parts: string[] = []
  let gap: Gap | undefined
  let last = 0
  for (const { number, text, end } of sourceLines(xml, name)) {
    if (number !== last && number !== last + 1) gap ??= { after: last, found: number }
    last = number
    parts.push(text, end)
  }
  return { text: parts.join(''), gap }
}

function notTheRaw(
  raw: RawDescription,
  digest: string,
  length: number,
  gap: Gap | undefined,
  name: string,
): InputError {
  if (gap) {
    const line = `line ${gap.found} after line ${gap.after}`
    return damaged(`Unexpected ${line} in ${name}, expected line ${gap.after + 1}`)
  }
  if (length !== raw.byteLength) {
    return damaged(`Unexpected ${length} bytes of raw text in ${name}, expected ${raw.byteLength}`)
  }
  return damaged(
    `Unexpected characters in ${name}: the sha256 of the raw text would be ${digest}, expected ${raw.digest}`,
  )
}
