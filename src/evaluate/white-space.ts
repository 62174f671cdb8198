/** White space as Unicode has it, the separators of ASCII included, a byte order mark not. */
const WHITE = /[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/gu

/** Without any white space. */
export function tight(text: string): string {
  return text.replace(WHITE, '')
}

/** With one blank for each run of white space, and none at the ends. */
export function squeeze(text: string): string {
  return text.replace(WHITE, ' ').replace(/^ | $/gu, '')
}

/** Whether there is nothing to see. */
export function isBlank(text: string): boolean {
  return tight(text) === ''
}
