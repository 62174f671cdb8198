import type { Edition } from '../../model/edition.ts'
import { arrange, hasBody } from './arrangement.ts'
import { blocks } from './block.ts'
import { placedNodes } from './division.ts'
import { inline, leaves } from './inline.ts'
import type { Profile } from './profile.ts'
import { Scribe } from './scribe.ts'

/**
 * The text of the book: `text`, `body` and all that is in it, chunk by chunk.
 */
export function* body(edition: Edition, profile: Profile): Iterable<string> {
  const scribe = new Scribe(edition, { inline, leaves, blocks }, profile)
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
