import { isBlank } from '../model/flow.ts'
import { isLetterUnit } from './words.ts'

/** The dashes that part words. */
const DASHES = ['\u2013', '\u2014']

/**
 * How many dashes of a text stand between two letters, without blanks, and how many between two
 * blanks: the book's own use. O(n).
 */
export function dashesOf(text: string): { readonly tight: number; readonly spaced: number } {
  let tight = 0
  let spaced = 0
  for (const dash of DASHES) {
    for (let at = text.indexOf(dash); at >= 0; at = text.indexOf(dash, at + 1)) {
      const before = text.charCodeAt(at - 1)
      const after = text.charCodeAt(at + 1)
      if (isLetterUnit(before) && isLetterUnit(after)) tight++
      else if (isBlank(before) && isBlank(after)) spaced++
    }
  }
  return { tight, spaced }
}
