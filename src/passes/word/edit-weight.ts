/** One change by which a word becomes another, and how likely a writer, a compositor or an engine makes it. */
export interface LetterChange {
  readonly what: 'left out' | 'put in' | 'doubled' | 'not doubled' | 'exchanged' | 'replaced'
  /** The letter that is wrong or missing, and for `replaced` the one that should stand there. */
  readonly letters: readonly [string, string]
  /** Where the two begin to differ. */
  readonly at: number
  /** The natural logarithm of its odds against the most likely change; 0 at most. */
  readonly weight: number
}

/** Letters that lie side by side on a keyboard, row by row. */
const KEYBOARDS: readonly string[] = [
  'qwertyuiop asdfghjkl zxcvbnm',
  'йцукенгшщзхъ фывапролджэ ячсмитьбюё',
]

/** Letters that OCR and the eye confuse in print; each group is confused among itself. */
const CONFUSED: readonly string[] = [
  'cео',
  'ceo',
  'un',
  'hb',
  'li1ıt',
  'fs',
  'vy',
  'ij',
  'gq',
  'aо',
  'пиніл',
  'шщ',
  'цдщ',
  'ъьыв',
  'гтч',
  'еёсо',
  'оа',
  'еи',
  'зэ',
  'нк',
  'бв6',
  'мн',
]

const alike = new Map<string, readonly string[]>()
for (const group of CONFUSED) {
  for (const one of group) {
    alike.set(one, [...(alike.get(one) ?? []), ...[...group].filter((other) => other !== one)])
  }
}

/** The letters that OCR and the eye take for one. */
export function lookAlikes(letter: string): readonly string[] {
  return alike.get(letter) ?? []
}

const near = new Set<string>()
for (const rows of KEYBOARDS) {
  for (const row of rows.split(' ')) {
    for (let i = 1; i < row.length; i++) addPair(row.charAt(i - 1), row.charAt(i))
  }
}
for (const group of CONFUSED) {
  for (const one of group) for (const other of group) if (one !== other) addPair(one, other)
}

function addPair(one: string, other: string): void {
  near.add(one + other)
  near.add(other + one)
}

/** The change that makes `wrong` of `right`. The two are one letter away. O(length). */
export function changeBetween(wrong: string, right: string): LetterChange {
  let from = 0
  while (from < wrong.length && from < right.length && wrong[from] === right[from]) from++
  const own = wrong.charAt(from)
  const due = right.charAt(from)
  if (wrong.length > right.length) {
    const doubled = own === wrong.charAt(from - 1) || own === wrong.charAt(from + 1)
    return doubled
      ? { what: 'doubled', letters: [own, ''], at: from, weight: 0 }
      : { what: 'put in', letters: [own, ''], at: from, weight: -1.5 }
  }
  if (wrong.length < right.length) {
    const single = due === right.charAt(from - 1) || due === right.charAt(from + 1)
    return single
      ? { what: 'not doubled', letters: [due, ''], at: from, weight: 0 }
      : { what: 'left out', letters: [due, ''], at: from, weight: -0.7 }
  }
  if (wrong.charAt(from + 1) === due && right.charAt(from + 1) === own && own !== due) {
    return { what: 'exchanged', letters: [own, due], at: from, weight: 0 }
  }
  return {
    what: 'replaced',
    letters: [own, due],
    at: from,
    weight: near.has(own + due) ? -1 : -2.5,
  }
}
