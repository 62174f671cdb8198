import { isBlank } from '../model/flow.ts'

/** The printed characters of a text: all but its white space. */
export function printed(text: string): string {
  let kept = ''
  for (let at = 0; at < text.length; at++) {
    if (!isBlank(text.charCodeAt(at))) kept += text.charAt(at)
  }
  return kept
}

/** The offset of the first printed character at `from` or behind it, or the end of the text. */
export function firstPrinted(text: string, from: number): number {
  let at = from
  while (at < text.length && isBlank(text.charCodeAt(at))) at++
  return at
}

/** The offset behind the last printed character before `to`, or 0. */
export function behindPrinted(text: string, to: number): number {
  let at = to
  while (at > 0 && isBlank(text.charCodeAt(at - 1))) at--
  return at
}

/**
 * The offset of the printed character that stands `count` printed characters behind the one at `at`,
 * or before it where `count` is negative; the end of the text, or 0, where there are fewer.
 */
export function walk(text: string, at: number, count: number): number {
  let place = at
  for (let i = 0; i < count && place < text.length; i++) place = firstPrinted(text, place + 1)
  for (let i = 0; i > count && place > 0; i--) place = Math.max(0, behindPrinted(text, place) - 1)
  return place
}

/** How many printed characters from `at` on are those of `sequence`, and where the next one stands. */
export function agreeForward(
  text: string,
  at: number,
  sequence: string,
): { readonly count: number; readonly next: number } {
  let place = firstPrinted(text, at)
  let count = 0
  while (count < sequence.length && text[place] === sequence[count]) {
    place = firstPrinted(text, place + 1)
    count++
  }
  return { count, next: place }
}

/**
 * How many printed characters before `at`, read backwards, are those at the end of `sequence`, and
 * behind which offset the next one stands; 0 where there is none.
 */
export function agreeBackward(
  text: string,
  at: number,
  sequence: string,
): { readonly count: number; readonly next: number } {
  let place = behindPrinted(text, at)
  let count = 0
  while (
    count < sequence.length &&
    place > 0 &&
    text[place - 1] === sequence[sequence.length - 1 - count]
  ) {
    place = behindPrinted(text, place - 1)
    count++
  }
  return { count, next: place }
}
