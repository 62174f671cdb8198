const BLANKS = /[\t\n\v\f\r ]+/g
const ODD = /[\t\n\v\f\r]| {2}/

/** A text with each run of blanks closed up to one. */
export function closedUp(text: string): string {
  return ODD.test(text) ? text.replace(BLANKS, ' ') : text
}
