import { isSingleByte, SINGLE_BYTE_ENCODINGS } from './single-byte.ts'

/** What TextDecoder decodes, but no one can write back byte for byte. */
const MULTI_BYTE: ReadonlySet<string> = new Set([
  'big5',
  'euc-jp',
  'euc-kr',
  'gb18030',
  'gbk',
  'iso-2022-jp',
  'shift_jis',
])

/** Names that are in use and no labels of the WHATWG, without the marks in them. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  cp874: 'windows-874',
  iso885916: 'iso-8859-16',
  maccyrillic: 'x-mac-cyrillic',
  macroman: 'macintosh',
  utf8sig: 'utf-8',
}

/** The encodings that can be read and written back, by their WHATWG names. */
export const ENCODINGS: readonly string[] = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  ...SINGLE_BYTE_ENCODINGS,
]

/**
 * The WHATWG name of an encoding that a person or program calls `label`: `windows-1251` for `CP1251`.
 *
 * `multi-byte` for one that cannot be written back byte for byte, undefined for one that is unknown.
 */
export function encodingName(label: string): string | 'multi-byte' | undefined {
  const name = standardName(label) ?? OTHER_NAMES[bare(label)] ?? standardName(bare(label))
  if (name === undefined) return undefined
  // Only the direction of reading tells this one from its namesake.
  if (name === 'iso-8859-8-i') return 'iso-8859-8'
  if (MULTI_BYTE.has(name)) return 'multi-byte'
  return name.startsWith('utf-') || isSingleByte(name) ? name : undefined
}

function standardName(label: string): string | undefined {
  try {
    return new TextDecoder(label).encoding
  } catch {
    return undefined
  }
}

function bare(label: string): string {
  return label.toLowerCase().replace(/[^a-z0-9]/gu, '')
}
