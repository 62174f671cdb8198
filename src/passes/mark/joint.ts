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
  /** How the joints of its kind are set. */
  readonly norm: JointNorm
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

/** The joints of a reading text as they are found, and how many there are of each kind. */
interface Joints {
  readonly found: Joint[]
  readonly norms: Map<string, { spaced: number; tight: number }>
}

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
  const all: Joints = { found: [], norms: new Map() }
  MARK.lastIndex = 0
  while (MARK.test(text)) {
    const at = MARK.lastIndex
    const mark = text.charAt(at - 1)
    jointBefore(text, at - 1, mark, all)
    jointAfter(text, at, mark, all)
  }
  return all.found
}

/** Takes a joint down and counts it. */
function add({ found, norms }: Joints, at: number, spaced: boolean, kind: string): void {
  const known = norms.get(kind)
  const norm = known ?? { spaced: 0, tight: 0 }
  if (!known) norms.set(kind, norm)
  if (spaced) norm.spaced++
  else norm.tight++
  found.push({ at, spaced, norm })
}

function jointBefore(text: string, at: number, mark: string, all: Joints): void {
  const spaced = text[at - 1] === ' '
  const neighbour = classAt(text, spaced ? at - 2 : at - 1)
  if (neighbour === undefined) return
  add(all, spaced ? at - 1 : at, spaced, `${neighbour} _${mark}`)
}

function jointAfter(text: string, at: number, mark: string, all: Joints): void {
  const spaced = text[at] === ' '
  const neighbour = classAt(text, spaced ? at + 1 : at)
  if (neighbour === undefined) return
  const own = mark === '.' ? beforeStop(text, at - 1) : mark === '…' ? beforeGap(text, at - 1) : ''
  // Initials, numbers with a decimal or an ordinal point, and `т.е.` are set either way.
  if (own === undefined || (neighbour === 'digit' && isDigit(text.charCodeAt(at - 2)))) return
  if (own !== '' && own.length < 3 && neighbour === 'small') return
  add(all, at, spaced, `${own}${mark}_ ${neighbour}`)
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

/** Whether an ellipsis follows what is said, or takes the place of what is left out before it. */
function beforeGap(text: string, ellipsis: number): string {
  return /[\p{L}\p{N}»”?!.]/u.test(text.charAt(ellipsis - 1)) ? 'said' : ''
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
