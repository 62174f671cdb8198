import { writable } from '../reading/writable.ts'

const SUSPECT = /[\\{}$&#^_~%]/
const SPECIAL = /[\\{}$&#^_~%]/g

const COMMANDS: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
}

/** Text that TeX sets as it is. The fonts of the preamble make no ligatures of marks. */
export function escapeTex(text: string): string {
  const plain = writable(text)
  if (!SUSPECT.test(plain)) return plain
  return plain.replace(SPECIAL, (sign) => COMMANDS[sign] ?? `\\${sign}`)
}

/** The same for a row, whose blanks are as wide as they are. */
export function escapeRow(text: string): string {
  return escapeTex(text).replaceAll(' ', '~')
}
