import type { Witness } from '../../model/witness.ts'
import { attribute, escapeRaw } from './escape.ts'
import { filled, type Words } from './words/words.ts'

/**
 * Raw lines as they stand, to be read beside the edition: line `from` to before line `to`, counted from
 * 1. Linear in the lines.
 */
export function rawText(witness: Witness, from: number, to: number, words: Words): string {
  if (from >= to) return ''
  const { lines, text } = witness
  const shown: string[] = []
  for (let line = from; line < to; line++) {
    shown.push(escapeRaw(text.slice(lines.from(line), lines.to(line))))
  }
  const name = attribute('aria-label', filled(words.rawLines, from, to - 1))
  return `<pre class="raw" role="group" translate="no"${name}>\n${shown.join('\n')}\n</pre>\n`
}
