import type { Text } from '../../model/edition.ts'
import type { Span } from '../../model/span.ts'
import { wordId } from './ids.ts'
import type { Scribe } from './scribe.ts'

const OF_WORD = /[\p{L}\p{M}\p{N}]/u

/** Printed characters. Those that the apparatus asks about are marked. */
export function text(node: Text, scribe: Scribe): void {
  const marked = scribe.markedIn(node)
  if (marked.length === 0) {
    scribe.text(node.value)
    return
  }
  let at = node.from
  for (const correction of marked) {
    const { from, to, parts } = correction
    const whole = from >= at && to > from && to <= node.to && parts.length === 1
    if (!whole) {
      write(node, at, Math.max(at, from), scribe)
      scribe.anchor([correction])
      at = Math.max(at, from)
      continue
    }
    const word = wordAround(node, { from, to })
    const start = Math.max(at, word.from)
    write(node, at, start, scribe)
    scribe.markup(`<span class="ask" id="${scribe.id(wordId(correction.id))}">`)
    write(node, start, word.to, scribe)
    scribe.markup('</span>')
    scribe.tell(undefined, [correction])
    at = word.to
  }
  write(node, at, node.to, scribe)
}

/** The whole word, of the leaf, that a stretch is in. */
function wordAround(node: Text, { from, to }: Span): Span {
  let start = from - node.from
  let end = to - node.from
  while (start > 0 && OF_WORD.test(node.value.charAt(start - 1))) start--
  while (end < node.value.length && OF_WORD.test(node.value.charAt(end))) end++
  return { from: node.from + start, to: node.from + end }
}

function write(node: Text, from: number, to: number, scribe: Scribe): void {
  scribe.text(node.value.slice(from - node.from, to - node.from))
}
