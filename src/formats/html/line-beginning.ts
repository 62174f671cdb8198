import type { LineBeginning } from '../../model/edition.ts'
import type { Scribe } from './scribe.ts'

/** How many lines have one number in the margin. */
const EVERY = 5

/** Where a raw line begins, for the text as printed. The first line of a block is where it begins. */
export function lineBeginning({ line }: LineBeginning, scribe: Scribe): void {
  if (!scribe.manner.asPrinted) {
    // The lines of a heading are more than where it was too long.
    if (scribe.inHeading && scribe.begun && !scribe.divided) scribe.markup('<br/>')
    return
  }
  const number = line % EVERY === 0 ? ` data-n="${line}"` : ''
  if (scribe.begun) scribe.markup(`<i class="lb"${number}></i>`)
  else if (number !== '') scribe.markup(`<i class="ln"${number}></i>`)
}
