import type { Lexicon } from '../model/language.ts'

/**
 * Reads the compiled form of a lexicon: the binary trie that `encodeITrieToBTrie` of cspell-trie-lib
 * 9.8 writes, without its string table.
 *
 * The library itself is not loaded for it: that alone takes longer than all that a build looks up.
 */

/** What the file begins with; the version is that of the layout. */
const SIGNATURE = 'TrieBlob'
const LAYOUT = '00.01.00'
const BYTE_ORDER = 0x04030201

/** Offsets of the header's fields, in bytes. */
const AT_BYTE_ORDER = 8
const AT_LAYOUT = 12
const AT_NODES = 20
const AT_STRING_TABLE = 60
const HEADER = 132

/**
 * A node is a unit whose low byte is the number of its children and whose next bit says that a word
 * ends here; a unit for each child follows: the next byte of the word, and above it the child's index.
 */
const COUNT = 0xff
const WORD_END = 0x100
const BYTE = 0xff
const INDEX_SHIFT = 8

/**
 * The lexicon in `bytes`. Looks a word up in O(length of the word), exactly: case, accents, й and ё
 * count.
 *
 * Throws a `RangeError` that says what is wrong with the bytes.
 */
export function readBTrie(bytes: Uint8Array): Lexicon {
  const nodes = nodesOf(bytes)
  return { has: (word) => hasWord(nodes, word), near: (word) => nearWords(nodes, word) }
}

function nodesOf(bytes: Uint8Array): Uint32Array {
  const header = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < HEADER || ascii(bytes, 0) !== SIGNATURE) {
    throw new RangeError('Unexpected beginning, expected a compiled lexicon')
  }
  if (ascii(bytes, AT_LAYOUT) !== LAYOUT || header.getUint32(AT_STRING_TABLE, true) !== 0) {
    throw new RangeError(`Unexpected layout ${ascii(bytes, AT_LAYOUT)}, expected ${LAYOUT}`)
  }
  const from = header.getUint32(AT_NODES, true)
  const length = header.getUint32(AT_NODES + 4, true)
  if (header.getUint32(AT_BYTE_ORDER, true) !== BYTE_ORDER || from + length > bytes.length) {
    throw new RangeError(`Unexpected length ${bytes.length}, expected ${from + length} bytes`)
  }
  const nodes = new Uint32Array(length >>> 2)
  // A copy, since the bytes need not lie at a multiple of four.
  new Uint8Array(nodes.buffer).set(bytes.subarray(from, from + (nodes.length << 2)))
  return nodes
}

function ascii(bytes: Uint8Array, from: number): string {
  return String.fromCharCode(...bytes.subarray(from, from + 8))
}

function hasWord(nodes: Uint32Array, word: string): boolean {
  let node = 0
  for (let at = 0; at < word.length; at++) {
    node = childOf(nodes, node, word.charCodeAt(at))
    if (node < 0) return false
  }
  return word !== '' && ((nodes[node] ?? 0) & WORD_END) !== 0
}

/** The node behind a letter of the first plane, given as its UTF-16 unit, or -1. */
function childOf(nodes: Uint32Array, node: number, unit: number): number {
  if (unit < 0x80) return child(nodes, node, unit)
  if (unit < 0x800)
    return child(nodes, child(nodes, node, 0xc0 | (unit >>> 6)), 0x80 | (unit & 0x3f))
  // Half of a letter beyond the first plane: no lexicon has one.
  if (unit >= 0xd800 && unit < 0xe000) return -1
  const second = child(
    nodes,
    child(nodes, node, 0xe0 | (unit >>> 12)),
    0x80 | ((unit >>> 6) & 0x3f),
  )
  return child(nodes, second, 0x80 | (unit & 0x3f))
}

/** The index of the child of `node` behind `byte`, or -1. */
function child(nodes: Uint32Array, node: number, byte: number): number {
  if (node < 0) return -1
  const last = node + ((nodes[node] ?? 0) & COUNT)
  for (let at = node + 1; at <= last; at++) {
    const entry = nodes[at] ?? 0
    if ((entry & BYTE) === byte) return entry >>> INDEX_SHIFT
  }
  return -1
}

/**
 * The words that differ from `word` by one letter left out, put in, put in the place of another, or by
 * two neighbours exchanged; sorted, without the word itself. It follows the trie along the word and
 * leaves it once, so that it looks at some hundred nodes.
 */
function nearWords(nodes: Uint32Array, word: string): readonly string[] {
  const found = new Set<string>()
  const finish = (node: number, rest: string, begun: string): void => {
    const end = follow(nodes, node, rest)
    if (end >= 0 && ((nodes[end] ?? 0) & WORD_END) !== 0) found.add(begun + rest)
  }
  let node = 0
  for (let at = 0; at <= word.length && node >= 0; at++) {
    const begun = word.slice(0, at)
    const own = word.charAt(at)
    if (own !== '') finish(node, word.slice(at + 1), begun)
    for (const [letter, next] of children(nodes, node)) {
      finish(next, word.slice(at), begun + letter)
      if (own !== '' && letter !== own) finish(next, word.slice(at + 1), begun + letter)
    }
    const two = word.slice(at, at + 2)
    if (two.length === 2 && two[0] !== two[1]) {
      finish(node, `${two.charAt(1)}${two.charAt(0)}${word.slice(at + 2)}`, begun)
    }
    node = own === '' ? -1 : follow(nodes, node, own)
  }
  found.delete(word)
  return [...found].sort()
}

/** The node behind `word` from `node` on, or -1. */
function follow(nodes: Uint32Array, node: number, word: string): number {
  let at = node
  for (let i = 0; i < word.length && at >= 0; i++) at = childOf(nodes, at, word.charCodeAt(i))
  return at
}

/** The letters that go on from a node, and where they lead. Those outside the first plane are left out. */
function children(nodes: Uint32Array, node: number): readonly (readonly [string, number])[] {
  const found: (readonly [string, number])[] = []
  const walk = (from: number, code: number, more: number): void => {
    const last = from + ((nodes[from] ?? 0) & COUNT)
    for (let at = from + 1; at <= last; at++) {
      const entry = nodes[at] ?? 0
      const byte = entry & BYTE
      const next = entry >>> INDEX_SHIFT
      if (more > 1) walk(next, (code << 6) | (byte & 0x3f), more - 1)
      else if (more === 1) found.push([String.fromCharCode((code << 6) | (byte & 0x3f)), next])
      else if (byte < 0x80) found.push([String.fromCharCode(byte), next])
      else if (byte < 0xe0) walk(next, byte & 0x1f, 1)
      else if (byte < 0xf0) walk(next, byte & 0x0f, 2)
    }
  }
  walk(node, 0, 0)
  return found
}
