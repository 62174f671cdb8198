import { escapeText } from '../../model/xml-text.ts'

/** Attributes by their names, in order; values as they are written, with their entities. */
export type Attributes = Readonly<Record<string, string>>

/** A piece of a TEI file. Text is as it is written, with its entities. */
export type Token =
  | { readonly as: 'text'; readonly text: string }
  | { readonly as: 'start'; readonly name: string; readonly attributes: Attributes }
  | { readonly as: 'end'; readonly name: string }
  /** An element without content. */
  | { readonly as: 'empty'; readonly name: string; readonly attributes: Attributes }

export type StartToken = Extract<Token, { readonly as: 'start' }>

/** A token, if it is the start tag of an element of this name. */
export function startOf(token: Token, name: string): StartToken | undefined {
  return token.as === 'start' && token.name === name ? token : undefined
}

/** What stands in an element, up to its end tag, which is taken too. */
export function* contentOf(name: string, source: Iterator<Token>): Generator<Token> {
  let depth = 1
  for (let next = source.next(); !next.done; next = source.next()) {
    const token = next.value
    if (token.as === 'start' && token.name === name) depth++
    if (token.as === 'end' && token.name === name) depth--
    if (depth === 0) return
    yield token
  }
}

const TAG = /<(\/?)([\w:.-]+)((?:\s+[\w:.-]+="[^"]*")*)\s*(\/?)>/g
const ATTRIBUTE = /([\w:.-]+)="([^"]*)"/g

/**
 * Reads what our own writers write, which have no comment and no `>` in a tag but its end; a tag must
 * not lie in two chunks. Linear.
 */
export function* tokensOf(chunks: Iterable<string>): Generator<Token> {
  for (const chunk of chunks) {
    let at = 0
    for (const { 0: tag, 1: slash, 2: name = '', 3: said = '', 4: alone, index } of chunk.matchAll(
      TAG,
    )) {
      if (index > at) yield { as: 'text', text: chunk.slice(at, index) }
      at = index + tag.length
      if (slash) yield { as: 'end', name }
      else yield { as: alone ? 'empty' : 'start', name, attributes: attributesIn(said) }
    }
    if (at < chunk.length) yield { as: 'text', text: chunk.slice(at) }
  }
}

function attributesIn(said: string): Attributes {
  const attributes: Record<string, string> = {}
  for (const [, name = '', value = ''] of said.matchAll(ATTRIBUTE)) attributes[name] = value
  return attributes
}

/** The token of a text that is not written yet. */
export function textToken(text: string): Token {
  return { as: 'text', text: escapeText(text) }
}

/** Writes tokens in chunks. */
export function* written(tokens: Iterable<Token>): Iterable<string> {
  let chunk = ''
  for (const token of tokens) {
    chunk += markupOf(token)
    if (chunk.length < CHUNK) continue
    yield chunk
    chunk = ''
  }
  yield chunk
}

/** When a chunk is worth handing over, in UTF-16 units. */
const CHUNK = 1 << 16

function markupOf(token: Token): string {
  if (token.as === 'text') return token.text
  if (token.as === 'end') return `</${token.name}>`
  const said = Object.entries(token.attributes).map(([name, value]) => ` ${name}="${value}"`)
  return `<${token.name}${said.join('')}${token.as === 'empty' ? '/' : ''}>`
}
