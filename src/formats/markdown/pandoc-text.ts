import type { Parents, Text } from 'mdast'
import type { Options } from 'remark-stringify'

type Handle = NonNullable<NonNullable<Options['handlers']>['text']>
type Info = Parameters<Handle>[3]

/** What Pandoc may take for markup wherever it stands: beside Markdown's own, TeX, citations, quotes. */
const SPECIAL = /[\\`*_{}[\]<>$^~@|"'‘“&#]|-(?=-)|\.(?=\.\.)/g
/** What begins a block: headings, lists, definitions, rules. */
const BLOCK_START = /^(?:[-+:%=>]|\((?=[\p{L}\p{N}@]+\)))/u
/** The label of an item, which Pandoc takes in figures, letters and Roman numerals. */
const ITEM = /^([\p{L}\p{N}]+)([.)])(?=\s|$)/u

/** Writes text so that Pandoc reads it as it is, without any option. */
export function pandocText(
  { value }: Text,
  _: Parents | undefined,
  __: unknown,
  info: Info,
): string {
  const escaped = escapePandoc(value)
  const starts = info.before === '' || /[\n\r]$/.test(info.before)
  return starts ? escaped.replace(BLOCK_START, '\\$&').replace(ITEM, '$1\\$2') : escaped
}

/** Text in the midst of a line. */
export function escapePandoc(text: string): string {
  return text.replace(SPECIAL, '\\$&')
}

/** What the text before must know of this one, without it being written twice. */
pandocText.peek = function peek(node: Text): string {
  return node.value.charAt(0)
}
