/** UTF-16 with this byte order, without loss: halves of surrogate pairs stay what they are. */
export type Utf16 = 'utf-16le' | 'utf-16be'

/** Whether an encoding is UTF-16, by its WHATWG name. */
export function isUtf16(encoding: string): encoding is Utf16 {
  return encoding === 'utf-16le' || encoding === 'utf-16be'
}

/** Decodes UTF-16; an odd last byte becomes U+DC00 + byte at the very end. Linear. */
export function decodeUtf16(bytes: Uint8Array, encoding: Utf16): string {
  const whole = bytes.length & ~1
  const text = inOrder(bytes.subarray(0, whole), encoding).toString('utf16le')
  const last = bytes[whole]
  return last === undefined ? text : text + String.fromCharCode(0xdc00 + last)
}

/** The inverse of `decodeUtf16` for text that ends with a whole unit. */
export function encodeUtf16(text: string, encoding: Utf16): Uint8Array {
  return inOrder(Buffer.from(text, 'utf16le'), encoding)
}

/** The bytes as UTF-16LE; those of UTF-16BE are copied and swapped. */
function inOrder(bytes: Uint8Array, encoding: Utf16): Buffer {
  if (encoding === 'utf-16be') return Buffer.from(bytes).swap16()
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
