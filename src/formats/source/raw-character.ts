import { characterId } from '../../model/xml-text.ts'

/** Quick look: whether anything in a text may need work. Surrogate pairs are looked at again. */
const SUSPECT = /[&<>\0-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\uf8ff\ufeff\ufffe\uffff]/

const SPECIAL = /[&<>\0-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ue000-\uf8ff\ufeff\ufffe\uffff]|\p{Cs}/gu

const MAYBE_UNSAFE =
  /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\uf8ff\ufeff\ufffe\uffff]/

const UNSAFE =
  /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ue000-\uf8ff\ufeff\ufffe\uffff]|\p{Cs}/gu

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/**
 * The characters of a raw line as XML can carry them through any program.
 *
 * What XML forbids, and what programs drop or take for a line end (C1 control characters, U+2028,
 * U+2029, U+FEFF), or one font alone knows (U+E000 to U+F8FF), becomes a `g` element that names it: U+000C is `<g ref="#x0C"/>`. Linear.
 */
export function escapeRaw(text: string): string {
  if (!SUSPECT.test(text)) return text
  return text.replace(SPECIAL, (found) => ENTITIES[found] ?? `<g ref="#${characterId(found)}"/>`)
}

/** The characters of a text for which `g` elements stand, but for its line ends; each once, sorted. */
export function unsafeCharacters(text: string): readonly string[] {
  if (!MAYBE_UNSAFE.test(text)) return []
  const found = new Set<string>()
  for (const [character] of text.matchAll(UNSAFE)) found.add(character)
  return [...found].sort((a, b) => a.charCodeAt(0) - b.charCodeAt(0))
}
