/** How many stretches are taken, and how many bytes each has. */
const STRETCHES = 16
const LENGTH = 4096

const LINE_FEED = 0x0a

/**
 * Whole lines from all over some raw bytes, to find out what language they are in without decoding them
 * all. A short text is its own sample, and so is one in an encoding in which a byte is no unit.
 */
export function sampleOf(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= STRETCHES * LENGTH || bytes.subarray(0, LENGTH).includes(0)) return bytes
  const step = Math.floor(bytes.length / STRETCHES)
  const lines: Uint8Array[] = []
  for (let from = 0; from < bytes.length; from += step) {
    const stretch = bytes.subarray(from, from + LENGTH)
    const first = stretch.indexOf(LINE_FEED) + 1
    const last = stretch.lastIndexOf(LINE_FEED) + 1
    lines.push(stretch.subarray(first, last))
  }
  return Buffer.concat(lines)
}
