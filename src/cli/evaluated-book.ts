import { join } from 'node:path'
import { checkGold } from '../evaluate/check-gold.ts'
import { readEntries } from '../evaluate/read-entries.ts'
import { readGold } from '../evaluate/read-gold.ts'
import type { Known } from '../evaluate/score.ts'
import { InputError } from '../model/input-error.ts'
import type { Witness } from '../model/witness.ts'
import type { AbsentText } from '../store/raw-text.ts'
import { RAW_LIMIT, readBytes, readText, whatIsAt } from '../store/read-file.ts'
import { type ShelvedBook, takeBook } from '../store/shelf.ts'
import { findTruth } from './find-truth.ts'
import type { Workshop } from './workshop.ts'
import type { World } from './world.ts'

/** An edition on the disk, and what it is held against. */
export interface EvaluatedBook {
  readonly slug: string
  /** Of the edition. */
  readonly path: string
  /** The path of the raw text. */
  readonly text: string
  /** The path of the truth. */
  readonly truth: string
  /** The content of `BOOK.xml`. */
  readonly edition: string
  readonly known: Known
}

/** As long as a string can be; an edition is a few times larger than the raw text. */
const XML_LIMIT = 500 << 20

/**
 * Reads the edition of a book and its truth, or says why there is nothing to hold it against.
 *
 * Throws an `InputError` where there is no edition, or edition, text and truth do not belong together.
 */
export async function readEvaluated(
  slug: string,
  options: { readonly truth?: string; readonly words?: string },
  world: World,
  shop: Workshop,
): Promise<EvaluatedBook | AbsentText> {
  const book = await takeBook(world.root, slug, world.environment)
  const { text } = book
  if (text.path === undefined) return text
  const truth = await findTruth(world.root, slug, options.truth)
  if (truth.path === undefined) return truth
  const path = join(book.edition, `${slug}.xml`)
  const edition = await readEdition(path, slug)
  const witness = await readRaw(book, text.path, shop)
  checkDigest(edition, path, witness, text.path, slug)
  const files = await Promise.all(
    truth.files.map(async (file) => readGold(await readText(file, RAW_LIMIT), file)),
  )
  const gold = files.flat()
  const { lines } = witness
  const raw = Array.from({ length: lines.count }, (_, i) => lines.content(i + 1))
  checkGold(gold, raw, truth.path, text.path)
  const entries = join(book.edition, 'apparatus.jsonl')
  const hasEntries = (await whatIsAt(entries)) === 'file'
  return {
    slug,
    path,
    text: text.path,
    truth: truth.path,
    edition,
    known: {
      raw: raw.join('\n'),
      gold,
      ...(hasEntries
        ? { apparatus: readEntries(await readText(entries, RAW_LIMIT), entries) }
        : {}),
      ...(options.words === undefined
        ? {}
        : { truth: { right: await readText(options.words, RAW_LIMIT) } }),
    },
  }
}

async function readEdition(path: string, slug: string): Promise<string> {
  if ((await whatIsAt(path)) === 'file') return readText(path, XML_LIMIT)
  throw new InputError(
    `No edition of \`${slug}\`: nothing at ${path}`,
    `\`emend build ${slug}\` makes one.`,
  )
}

async function readRaw({ file }: ShelvedBook, path: string, shop: Workshop): Promise<Witness> {
  return shop.readWitness({
    name: path,
    bytes: await readBytes(path),
    ...(file.encoding === undefined ? {} : { encoding: file.encoding }),
  })
}

/** The digest of the raw file stands in the header of the edition. */
function checkDigest(
  edition: string,
  path: string,
  { digest }: Witness,
  text: string,
  slug: string,
): void {
  const made = /<idno type="sha256">([0-9a-f]{64})<\/idno>/.exec(edition)?.[1]
  if (made === undefined || made === digest) return
  throw new InputError(
    `Unexpected edition at ${path}: it is of another text than ${text}`,
    `\`emend build ${slug}\` makes it anew.`,
  )
}
