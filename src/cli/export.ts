import type { Edition } from '../model/edition.ts'
import type { Files } from '../model/file-content.ts'
import { bytesOf } from '../store/encoded.ts'
import { strayFiles } from '../store/stray-files.ts'
import { replaceFiles } from '../store/write-file.ts'
import { counted } from './counted.ts'
import { editBook } from './edit-book.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import type { Target } from './export-targets.ts'
import { forEachBook } from './for-each-book.ts'
import { styled } from './screen.ts'
import type { Workshop } from './workshop.ts'
import type { World } from './world.ts'

/** `emend export`: makes the editions of the books named, or of all, in other formats. */
export async function exportBooks(
  names: readonly string[],
  targets: readonly Target[],
  options: { readonly json?: boolean },
  world: World,
  shop: Workshop,
): Promise<ExitCode> {
  const doing = { json: options.json === true, doing: 'Exporting' }
  return forEachBook(names, world, doing, async (slug) => {
    const edited = await editBook(slug, world, shop, false)
    if (!('output' in edited)) return edited
    const folder = edited.book.edition
    const files = await filesFor(edited.output.edition, targets)
    const changed = await replaceFiles(folder, files, await strayFiles(folder, files.keys()))
    if (!options.json) tell(slug, folder, [...files.keys()], changed.length, world)
    const json = { state: 'exported', edition: folder, files: [...files.keys()], changed }
    return { code: EXIT.done, json }
  })
}

/** The files of all targets, as bytes. */
async function filesFor(
  edition: Edition,
  targets: readonly Target[],
): Promise<ReadonlyMap<string, Uint8Array>> {
  const made = new Map<string, Uint8Array>()
  for (const { format, flavour } of targets) {
    const { files } = await format.load()
    const chosen = flavour === undefined ? {} : { flavour }
    const written: Files = await files(edition, { bundle: false, beside: made, ...chosen })
    for (const [name, content] of written) made.set(name, bytesOf(content))
  }
  return made
}

function tell(
  slug: string,
  folder: string,
  files: readonly string[],
  changed: number,
  { out }: World,
): void {
  const what = changed === 0 ? 'unchanged in' : 'exported to'
  out.line([styled('strong', slug), ` ${what} `, `${folder}/`])
  for (const line of fileLines(files)) out.line(line, 2, 4)
}

/** The files of a folder are told as one. */
function fileLines(files: readonly string[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const file of files) {
    const place = file.includes('/') ? `${file.slice(0, file.indexOf('/'))}/` : file
    counts.set(place, (counts.get(place) ?? 0) + 1)
  }
  return [...counts].map(([place, count]) =>
    place.endsWith('/') ? `${place} (${counted(count, 'file')})` : place,
  )
}
