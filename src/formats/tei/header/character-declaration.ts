import type { Edition } from '../../../model/edition.ts'
import { characterId, forbiddenCharacters } from '../../../model/xml-text.ts'

/** The characters of a book that XML cannot carry, for which `g` elements stand. */
export function characterDeclaration(edition: Edition): string {
  const texts = [
    edition.witness.text,
    ...edition.corrections.flatMap(({ sic, corr, candidates }) => [sic, corr, ...candidates]),
  ]
  const found = new Set(texts.flatMap((text) => forbiddenCharacters(text)))
  const characters = [...found]
    .sort((a, b) => a.charCodeAt(0) - b.charCodeAt(0))
    .map((sign) => `<char xml:id="${characterId(sign)}"><desc>${described(sign)}</desc></char>\n`)
  return characters.length === 0 ? '' : `<charDecl>\n${characters.join('')}</charDecl>\n`
}

function described(sign: string): string {
  const code = sign.charCodeAt(0)
  const name = code.toString(16).toUpperCase().padStart(4, '0')
  if (code >= 0xdc80 && code <= 0xdcff) return `the byte ${name.slice(2)}, which cannot be decoded`
  return `the character U+${name}, which XML forbids`
}
