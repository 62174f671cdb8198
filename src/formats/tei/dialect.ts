import type { Attributes, Token } from './tokens.ts'

/** What becomes of an element in a dialect. */
export type Fate =
  /** Another element, or the same. */
  | { readonly name: string; readonly attributes: Attributes }
  /** Its content alone. */
  | 'content'
  /** Nothing: its content goes with it. */
  | 'nothing'

/** A dialect of TEI: what the elements of ours are in it, each with the elements that it stands in. */
export type Dialect = (name: string, attributes: Attributes, within: readonly string[]) => Fate

/** Translates a text into a dialect, element by element. Linear. */
export function* translated(tokens: Iterable<Token>, dialect: Dialect): Generator<Token> {
  /** The elements that are open, as they were, and what they have become. */
  const within: string[] = []
  const open: (string | undefined)[] = []
  /** How many elements are open in one that has become nothing, itself included. */
  let gone = 0
  for (const token of tokens) {
    if (token.as === 'text') {
      if (gone === 0) yield token
    } else if (token.as === 'end') {
      within.pop()
      const name = open.pop()
      if (gone > 0) gone--
      else if (name !== undefined) yield { as: 'end', name }
    } else {
      const fate = gone > 0 ? 'nothing' : dialect(token.name, token.attributes, within)
      if (typeof fate !== 'string') yield { as: token.as, ...fate }
      if (token.as === 'empty') continue
      within.push(token.name)
      open.push(typeof fate === 'string' ? undefined : fate.name)
      if (fate === 'nothing') gone++
    }
  }
}

/** Attributes without some of them. */
export function without(attributes: Attributes, ...names: readonly string[]): Attributes {
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => !names.includes(name)))
}
