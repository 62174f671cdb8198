import type { Text } from '../../model/edition.ts'
import { wordId } from './ids.ts'
import type { Scribe } from './scribe.ts'

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
    write(node, at, from, scribe)
    scribe.markup(`<span class="ask" id="${scribe.id(wordId(correction.id))}">`)
    write(node, from, to, scribe)
    scribe.markup('</span>')
    scribe.tell(undefined, [correction])
    at = to
  }
  write(node, at, node.to, scribe)
}

function write(node: Text, from: number, to: number, scribe: Scribe): void {
  scribe.text(node.value.slice(from - node.from, to - node.from))
}
