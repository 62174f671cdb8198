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
  return { has: (word) => hasWord(nodes, word) }
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
    const code = word.codePointAt(at) ?? 0
    if (code < 0x80) {
      node = child(nodes, node, code)
    } else if (code < 0x800) {
      node = child(nodes, node, 0xc0 | (code >>> 6))
      node = child(nodes, node, 0x80 | (code & 0x3f))
    } else if (code < 0x10000) {
      node = child(nodes, node, 0xe0 | (code >>> 12))
      node = child(nodes, node, 0x80 | ((code >>> 6) & 0x3f))
      node = child(nodes, node, 0x80 | (code & 0x3f))
    } else {
      return false
    }
    if (node < 0) return false
  }
  return word !== '' && ((nodes[node] ?? 0) & WORD_END) !== 0
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
