/**
 * C0, DEL, C1, lone surrogates, and what a terminal shows as nothing or lets run backwards: zero-width
 * characters, marks and overrides of direction, the line and paragraph separator, tags.
 */
const UNPRINTABLE =
  /[\0-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\p{Cs}\u{e0000}-\u{e007f}]/gu

/**
 * Makes text from a book or a file name fit for a terminal: no character of it can move the cursor,
 * set a title or hide. Control characters become their pictures (`␛`), the rest `<U+202E>`.
 */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, picture)
}

/** The same for JSON, which stays the same value: control characters become `\u` escapes. */
export function printableJson(value: unknown): string {
  const json = JSON.stringify(value, undefined, 2)
  return json
    .split('\n')
    .map((line) => line.replace(UNPRINTABLE, escaped))
    .join('\n')
}

function picture(character: string): string {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x20) return String.fromCodePoint(0x2400 + code)
  if (code === 0x7f) return '␡'
  return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`
}

function escaped(character: string): string {
  return Array.from({ length: character.length }, (_, index) => {
    const unit = character.charCodeAt(index)
    return `\\u${unit.toString(16).padStart(4, '0')}`
  }).join('')
}
