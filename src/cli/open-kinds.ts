/** The kinds of rules that need no code. */
export const OPEN_KINDS = ['substitution', 'pattern', 'lexicon', 'confusion'] as const

export type OpenKind = (typeof OPEN_KINDS)[number]
