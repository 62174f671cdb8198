/** A number of 32 bits that says nothing of the text, the same for the same text (FNV-1a). O(n). */
export function hash(text: string): number {
  let value = 0x811c9dc5
  for (let i = 0; i < text.length; i++) {
    value = Math.imul(value ^ text.charCodeAt(i), 0x01000193)
  }
  // The low bits of the sum are those of the characters: the high ones are mixed in.
  return (value ^ (value >>> 15)) >>> 0
}
