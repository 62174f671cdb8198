import type { Edition } from '../../model/edition.ts'
import type { Witness } from '../../model/witness.ts'
import { characterId } from '../../model/xml-text.ts'
import { once } from '../reading/once.ts'
import { unsafeCharacters } from './raw-character.ts'

const NAMES: Readonly<Record<string, string>> = {
  '\0': 'null character',
  '\f': 'form feed',
  '\u0085': 'next line',
  '\u2028': 'line separator',
  '\u2029': 'paragraph separator',
  '\ufeff': 'byte order mark',
}

/**
 * The declarations of the characters for which `g` elements stand in the source layer, in the text
 * and in the apparatus; empty where there are none. Linear in the text.
 */
export function charDecl({ witness, corrections }: Edition): string {
  const texts = corrections.flatMap(({ sic, corr, candidates }) => [sic, corr, ...candidates])
  const isUtf16 = witness.encoding.startsWith('utf-16')
  const found = new Set([...printed(witness), ...texts.flatMap(unsafeCharacters)])
  const declared = [...found]
    .sort((a, b) => a.charCodeAt(0) - b.charCodeAt(0))
    .map((character) => {
      const description = describe(character, isUtf16)
      return `<char xml:id="${characterId(character)}"><desc>${description}</desc></char>\n`
    })
  return declared.length === 0 ? '' : `<charDecl>\n${declared.join('')}</charDecl>\n`
}

/** Of the raw text: for each of the files that are made of it, looked up once. */
const printed = once(({ text }: Witness) => unsafeCharacters(text))

function describe(character: string, isUtf16: boolean): string {
  const code = character.charCodeAt(0)
  const isPrivate = code >= 0xe000 && code <= 0xf8ff
  const hex = code.toString(16).toUpperCase().padStart(4, '0')
  if (code < 0xd800 || code > 0xdfff)
    return `U+${hex}, ${NAMES[character] ?? (isPrivate ? 'of private use' : 'control character')}`
  if (isUtf16) return `U+${hex}, half of a surrogate pair, or the byte ${hex.slice(2)} at the end`
  return `the byte ${hex.slice(2)}, which cannot be decoded`
}
