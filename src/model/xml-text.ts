/**
 * Text as XML 1.0 can carry it.
 *
 * A character that XML forbids (a control character, half a surrogate pair, U+FFFE, U+FFFF), or that means
 * something in one font only (U+E000 to U+F8FF), becomes a TEI `g` element that names it, so that it can
 * be put back: U+000C is `<g ref="#x0C"/>`.
 */

/** Quick look: whether anything in a text may need work. Surrogate pairs are looked at again. */
const SUSPECT = /[&<>\r\0-\x08\x0b\x0c\x0e-\x1f\ud800-\uf8ff\ufffe\uffff]/

const SPECIAL = /[&<>\r\0-\x08\x0b\x0c\x0e-\x1f\ue000-\uf8ff\ufffe\uffff]|\p{Cs}/gu

const SUSPECT_IN_ATTRIBUTE = /[&<>"\t\n\r\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]/

const SPECIAL_IN_ATTRIBUTE = /[&<>"\t\n\r\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Cs}/gu

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}

/** Character data of a TEI document. Linear in the text. */
export function escapeText(text: string): string {
  if (!SUSPECT.test(text)) return text
  return text.replace(SPECIAL, (found) => ENTITIES[found] ?? `<g ref="#${characterId(found)}"/>`)
}

/**
 * The value of an attribute, to stand in double quotation marks. What XML forbids becomes U+FFFD,
 * since an attribute holds no elements.
 */
export function escapeAttribute(text: string): string {
  if (!SUSPECT_IN_ATTRIBUTE.test(text)) return text
  return text.replace(SPECIAL_IN_ATTRIBUTE, (found) => ENTITIES[found] ?? '\ufffd')
}

/** The xml:id of the declaration of a character: `x0C` for U+000C, `xDC80` for U+DC80. */
export function characterId(character: string): string {
  return `x${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`
}
