/** A name that is safe as a folder, in a file name and, behind a letter, as an `xml:id`. */
const SAFE = /^[\p{L}\p{N}_][\p{L}\p{M}\p{N}_.-]*$/u

/** Names that Windows keeps for devices. */
const DEVICES = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i

/** In UTF-8 bytes; the names of files add to it, and systems end at 255. */
const LONGEST = 200

/** Whether a folder under `raw/` may bear this name. */
export function isSlug(name: string): boolean {
  return (
    SAFE.test(name) &&
    !name.endsWith('.') &&
    !DEVICES.test(name) &&
    Buffer.byteLength(name) <= LONGEST
  )
}

/**
 * Makes a slug of a file's stem: what is not a letter, a digit, `.`, `_` or `-` becomes a hyphen.
 *
 * A stem that is a slug already stays as it is. Empty when nothing is left.
 */
export function slugOf(stem: string): string {
  if (isSlug(stem)) return stem
  const safe = stem
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}_.-]+/gu, '-')
    .replace(/-{2,}/g, '-')
    .replace(/^[^\p{L}\p{N}_]+/u, '')
    .replace(/[.-]+$/, '')
  const slug = DEVICES.test(safe) ? `book-${safe}` : safe
  // A character that is cut in two decodes to U+FFFD.
  const short = Buffer.from(slug).subarray(0, LONGEST).toString()
  return short.replace(/[\ufffd.-]+$/, '')
}
