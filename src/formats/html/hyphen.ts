import type { HyphenNode } from '../../model/edition.ts'
import { escapeText } from './escape.ts'
import type { Scribe } from './scribe.ts'

/** A hyphen at a line end. A soft one is seen only where the text is read as printed. */
export function hyphen(node: HyphenNode, scribe: Scribe): void {
  if (node.kind !== 'soft') {
    scribe.text(node.value)
    return
  }
  scribe.divided = true
  if (scribe.manner.asPrinted) {
    scribe.markup(`<i class="hy" hidden="hidden">${escapeText(visible(node.value))}</i>`)
  }
}

/** A soft hyphen of Unicode is invisible except where a line ends. */
function visible(glyph: string): string {
  return glyph === '\u00ad' ? '-' : glyph
}
