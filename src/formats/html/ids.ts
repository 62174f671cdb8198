/** The id of a corrected word, that of its correction in the TEI. */
export function wordId(id: string): string {
  return `c.${safe(id)}`
}

/** The id of an entry of the apparatus. */
export function entryId(id: string): string {
  return `a.${safe(id)}`
}

/** The id of a page, by its key. */
export function pageId(key: string): string {
  return `pb${safe(key)}`
}

/**
 * The id of a block that bears no other: the raw line in which it begins. The raw text never changes,
 * so that a link to a paragraph lasts.
 */
export function blockId(line: number): string {
  return `l${line}`
}

/** Characters that would need escaping in an address, by their code. */
function safe(name: string): string {
  return name.replace(/[^A-Za-z0-9.-]/gu, (sign) => `_${sign.codePointAt(0)?.toString(16)}`)
}
