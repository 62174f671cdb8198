import type { TeiFault } from '../formats/tei/schema/validate.ts'
import { replaceFiles } from '../store/write-file.ts'
import { editBook } from './edit-book.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import { forEachBook } from './for-each-book.ts'
import { styled } from './screen.ts'
import { summaryLines, summaryOf } from './summary.ts'
import type { Workshop } from './workshop.ts'
import type { World } from './world.ts'

/** What a bundle has in it: beside one they would be of an earlier build. */
const TEI_FILES = ['.source.xml', '.apparatus.xml']

/** `emend build`: makes the editions of the books named, or of all, and writes what has changed. */
export async function build(
  names: readonly string[],
  options: { readonly bundle?: boolean; readonly json?: boolean },
  world: World,
  shop: Workshop,
): Promise<ExitCode> {
  const inspector = await shop.inspectTei()
  const code = await forEachBook(
    names,
    world,
    { json: options.json === true, doing: 'Building' },
    async (slug) => {
      const edited = await editBook(slug, world, shop, options.bundle === true)
      if (!('output' in edited)) return edited
      const { book, output } = edited
      const retired = TEI_FILES.map((end) => `${slug}${end}`).filter(
        (name) => !output.files.has(name),
      )
      const watched = inspector.through(output.files)
      const changed = await replaceFiles(book.edition, watched, retired, async () => {
        refuse(await inspector.faults(), book.edition)
      })
      const summary = summaryOf(output.edition)
      if (!options.json)
        tell(slug, book.edition, changed.length, summaryLines(slug, summary), world)
      const files = [...output.files.keys()]
      const json = { state: 'built', edition: book.edition, files, changed, ...summary }
      return { code: EXIT.done, json }
    },
  )
  await inspector.end()
  return code
}

/** Throws where our own TEI is not valid: what stands on the disk is better. */
function refuse([fault]: readonly TeiFault[], edition: string): void {
  if (!fault) return
  const { file, line, message } = fault
  throw new Error(
    `Unexpected TEI at ${edition}/${file}:${line}: ${message.replace(/\.$/, '')}; what stood there before stands still`,
  )
}

function tell(
  slug: string,
  edition: string,
  changed: number,
  lines: readonly string[],
  { out }: World,
): void {
  const what = changed === 0 ? 'unchanged in' : 'built in'
  out.line([styled('strong', slug), ` ${what} `, `${edition}/`])
  for (const line of lines) out.line(line, 2, 4)
}
