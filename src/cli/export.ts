import type { Beside } from '../formats/beside.ts'
import type { Edition } from '../model/edition.ts'
import type { Files } from '../model/file-content.ts'
import { bytesOf } from '../store/encoded.ts'
import { strayFiles } from '../store/stray-files.ts'
import { replaceFiles } from '../store/write-file.ts'
import { counted } from './counted.ts'
import { gatherBook } from './edit-book.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import type { Target } from './export-targets.ts'
import { forEachBook } from './for-each-book.ts'
import { packedFiles } from './packed-files.ts'
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
    const gathered = await gatherBook(slug, world, shop, false)
    if (!('input' in gathered)) return gathered
    const { book, input } = gathered
    const output = await shop.build(input)
    const packs = targets.some(({ format }) => format.packs)
    const beside = packs ? await packedFiles(gathered, output.files) : NOTHING
    const files = await filesFor(output.edition, targets, beside)
    const stray = await strayFiles(book.edition, files.keys())
    const changed = await replaceFiles(book.edition, files, stray)
    if (!options.json) tell(slug, book.edition, [...files.keys()], changed.length, world)
    const json = { state: 'exported', edition: book.edition, files: [...files.keys()], changed }
    return { code: EXIT.done, json }
  })
}

const NOTHING: Beside = { edition: new Map(), raw: new Map() }

/** The files of all targets, and those of a build where a target packs them; none is made twice. */
async function filesFor(
  edition: Edition,
  targets: readonly Target[],
  { edition: built, raw }: Beside,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const all = new Map(built)
  for (const { format, flavour } of targets) {
    const { files } = await format.load()
    const beside = { edition: all, raw }
    const chosen = flavour === undefined ? {} : { flavour }
    const made: Files = await files(edition, { bundle: false, beside, ...chosen })
    for (const [name, content] of made) {
      if (!all.has(name)) all.set(name, bytesOf(content))
    }
  }
  return new Map([...all].filter(([name]) => !name.startsWith('decisions/')))
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
