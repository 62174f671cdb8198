import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { emendIn } from '../support/child.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

/** Lines in which nothing is amiss, but for two letters of another script. */
const AROUND = [...Array(12).keys()].map((n) => `Line ${n} of a book of which little is known.`)
const BEFORE = [
  'Once there was a quiet printer in the town by the river.',
  'He had a cot that slept on the warm type case all day.',
  'Nobody knew where the animal had come from, or when.',
]
const AFTER = ['', 'Elsewhere, many years on, we hear: a cot dozed there, over letters.', '']
const ODD = ['Here stands a lettеr of another script.', 'And here stаnds another one of these.']

function text(middle: readonly string[]): string {
  return [...ODD, ...AROUND.slice(0, 6), ...middle, ...AROUND.slice(6), ''].join('\n')
}

/** The slug of the book, and the raw line on which the lost place can be found again. */
export const BOOK = 'book'
export const LINE = 10

/** A working folder with a book about which Anna decided something that has lost its place since. */
export function folderWithOrphan(): string {
  const folder = temporaryFolder()
  const raw = join(folder, 'raw', BOOK)
  mkdirSync(raw, { recursive: true })
  writeFileSync(join(raw, 'book.yaml'), 'title: A Book\nlanguage: en\nimages: images/{leaf}.png\n')
  writeFileSync(join(raw, 'book.txt'), text(BEFORE))
  const words = ['emend', 'cat', '--line', String(LINE), '--text', 'cot', '--by', 'Anna']
  const { status, stderr } = emendIn(folder, ['decide', BOOK, ...words])
  if (status !== 0) throw new Error(String(stderr))
  writeFileSync(join(raw, 'book.txt'), text(AFTER))
  return folder
}
