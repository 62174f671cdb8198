import type { Witness } from '../../model/witness.ts'
import { escapeRaw } from './escape.ts'

/**
 * Raw lines as they stand, to be read beside the edition: line `from` to before line `to`, counted from
 * 1. Linear in the lines.
 */
export function rawText(witness: Witness, from: number, to: number): string {
  if (from >= to) return ''
  const { lines, text } = witness
  const shown: string[] = []
  for (let line = from; line < to; line++) {
    shown.push(escapeRaw(text.slice(lines.from(line), lines.to(line))))
  }
  return `<pre class="raw" role="group" lang="en" translate="no" aria-label="Raw text, lines ${from} to ${to - 1}">\n${shown.join('\n')}\n</pre>\n`
}
