import type { TeiFault } from '../formats/tei/schema/validate.ts'
import type { BookOutput } from '../model/book-input.ts'
import { teiSchema } from '../store/package-files.ts'

/** What is wrong with the TEI of an edition, by our own schema and by its pointers: nothing, it is to be hoped. */
export async function teiFaultsOf({
  files,
}: Pick<BookOutput, 'files'>): Promise<readonly TeiFault[]> {
  const { teiFaults } = await import('../formats/tei/schema/validate.ts')
  const documents = new Map<string, string>()
  for (const [name, chunks] of files) {
    if (name.endsWith('.xml')) documents.set(name, [...chunks].join(''))
  }
  return teiFaults(teiSchema(), documents)
}
