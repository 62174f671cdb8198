import { InputError } from '../model/input-error.ts'
import type { AbsentText } from '../store/raw-text.ts'
import { shelfOf } from '../store/shelf.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import { sentence, tellFailure } from './failure.ts'
import { printableJson } from './printable.ts'
import { styled } from './screen.ts'
import type { World } from './world.ts'

/** What a command has to say of a book: to a program, and by its exit code. */
export interface BookReport {
  readonly code: ExitCode
  /** Beside `book`; undefined where nothing is to be said. */
  readonly json: Readonly<Record<string, unknown>>
}

/** A command's work on one book. */
export type BookWork = (slug: string) => Promise<BookReport | AbsentText>

/**
 * Does `work` on the books named, or on all under `raw/`, one after another. A book that fails is
 * told of and does not keep the others from their turn.
 *
 * Returns the gravest exit code. Throws an `InputError` when there is no such book, or none at all.
 */
export async function forEachBook(
  names: readonly string[],
  world: World,
  options: { readonly json: boolean; readonly doing: string },
  work: BookWork,
): Promise<ExitCode> {
  const slugs = await chosen(names, world)
  const reports: unknown[] = []
  let code: ExitCode = EXIT.done
  for (const [index, book] of slugs.entries()) {
    const count = slugs.length > 1 ? ` (${index + 1} of ${slugs.length})` : ''
    world.err.show(`${options.doing} ${book}${count}`)
    const report = await reportOf(book, work, names.length > 0, world)
    world.err.clear()
    reports.push({ book, ...report.json })
    if (report.code > code) code = report.code
  }
  if (options.json) world.out.raw(`${printableJson({ books: reports })}\n`)
  return code
}

async function reportOf(
  slug: string,
  work: BookWork,
  named: boolean,
  world: World,
): Promise<BookReport> {
  try {
    const report = await work(slug)
    if (!('reason' in report)) return report
    const { reason, advice } = report
    if (named) throw new InputError(`Nothing to read for ${slug}: ${reason}`, advice)
    const skipped = [styled('warn', slug), ' skipped: ', ...sentence(reason, advice)]
    world.err.line(skipped, 0, 2)
    return { code: EXIT.done, json: { state: 'skipped', reason } }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return { code: tellFailure(error, world), json: { state: 'failed', message } }
  }
}

/** The books named, by slug or as `raw/SLUG`, or all; each once, sorted when all are meant. */
async function chosen(names: readonly string[], world: World): Promise<readonly string[]> {
  const { slugs, loose } = await shelfOf(world.root)
  for (const path of loose) {
    const text = [
      styled('warn', path),
      ' is not part of a book. ',
      `\`emend init\` makes one of it.`,
    ]
    if (names.length === 0) world.err.line(text, 0, 2)
  }
  if (slugs.length === 0) {
    throw new InputError('No book under raw/ here', 'Begin with `emend init FILE`.')
  }
  if (names.length === 0) return slugs
  const wanted = names.map((name) => name.replace(/^(\.\/)?raw\//, '').replace(/\/$/, ''))
  for (const slug of wanted) {
    if (slugs.includes(slug)) continue
    throw new InputError(`No book \`${slug}\` under raw/`, `There are: ${slugs.join(', ')}.`)
  }
  return [...new Set(wanted)]
}
