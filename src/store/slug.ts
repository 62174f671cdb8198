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
  const letters = [
    ...stem
      .normalize('NFC')
      .replace(/[^\p{L}\p{M}\p{N}_.-]+/gu, '-')
      .replace(/-{2,}/g, '-')
      .replace(/^[^\p{L}\p{N}_]+/u, ''),
  ]
  while (Buffer.byteLength(letters.join('')) > LONGEST) letters.pop()
  const slug = letters.join('').replace(/[.-]+$/, '')
  return DEVICES.test(slug) ? `book-${slug}` : slug
}
