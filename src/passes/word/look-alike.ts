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

/** The script of a letter, or undefined for one of another script, a digit or a mark. */
export function scriptOf(letter: string): Script | undefined {
  if (/^\p{Script=Latin}/u.test(letter)) return 'Latin'
  if (/^\p{Script=Cyrillic}/u.test(letter)) return 'Cyrillic'
  return /^\p{Script=Greek}/u.test(letter) ? 'Greek' : undefined
}

/** The word with every letter of another script put into `script`, or undefined where one has no like there. */
export function inScript(word: string, script: Script): string | undefined {
  const table = tables.get(script)
  let result = ''
  for (const letter of word) {
    const own = scriptOf(letter)
    if (own === undefined || own === script) result += letter
    else {
      const like = table?.get(letter)
      if (like === undefined) return undefined
      result += like
    }
  }
  return result
}

/** The scripts of the letters of a word, in the order of the word. */
export function scriptsIn(word: string): ReadonlySet<Script> {
  const scripts = new Set<Script>()
  for (const letter of word) {
    const script = scriptOf(letter)
    if (script) scripts.add(script)
  }
  return scripts
}
