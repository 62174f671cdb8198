import type { FlowLine } from '../../model/flow.ts'
import type { CallCandidate } from './note-call.ts'
import { readSiglum } from './siglum.ts'

/** A word with digits at its end. */
const NUMBERED = /\p{L}[\p{L}\p{M}]*\d{1,4}/gu

/** A word that stands so often with its number bears it by name: `IPv6`, `gdm3`. */
const TIMES = 2

/**
 * Words that bear a number by name in this book: they stand more often with it than without. O(n) in
 * the text.
 *
 * `count` says how often a word stands in the book, in small letters, numbers at its end left off.
 */
export function numberedNames(
  text: string,
  lines: readonly FlowLine[],
  count: (word: string) => number,
): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const { from, to } of lines) {
    const shown = text.slice(from, to)
    if (!/\p{L}\d/u.test(shown)) continue
    for (const [name] of shown.matchAll(NUMBERED)) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const isName = (name: string, times: number): boolean =>
    times >= TIMES && times * 2 >= count(name.replace(/\d+$/u, '').toLowerCase())
  return new Set([...counts].flatMap(([name, times]) => (isName(name, times) ? [name] : [])))
}

/**
 * A candidate as it is to be read beside a name: none where its digits are those of the name, and the
 * digits behind them where there are more: the `18` of `gdm318`.
 */
export function besideName(
  text: string,
  call: CallCandidate,
  names: ReadonlySet<string>,
): readonly CallCandidate[] {
  if (call.siglum.style !== 'arabic') return [call]
  const digits = text.slice(call.from, call.to).replace(/\D/gu, '')
  const word = /\p{L}[\p{L}\p{M}]*$/u.exec(text.slice(Math.max(0, call.from - 40), call.from))?.[0]
  if (word === undefined) return [call]
  if (names.has(word + digits)) return []
  for (let length = digits.length - 1; length > 0; length--) {
    const rest = readSiglum(digits.slice(length))
    if (!rest || !names.has(word + digits.slice(0, length))) continue
    return [{ ...call, from: call.from + length, siglum: rest, likeness: 0.8 }]
  }
  return [call]
}
