/** A script of those whose letters look alike. */
export type Script = 'Latin' | 'Cyrillic' | 'Greek'

/**
 * Letters that look the same in print, one row a shape: Latin, Cyrillic, Greek. A dot stands where a
 * script has none.
 *
 * Source: Unicode Technical Standard 39, confusables, as far as printed type goes.
 */
const SHAPES: readonly string[] = [
  'AАΑ',
  'BВΒ',
  'CС.',
  'EЕΕ',
  'HНΗ',
  'IІΙ',
  'JЈ.',
  'KКΚ',
  'MМΜ',
  'N.Ν',
  'OОΟ',
  'PРΡ',
  'SЅ.',
  'TТΤ',
  'XХΧ',
  'YУΥ',
  'Z.Ζ',
  'aа.',
  'cс.',
  'eе.',
  'iі.',
  'jј.',
  'oоο',
  'pрρ',
  'sѕ.',
  'xх.',
  'yу.',
  'v.ν',
  '.ГΓ',
  '.ПΠ',
  '.ФΦ',
]
const COLUMNS: readonly Script[] = ['Latin', 'Cyrillic', 'Greek']

const tables = new Map<Script, ReadonlyMap<string, string>>(
  COLUMNS.map((script, column) => {
    const table = new Map<string, string>()
    for (const shape of SHAPES) {
      const letters = [...shape]
      const own = letters[column]
      if (own === undefined || own === '.') continue
      for (const letter of letters) if (letter !== '.') table.set(letter, own)
    }
    return [script, table]
  }),
)

/** The script of a letter by its UTF-16 unit, or undefined for one of another script, a digit or a mark. */
export function scriptOf(unit: number): Script | undefined {
  if (unit >= 0x400 && unit <= 0x52f) return 'Cyrillic'
  if (unit >= 0x370 && unit <= 0x3ff) return 'Greek'
  if (unit < 0x41 || (unit > 0x24f && (unit < 0x1e00 || unit > 0x1eff))) return undefined
  const isMark = (unit > 0x5a && unit < 0x61) || (unit > 0x7a && unit < 0xc0)
  return isMark || unit === 0xd7 || unit === 0xf7 ? undefined : 'Latin'
}

/** The word with every letter of another script put into `script`, or undefined where one has no like there. */
export function inScript(word: string, script: Script): string | undefined {
  const table = tables.get(script)
  let result = ''
  for (const letter of word) {
    const own = scriptOf(letter.charCodeAt(0))
    if (own === undefined || own === script) result += letter
    else {
      const like = table?.get(letter)
      if (like === undefined) return undefined
      result += like
    }
  }
  return result
}

/** The script of the letters of a word; `mixed` when there are several, undefined when it has none. */
export function scriptIn(word: string): Script | 'mixed' | undefined {
  let found: Script | undefined
  for (let i = 0; i < word.length; i++) {
    const script = scriptOf(word.charCodeAt(i))
    if (script === undefined || script === found) continue
    if (found !== undefined) return 'mixed'
    found = script
  }
  return found
}
