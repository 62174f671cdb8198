import type { Span } from '../model/span.ts'

/** A replacement in some text: what stands in `[from, to)` becomes `corr`. */
export interface Change extends Span {
  readonly corr: string
}

/**
 * The same change without the characters that both readings begin or end with; they are taken off
 * the front first. A surrogate pair is never cut. An edit that changes nothing becomes an empty one.
 *
 * Law: applying the stripped change gives the same text. O(length of the change).
 */
export function strip(text: string, change: Change): Change {
  const { corr } = change
  let { from, to } = change
  let start = 0
  let end = corr.length
  while (from < to && start < end && text.charCodeAt(from) === corr.charCodeAt(start)) {
    from++
    start++
  }
  if (from > change.from && (cutsPair(text, from) || cutsPair(corr, start))) {
    from--
    start--
  }
  while (from < to && start < end && text.charCodeAt(to - 1) === corr.charCodeAt(end - 1)) {
    to--
    end--
  }
  if (to < change.to && (cutsPair(text, to) || cutsPair(corr, end))) {
    to++
    end++
  }
  return { from, to, corr: corr.slice(start, end) }
}

/** Whether a change is one at all. */
export function isEmpty(change: Change): boolean {
  return change.from === change.to && change.corr === ''
}

/**
 * Slides a pure insertion or deletion as far left as it can go without changing what it does, but
 * not before `limit`; any other change stays. `limit` and the change must lie in one run of `text`.
 *
 * Law: applying the slid change gives the same text. O(way).
 */
export function slide(text: string, change: Change, limit: number): Change {
  let { from, to, corr } = change
  if (from < to && corr !== '') return change
  while (from > limit) {
    const before = text.charAt(from - 1)
    const last = from < to ? text.charAt(to - 1) : corr.at(-1)
    if (before !== last || isSurrogate(before)) break
    if (corr !== '') corr = before + corr.slice(0, -1)
    from--
    to--
  }
  return { from, to, corr }
}

/** Whether `at` lies within a surrogate pair of `text`. */
function cutsPair(text: string, at: number): boolean {
  return at > 0 && at < text.length && (text.codePointAt(at - 1) ?? 0) > 0xffff
}

function isSurrogate(unit: string): boolean {
  return unit >= '\ud800' && unit <= '\udfff'
}
