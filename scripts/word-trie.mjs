// @ts-check

/**
 * Makes the compiled form of a lexicon that `src/store/btrie.ts` reads: the binary trie of
 * cspell-trie-lib, in which words share their beginnings, and equal ends of words are stored once.
 *
 * The library makes the same out of a tree of objects; with the three million forms of Polish that
 * takes seven times as long and two gigabytes.
 */

/** The header: signature, byte order, layout, where the nodes lie and how many bytes they take. */
const SIGNATURE = 'TrieBlob'
const LAYOUT = '00.01.00'
const BYTE_ORDER = 0x04030201
const AT_BYTE_ORDER = 8
const AT_LAYOUT = 12
const AT_NODES = 20
const HEADER = 132

const WORD_END = 0x100
const INDEX_SHIFT = 8
const COUNT = 0xff

/** The root lies first, with room for a child for every byte. */
const ROOM_OF_ROOT = 0x100

/** A node under construction: whether a word ends here, and its children as they are stored. */
class Open {
  end = 0
  /** @type {number[]} */
  children = []
  /** The byte that leads here. */
  byte = 0
}

/**
 * @param {readonly string[]} words sorted by code unit, each once
 * @returns {Uint8Array}
 */
export function wordTrie(words) {
  const store = new NodeStore()
  /** @type {Open[]} */
  const path = [new Open()]
  let previous = Buffer.alloc(0)
  for (const word of words) {
    const bytes = Buffer.from(word)
    let shared = 0
    while (shared < previous.length && previous[shared] === bytes[shared]) shared++
    close(path, shared, store)
    for (const byte of bytes.subarray(shared)) {
      const open = new Open()
      open.byte = byte
      path.push(open)
    }
    const last = path.at(-1)
    if (last) last.end = WORD_END
    previous = bytes
  }
  close(path, 0, store)
  const [root] = path
  return withHeader(store.withRoot(root ?? new Open()))
}

/**
 * Stores the nodes of the path that lie deeper than `depth`.
 *
 * @param {Open[]} path
 * @param {number} depth
 * @param {NodeStore} store
 */
function close(path, depth, store) {
  while (path.length > depth + 1) {
    const closed = path.pop()
    if (closed) path.at(-1)?.children.push((store.add(closed) << INDEX_SHIFT) | closed.byte)
  }
}

/** Nodes one behind the other, each different one once. */
class NodeStore {
  #units = new Uint32Array(1 << 16)
  #length = ROOM_OF_ROOT
  /** Where each node lies, by what is in it; open addressing, 0 is free. */
  #table = new Uint32Array(1 << 16)
  #count = 0

  /**
   * The index of a node, stored now or before.
   *
   * @param {Open} node
   */
  add({ end, children }) {
    if (this.#count * 2 > this.#table.length) this.#rehash()
    const head = children.length | end
    let slot = hashOf(head, children) & (this.#table.length - 1)
    for (;;) {
      const at = this.#table[slot] ?? 0
      if (at === 0) break
      if (this.#holds(at, head, children)) return at
      slot = (slot + 1) & (this.#table.length - 1)
    }
    const at = this.#length
    this.#put(at, head, children)
    this.#length += children.length + 1
    this.#table[slot] = at
    this.#count++
    return at
  }

  /**
   * All units, the root first.
   *
   * @param {Open} root
   */
  withRoot({ end, children }) {
    this.#put(0, children.length | end, children)
    return this.#units.slice(0, this.#length)
  }

  /**
   * @param {number} at
   * @param {number} head
   * @param {readonly number[]} children
   */
  #put(at, head, children) {
    if (at + children.length >= this.#units.length) {
      const units = new Uint32Array(this.#units.length * 2)
      units.set(this.#units)
      this.#units = units
    }
    this.#units[at] = head
    this.#units.set(children, at + 1)
  }

  /**
   * @param {number} at
   * @param {number} head
   * @param {readonly number[]} children
   */
  #holds(at, head, children) {
    if (this.#units[at] !== head) return false
    for (const [index, child] of children.entries()) {
      if (this.#units[at + 1 + index] !== child >>> 0) return false
    }
    return true
  }

  #rehash() {
    const old = this.#table
    this.#table = new Uint32Array(old.length * 2)
    for (const at of old) {
      if (at === 0) continue
      const head = this.#units[at] ?? 0
      const children = this.#units.subarray(at + 1, at + 1 + (head & COUNT))
      let slot = hashOf(head, children) & (this.#table.length - 1)
      while (this.#table[slot] !== 0) slot = (slot + 1) & (this.#table.length - 1)
      this.#table[slot] = at
    }
  }
}

/**
 * @param {number} head
 * @param {Iterable<number>} children
 */
function hashOf(head, children) {
  let hash = head
  for (const child of children) hash = Math.imul(hash ^ child ^ (hash >>> 15), 0x2c1b3c6d)
  return (hash ^ (hash >>> 13)) >>> 0
}

/** @param {Uint32Array} units */
function withHeader(units) {
  const bytes = Buffer.alloc(HEADER + units.length * 4)
  bytes.write(SIGNATURE, 0, 'latin1')
  bytes.writeUInt32LE(BYTE_ORDER, AT_BYTE_ORDER)
  bytes.write(LAYOUT, AT_LAYOUT, 'latin1')
  bytes.writeUInt32LE(HEADER, AT_NODES)
  bytes.writeUInt32LE(units.length * 4, AT_NODES + 4)
  for (const [index, unit] of units.entries()) bytes.writeUInt32LE(unit, HEADER + index * 4)
  return bytes
}
