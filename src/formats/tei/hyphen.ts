import type { HyphenNode } from '../../model/edition.ts'
import type { Scribe } from './scribe.ts'

/**
 * A soft hyphen is left to the break behind it; a hard one is text; of an undecided one a
 * `pc` says that it may part words or not.
 */
export function hyphen(node: HyphenNode, scribe: Scribe): void {
  switch (node.kind) {
    case 'soft':
      scribe.glyph = scribe.profile.lines ? node.value : ''
      scribe.join = 'no'
      break
    case 'hard':
      scribe.text(node.value)
      break
    case 'ask':
      if (!scribe.profile.lines) {
        scribe.text(node.value)
        break
      }
      scribe.markup('<pc force="inter">')
      scribe.text(node.value)
      scribe.markup('</pc>')
      scribe.join = 'maybe'
  }
}
