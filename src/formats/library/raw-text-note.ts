import type { Book } from '../../model/book.ts'

/** Who made the raw text, with what and when, in one sentence; undefined where nothing is said. */
export function rawTextNote({ scan }: Book): string | undefined {
  const said = [scan?.by?.name, scan?.software, scan?.date].filter((part) => part)
  return said.length > 0 ? `Raw text: ${said.join(', ')}.` : undefined
}
