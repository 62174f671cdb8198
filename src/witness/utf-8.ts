/** What a look at bytes as UTF-8 finds. */
export interface Utf8Health {
  /** Sound sequences of two bytes and more. */
  readonly sequences: number
  /** Bytes that belong to no sound sequence. */
  readonly damaged: number
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const encoder = new TextEncoder()

/**
 * Decodes UTF-8 without loss: a byte that belongs to no sound sequence becomes U+DC00 + byte. Those
 * of surrogates (CESU-8) and of overlong forms belong to none. Linear.
 */
export function decodeUtf8(bytes: Uint8Array): string {
  try {
    return strict.decode(bytes)
  } catch {
    return decodeDamaged(bytes)
  }
}

function decodeDamaged(bytes: Uint8Array): string {
  const units = Buffer.allocUnsafe(bytes.length * 2)
  let count = 0
  const put = (unit: number): void => {
    units[2 * count] = unit & 0xff
    units[2 * count + 1] = unit >>> 8
    count++
  }
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes, at)
    const byte = bytes[at] ?? 0
    if (length === 1) put(byte)
    else if (length === 0) put(0xdc00 + byte)
    else {
      const point = codePoint(bytes, at, length)
      if (point < 0x10000) put(point)
      else {
        put(0xd7c0 + (point >>> 10))
        put(0xdc00 + (point & 0x3ff))
      }
    }
    at += length || 1
  }
  return units.toString('utf16le', 0, count * 2)
}

/**
 * The inverse of `decodeUtf8`. Half a surrogate pair that stands for no byte becomes U+FFFD, so that
 * the bytes are others than they were.
 */
export function encodeUtf8(text: string): Uint8Array {
  if (!/\p{Cs}/u.test(text)) return encoder.encode(text)
  const parts: Uint8Array[] = []
  for (const [part] of text.matchAll(/[\udc80-\udcff]+|[^\udc80-\udcff]+/gu)) {
    const unit = part.charCodeAt(0)
    parts.push(
      unit >= 0xdc80 && unit <= 0xdcff
        ? Uint8Array.from(part, (stray) => stray.charCodeAt(0) - 0xdc00)
        : encoder.encode(part),
    )
  }
  return Buffer.concat(parts)
}

/** How sound bytes are as UTF-8. Linear. */
export function utf8Health(bytes: Uint8Array): Utf8Health {
  let sequences = 0
  let damaged = 0
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes, at)
    if (length === 0) damaged++
    else if (length > 1) sequences++
    at += length || 1
  }
  return { sequences, damaged }
}

/** How many bytes the sound sequence at `at` has; 0 when there is none. Table 3-7 of Unicode. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0
  if (lead < 0x80) return 1
  if (lead < 0xc2 || lead > 0xf4) return 0
  const second = bytes[at + 1] ?? 0
  const least = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80
  const most = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf
  if (second < least || second > most) return 0
  const length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4
  for (let i = 2; i < length; i++) if (((bytes[at + i] ?? 0) & 0xc0) !== 0x80) return 0
  return length
}

function codePoint(bytes: Uint8Array, at: number, length: number): number {
  let point = (bytes[at] ?? 0) & (0x7f >>> length)
  for (let i = 1; i < length; i++) point = (point << 6) | ((bytes[at + i] ?? 0) & 0x3f)
  return point
}
