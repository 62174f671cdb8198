import type { Edition } from '../../model/edition.ts'
import type { BuiltFormat } from '../format.ts'
import { changesOf } from './changes.ts'
import { type Hunk, type HunkLine, hunksOf } from './hunks.ts'

/** As many lines around a change as git shows. */
const AROUND = 3

/**
 * `BOOK.patch`: what the edition corrects in the raw text, printed line by printed line, as `git apply`
 * and the pages of a code host take it. The raw text must be UTF-8 for that.
 */
export const patch: BuiltFormat = {
  name: 'patch',
  files(edition) {
    return new Map([[`${edition.book.slug}.patch`, patchLines(edition)]])
  },
}

/** The patch, line by line with line feeds; nothing when nothing is corrected. O(n). */
export function* patchLines({ witness, corrections }: Edition): Iterable<string> {
  const hunks = hunksOf(witness.text, changesOf(corrections), AROUND)
  if (hunks.length === 0) return
  const name = witness.name.replace(/^(?:\.?\/)+/u, '')
  yield `diff --git ${quoted(`a/${name}`)} ${quoted(`b/${name}`)}\n`
  yield `--- ${quoted(`a/${name}`)}\n`
  yield `+++ ${quoted(`b/${name}`)}\n`
  for (const hunk of hunks) {
    yield `@@ -${range(hunk.from, hunk, '-')} +${range(hunk.to, hunk, '+')} @@\n`
    for (const line of hunk.lines) yield shown(line)
  }
}

function range(start: number, { lines }: Hunk, sign: '-' | '+'): string {
  const count = lines.filter((line) => line.sign === ' ' || line.sign === sign).length
  return `${count === 0 ? start - 1 : start},${count}`
}

function shown({ sign, text }: HunkLine): string {
  return text.endsWith('\n') ? sign + text : `${sign}${text}\n\\ No newline at end of file\n`
}

/** A path as git writes it: in quotation marks when there is anything unusual in it. */
function quoted(path: string): string {
  if (/^[\w./+@%=,~ -]*$/u.test(path) && !path.includes(' ')) return path
  const bytes = new TextEncoder().encode(path)
  const escaped = [...bytes].map((byte) => {
    const character = String.fromCharCode(byte)
    if (character === '"' || character === '\\') return `\\${character}`
    return byte >= 0x20 && byte < 0x7f ? character : `\\${byte.toString(8).padStart(3, '0')}`
  })
  return `"${escaped.join('')}"`
}
