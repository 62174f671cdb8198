/** Characters that an HTML or XHTML text must not hold as they are. Surrogates are looked at again. */
const SUSPECT = /[&<>"\0-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]/

const SPECIAL = /[&<>"\0-\x1f\x7f-\x9f\p{Cs}\p{NChar}]/gu

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': ' ',
  '\n': ' ',
  '\v': ' ',
  '\f': ' ',
  '\r': ' ',
}

/**
 * Characters of the book as text, between tags or in the quotation marks of an attribute, and in HTML
 * and XHTML alike. White space becomes a blank; what neither can carry, a sign that it is missing.
 * Linear in the text.
 */
export function escapeText(text: string): string {
  if (!SUSPECT.test(text)) return text
  return text.replace(SPECIAL, (found) => ENTITIES[found] ?? '\ufffd')
}

/** A raw line as text: of control characters there are pictures, `␌` for a form feed. */
export function escapeRaw(text: string): string {
  if (!SUSPECT.test(text)) return text
  return text.replace(SPECIAL, (found) => {
    const code = found.charCodeAt(0)
    if (found === '\t') return '\t'
    if (code < 0x20) return String.fromCharCode(0x2400 + code)
    return ENTITIES[found] ?? (code === 0x7f ? '␡' : '\ufffd')
  })
}

/** An attribute with a blank before it, or nothing where there is no value. */
export function attribute(name: string, value: string | undefined): string {
  return value ? ` ${name}="${escapeText(value)}"` : ''
}
