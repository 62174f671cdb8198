import type { Correction } from '../model/correction.ts'
import type { Decision } from '../model/decision.ts'
import { stretchesOf } from '../review/sheets.ts'
import { type Asked, actsFor } from './acts-for.ts'
import { type Choice, seriesName } from './choose-corrections.ts'
import { counted } from './counted.ts'
import { decisionsOfActs, type Signature } from './decisions-of-acts.ts'
import { editorName } from './editor-name.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import { OpenBook } from './open-book.ts'
import { printableJson } from './printable.ts'
import { readEvents } from './read-events.ts'
import { styled } from './screen.ts'
import { tellOrphans } from './tell-orphans.ts'
import { undoing } from './undo.ts'
import type { Workshop } from './workshop.ts'
import type { World } from './world.ts'

export interface DecideOptions {
  readonly by?: string
  readonly note?: string
  readonly dryRun?: boolean
  readonly json?: boolean
}

/** So many corrections are listed one by one. */
const LISTED = 20

/**
 * `emend decide`: decides about corrections and markings of a book, all that are meant in one act, and
 * makes the edition anew. Ends with 1 when nothing was found that could be decided.
 */
export async function decide(
  slug: string,
  asked: Asked,
  choice: Choice,
  options: DecideOptions,
  world: World,
  shop: Workshop,
): Promise<ExitCode> {
  world.err.show(`Reading ${slug}`)
  const by = await editorName(options.by, world)
  const book = await OpenBook.open(slug, world, shop)
  world.err.clear()
  const at = (world.now?.() ?? new Date()).toISOString()
  const note = options.note === undefined ? {} : { note: options.note }
  const signature = { at, by, batch: batchOf(at, book.decisions.length), ...note }
  const { edition } = book.output
  if (asked.verb === 'orphans') return tellOrphans(slug, edition.orphans, options, world)
  const { events, corrections } = await decisionsFor(asked, choice, book, signature)
  const before = openProposals(edition.corrections)
  const output = options.dryRun ? await book.with(events) : await decided(book, events)
  const remaining = openProposals(output.edition.corrections)
  const figures = {
    decided: events.length,
    proposed: before,
    remaining,
    orphans: output.edition.orphans.length,
  }
  if (options.json) {
    const json = { book: slug, dryRun: options.dryRun === true, by, at, ...figures, events }
    world.out.raw(`${printableJson(json)}\n`)
  } else tell(slug, asked, events, corrections, figures, options.dryRun === true, world)
  return events.length === 0 ? EXIT.findings : EXIT.done
}

/** The decisions that carry out what was asked, and the corrections that they are about. */
async function decisionsFor(
  asked: Asked,
  choice: Choice,
  { decisions, output: { edition } }: OpenBook,
  signature: Signature,
): Promise<{ readonly events: readonly Decision[]; readonly corrections: readonly Correction[] }> {
  if (asked.verb === 'events') {
    return { events: await readEvents(asked.value ?? '-', signature), corrections: [] }
  }
  if (asked.verb === 'undo') {
    const event = undoing(decisions, signature, asked.value)
    return { events: event ? [event] : [], corrections: [] }
  }
  const standing = { edition, stretches: stretchesOf(edition) }
  const { acts, corrections } = actsFor(asked, choice, standing, signature.by)
  return { events: decisionsOfActs(acts, standing, signature), corrections }
}

async function decided(book: OpenBook, events: readonly Decision[]) {
  if (events.length === 0) return book.output
  const output = await book.decide(events)
  await book.write()
  return output
}

/** Names an act: by when it was done, and how many events there were before. */
function batchOf(at: string, before: number): string {
  return `${at}/${before}`
}

function openProposals(corrections: readonly Correction[]): number {
  return corrections.filter(({ state, beatenBy }) => state === 'proposed' && beatenBy === undefined)
    .length
}

function tell(
  slug: string,
  { verb }: Asked,
  events: readonly Decision[],
  corrections: readonly Correction[],
  { remaining }: { readonly remaining: number },
  dry: boolean,
  { out }: World,
): void {
  if (events.length === 0) {
    out.line([styled('warn', slug), ': nothing found that this could be decided about'])
    return
  }
  const done = dry ? 'would be written' : 'written'
  out.line([styled('strong', slug), `: ${verb}: ${counted(events.length, 'decision')} ${done}`])
  for (const correction of corrections.slice(0, LISTED)) {
    const { line, page, context, sic, corr, id } = correction
    const [before, after] = [context[0].slice(-16), context[1].slice(0, 16)]
    const change = [styled('bad', sic || '∅'), ' → ', styled('good', corr || '∅')]
    out.line([`${line}, p. ${page}  ${before}`, ...change, `${after}  `, styled('faint', id)], 2, 4)
  }
  const more = corrections.slice(LISTED)
  if (more.length > 0) {
    const names = new Set(more.map(seriesName))
    out.line(`and ${more.length} more, of ${counted(names.size, 'series', 'series')}`, 2, 4)
  }
  out.line(`${counted(remaining, 'proposal')} left to decide`, 2, 4)
  if (!dry) out.line(`\`emend decide ${slug} undo\` takes it back`, 2, 4)
}
