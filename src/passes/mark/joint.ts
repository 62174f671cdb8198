import type { Reading } from '../../model/reading.ts'

/**
 * A place beside a mark where a blank stands or might stand. Offsets are those of the reading text.
 *
 * Joints of one kind (the mark, its side, and what is on both sides) are set alike throughout a book:
 * how it does it is its norm.
 */
export interface Joint {
  /** Where the blank stands, or where it would. */
  readonly at: number
  readonly spaced: boolean
  readonly kind: string
}

/** How the joints of one kind are set in a book. */
export interface JointNorm {
  readonly spaced: number
  readonly tight: number
}

/** Marks beside which a blank stands or does not. */
const MARK = /[.,;:!?…)(«»„“”№§]/gu

/** An abbreviation before a full stop has at most so many letters. */
const ABBREVIATION = 4

const joints = new WeakMap<Reading, readonly Joint[]>()

/**
 * The joints of a reading text, in order; the ends of blocks make none. O(n).
 *
 * A reading text never changes, so the rules of one layer share the answer.
 */
export function jointsOf(reading: Reading): readonly Joint[] {
  const known = joints.get(reading) ?? find(reading.text)
  joints.set(reading, known)
  return known
}

function find(text: string): readonly Joint[] {
  const found: Joint[] = []
  for (const { 0: mark, index } of text.matchAll(MARK)) {
    const before = jointBefore(text, index, mark)
    if (before) found.push(before)
    const after = jointAfter(text, index + 1, mark)
    if (after) found.push(after)
  }
  return found
}

function jointBefore(text: string, at: number, mark: string): Joint | undefined {
  const spaced = text[at - 1] === ' '
  const neighbour = classAt(text, spaced ? at - 2 : at - 1)
  if (neighbour === undefined) return undefined
  return { at: spaced ? at - 1 : at, spaced, kind: `${neighbour} _${mark}` }
}

function jointAfter(text: string, at: number, mark: string): Joint | undefined {
  const spaced = text[at] === ' '
  const neighbour = classAt(text, spaced ? at + 1 : at)
  if (neighbour === undefined) return undefined
  const own = mark === '.' ? beforeStop(text, at - 1) : ''
  // Initials, numbers with a decimal or an ordinal point, and `т.е.` are set either way.
  if (own === undefined || (neighbour === 'digit' && isDigit(text.charCodeAt(at - 2)))) {
    return undefined
  }
  if (own !== '' && own.length < 3 && neighbour === 'small') return undefined
  return { at, spaced, kind: `${own}${mark}_ ${neighbour}` }
}

/**
 * What stands before a full stop: a short word, which may be an abbreviation, itself; else its class.
 * Undefined for a capital by itself.
 */
function beforeStop(text: string, stop: number): string | undefined {
  let from = stop
  while (from > 0 && stop - from <= ABBREVIATION && isLetter(text.charCodeAt(from - 1))) from--
  const length = stop - from
  if (length === 0) return classAt(text, stop - 1) ?? ''
  if (length > ABBREVIATION) return 'word'
  const word = text.slice(from, stop)
  return length === 1 && word !== word.toLowerCase() ? undefined : word
}

/** What a neighbour of a mark is; undefined at the end of a block. */
function classAt(text: string, at: number): string | undefined {
  const unit = text.charCodeAt(at)
  if (Number.isNaN(unit) || unit === 0x0a) return undefined
  const character = text.charAt(at)
  if (isLetter(unit)) return character === character.toLowerCase() ? 'small' : 'capital'
  return isDigit(unit) ? 'digit' : character
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39
}

/** Whether a unit is a letter of Latin, Greek or Cyrillic. */
export function isLetter(unit: number): boolean {
  return (
    (unit >= 0x61 && unit <= 0x7a) ||
    (unit >= 0x41 && unit <= 0x5a) ||
    (unit >= 0xc0 && unit <= 0x52f && unit !== 0xd7 && unit !== 0xf7) ||
    (unit >= 0x1e00 && unit <= 0x1fff)
  )
}

/** How a book sets each kind of joint. O(joints). */
export function normsOf(found: readonly Joint[]): ReadonlyMap<string, JointNorm> {
  const norms = new Map<string, { spaced: number; tight: number }>()
  for (const { kind, spaced } of found) {
    const norm = norms.get(kind) ?? { spaced: 0, tight: 0 }
    if (spaced) norm.spaced++
    else norm.tight++
    norms.set(kind, norm)
  }
  return norms
}
