import { relative, resolve, sep } from 'node:path'
import { InputError } from '../model/input-error.ts'
import { readText, whatIsAt } from '../store/read-file.ts'
import { editionFolder } from '../store/shelf.ts'
import { isSlug } from '../store/slug.ts'
import { replaceFile } from '../store/write-file.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import type { Workshop } from './workshop.ts'
import type { World } from './world.ts'

/** As long as a string can be; the source layer is a few times larger than the raw text. */
const XML_LIMIT = 500 << 20

/**
 * `emend restore`: rebuilds the raw file, byte for byte, from the source layer of its edition alone.
 *
 * `book` is a slug, or the path of a `BOOK.source.xml` or of a bundle.
 */
export async function restore(
  book: string,
  options: { readonly output: string; readonly force?: boolean },
  world: World,
  shop: Workshop,
): Promise<ExitCode> {
  const { output, force } = options
  if (output === '-' && world.out.isTerminal) {
    throw new InputError(
      'Unexpected terminal, expected a file or a pipe: the raw text may hold control characters',
      'Name a file: `--output FILE`.',
    )
  }
  if (output !== '-') await checkOutput(output, force === true, world)
  const source = await sourceOf(book, world)
  world.err.show(`Restoring ${book}`)
  const bytes = await shop.restore(await readText(source, XML_LIMIT), source)
  world.err.clear()
  if (output === '-') {
    world.out.raw(bytes)
    return EXIT.done
  }
  await replaceFile(output, bytes)
  world.out.line([`${output}: `, `${bytes.length} bytes, `, 'the digest is right'])
  return EXIT.done
}

async function checkOutput(output: string, force: boolean, world: World): Promise<void> {
  const inRaw = relative(resolve(world.root, 'raw'), resolve(output))
  if (inRaw !== '..' && !inRaw.startsWith(`..${sep}`)) {
    throw new InputError(
      `Unexpected output ${output}, expected one outside raw/, where only \`emend init\` writes`,
      'Restore to another place, then `emend init FILE`.',
    )
  }
  switch (await whatIsAt(output)) {
    case 'folder':
      throw new InputError(`Unexpected folder at ${output}, expected a file`, 'Name a file in it.')
    case 'file':
      if (force) return
      throw new InputError(
        `Unexpected file at ${output}, expected nothing`,
        'Name another one, or add --force to write over it.',
      )
  }
}

async function sourceOf(book: string, world: World): Promise<string> {
  if (book.endsWith('.xml')) return book
  const slug = book.replace(/^(\.\/)?(raw|edition)\//, '').replace(/\/$/, '')
  const folder = editionFolder(world.root, slug)
  const candidates = [`${folder}/${slug}.source.xml`, `${folder}/${slug}.xml`]
  for (const path of isSlug(slug) ? candidates : []) {
    if ((await whatIsAt(path)) === 'file') return path
  }
  throw new InputError(
    `No edition of \`${book}\`: nothing at ${candidates[0]}`,
    '`emend build` makes one; or name a BOOK.source.xml.',
  )
}
