import { join, resolve } from 'node:path'
import { type Absorbed, absorb } from '../absorb/absorb.ts'
import type { Refusal } from '../absorb/change.ts'
import type { PlaceDecision } from '../model/decision.ts'
import { InputError } from '../model/input-error.ts'
import type { Witness } from '../model/witness.ts'
import { RAW_LIMIT, readBytes } from '../store/read-file.ts'
import { replaceFiles } from '../store/write-file.ts'
import { counted } from './counted.ts'
import { editorName } from './editor-name.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import { OpenBook } from './open-book.ts'
import { printableJson } from './printable.ts'
import { styled } from './screen.ts'
import type { Workshop } from './workshop.ts'
import type { World } from './world.ts'

export interface AbsorbOptions {
  readonly by?: string
  readonly dryRun?: boolean
  readonly json?: boolean
}

/** So many decisions are listed one by one. */
const LISTED = 20

/**
 * `emend absorb`: turns the differences between the edition and an edited `BOOK.md` into decisions and
 * makes the edition anew. Ends with 1 when some of them are not understood.
 *
 * Where some are not understood and the edited file is the edition's own `BOOK.md`, that file is left
 * as it is, so that nothing of it is lost.
 */
export async function absorbFile(
  slug: string,
  file: string,
  options: AbsorbOptions,
  world: World,
  shop: Workshop,
): Promise<ExitCode> {
  world.err.show(`Reading ${slug}`)
  const by = await editorName(options.by, world)
  const markdown = await readMarkdownFile(file)
  const book = await OpenBook.open(slug, world, shop)
  const at = (world.now?.() ?? new Date()).toISOString()
  const signature = { at, by, batch: `${at}/${book.decisions.length}` }
  world.err.show(`Absorbing ${file}`)
  const absorbed = await absorb(markdown, book.output.edition, signature, async (decisions) => {
    return (await book.with(decisions)).edition
  })
  world.err.clear()
  const { decisions, refusals } = absorbed
  const changed = options.dryRun ? [] : await write(book, file, absorbed)
  const { witness } = absorbed.edition
  if (options.json) {
    const json = {
      ...{ book: slug, file, dryRun: options.dryRun === true, by, at, changed, decisions },
      refused: refusals.map((refusal) => jsonOf(refusal, witness)),
    }
    world.out.raw(`${printableJson(json)}\n`)
  } else {
    tellRefusals(file, refusals, witness, world)
    tell(slug, decisions, refusals, options.dryRun === true, world)
  }
  return refusals.length > 0 ? EXIT.findings : EXIT.done
}

async function write(
  book: OpenBook,
  file: string,
  { decisions, refusals }: Absorbed,
): Promise<readonly string[]> {
  if (decisions.length > 0) await book.decide(decisions)
  const own = `${book.slug}.md`
  const isOwn = resolve(file) === resolve(join(book.folder, own))
  if (!isOwn || refusals.length === 0) return book.write()
  const others = [...book.output.files].filter(([name]) => name !== own)
  return replaceFiles(book.folder, new Map(others))
}

/** Throws an `InputError` for a file that cannot be read or is no UTF-8. */
async function readMarkdownFile(file: string): Promise<string> {
  const bytes = await readBytes(file, RAW_LIMIT)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new InputError(
      `Unexpected bytes in ${file}, expected UTF-8`,
      'Save the file as UTF-8 in your text editor.',
    )
  }
}

function jsonOf({ line, offset, unexpected, expected }: Refusal, { lines }: Witness) {
  return { line, unexpected, expected, ...(offset === undefined ? {} : { raw: lines.at(offset) }) }
}

function tellRefusals(
  file: string,
  refusals: readonly Refusal[],
  { name, lines }: Witness,
  { err }: World,
): void {
  for (const { line, offset, unexpected, expected } of refusals) {
    const place = offset === undefined ? '' : ` (${name}:${lines.at(offset)})`
    const text = `Unexpected ${unexpected} at ${file}:${line}${place}, expected ${expected}`
    err.line([styled('warn', 'not understood: '), text], 0, 2)
  }
}

function tell(
  slug: string,
  decisions: readonly PlaceDecision[],
  refusals: readonly Refusal[],
  dry: boolean,
  { out }: World,
): void {
  const done = dry ? 'would be written' : 'written'
  const left = refusals.length > 0 ? `, ${counted(refusals.length, 'difference')} left` : ''
  const what =
    decisions.length === 0 ? 'no decision' : `${counted(decisions.length, 'decision')} ${done}`
  out.line([styled('strong', slug), `: ${what}${left}`])
  for (const { act, target } of decisions.slice(0, LISTED)) {
    const line = `${target.parts[0]?.line ?? 0}`.padStart(6)
    if (target.kind === 'marking') {
      out.line(`${line}  ${act} ${target.role} ${target.value}`.trimEnd(), 0, 8)
    } else {
      const change = [styled('bad', target.sic || '∅'), ' → ', styled('good', target.corr || '∅')]
      out.line([`${line}  ${act} `, ...change], 0, 8)
    }
  }
  if (decisions.length > LISTED) out.line(`and ${decisions.length - LISTED} more`, 8, 8)
  if (!dry && decisions.length > 0) out.line(`\`emend decide ${slug} undo\` takes it back`, 2, 4)
}
