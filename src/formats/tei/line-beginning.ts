import type { LineBeginning } from '../../model/edition.ts'
import type { Scribe } from './scribe.ts'

/** `<lb n="351"/>`, with `break="no"` where a word goes on. */
export function lineBeginning(node: LineBeginning, scribe: Scribe): void {
  if (!scribe.profile.lines) return
  scribe.markup(`<lb n="${node.line}"${breaking(scribe)}/>`)
}

/**
 * How a break joins what is before and behind it. The first one after a soft hyphen holds the glyph
 * in `rend`, since the hyphen itself is no character of the text.
 */
export function breaking(scribe: Scribe): string {
  if (scribe.join === 'blank') return ''
  if (!scribe.profile.lines) return ' break="no"'
  if (scribe.glyph === '') return ` break="${scribe.join}"`
  const glyph = scribe.glyph
  scribe.glyph = ''
  return ` break="no" rend="${glyph}"`
}
