import type { Edition } from '../../model/edition.ts'
import type { BuiltFormat } from '../format.ts'
import { changesOf } from './changes.ts'

/**
 * `BOOK.critic.txt`: the raw text with what is corrected in CriticMarkup: `{~~sic~>corr~~}`, `{--sic--}`,
 * `{++corr++}`. For the eye alone: CriticMarkup has no way to say that a brace is a brace.
 */
export const criticMarkup: BuiltFormat = {
  name: 'criticmarkup',
  files(edition) {
    return new Map([[`${edition.book.slug}.critic.txt`, criticPieces(edition)]])
  },
}

/** The text, piece by piece. O(n). */
export function* criticPieces({ witness: { text }, corrections }: Edition): Iterable<string> {
  let at = 0
  for (const { from, to, corr } of changesOf(corrections)) {
    yield text.slice(at, from)
    yield marked(text.slice(from, to), corr)
    at = to
  }
  yield text.slice(at)
}

function marked(sic: string, corr: string): string {
  if (sic === '') return `{++${corr}++}`
  return corr === '' ? `{--${sic}--}` : `{~~${sic}~>${corr}~~}`
}
