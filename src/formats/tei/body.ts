import type { Edition } from '../../model/edition.ts'
import { arrange, hasBody } from './arrangement.ts'
import { blocks } from './block.ts'
import { placedNodes } from './division.ts'
import { inline } from './inline.ts'
import { Scribe } from './scribe.ts'

/**
 * The text of the book: `text`, `body` and all that is in it, chunk by chunk. `plain` leaves out lines and
 * what is printed where something else is read.
 */
export function* body(edition: Edition, plain = false): Iterable<string> {
  const scribe = new Scribe(edition.markings, { inline, blocks }, plain)
  const placed = arrange(edition.children)
  scribe.markup('<text>\n<body>\n')
  if (hasBody(placed)) {
    yield* placedNodes(placed, scribe)
  } else if (placed.length > 0) {
    // The body of a text cannot be openers alone.
    yield* placedNodes([{ as: 'text', placed }], scribe)
  } else {
    scribe.markup('<p/>\n')
  }
  scribe.markup('</body>\n</text>\n')
  yield scribe.rest()
}
