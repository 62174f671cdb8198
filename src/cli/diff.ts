import { type Correction, isInForce, nearContext } from '../model/correction.ts'
import type { Edition } from '../model/edition.ts'
import { InputError } from '../model/input-error.ts'
import { seriesOf } from '../model/series.ts'
import { type Choice, chosenOf } from './choose-corrections.ts'
import { counted } from './counted.ts'
import { editBook } from './edit-book.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import { lastState, type Moved } from './last-state.ts'
import { paged } from './paged.ts'
import { printableJson } from './printable.ts'
import { type Screen, type Styled, styled } from './screen.ts'
import type { Workshop } from './workshop.ts'
import type { World } from './world.ts'

export interface DiffOptions extends Choice {
  readonly by?: 'page' | 'rule' | 'series'
  /** The proposals too, and what was rejected. */
  readonly all?: boolean
  readonly unified?: boolean
  readonly stat?: boolean
  readonly html?: boolean
  readonly criticmarkup?: boolean
  readonly json?: boolean
}

/** A line to be shown: pieces, and how far it is set in. */
interface Row {
  readonly pieces: string | Styled | readonly (string | Styled)[]
  readonly indent?: number
}

/**
 * `emend diff`: what the edition reads otherwise than the raw text, or, with `BOOK@REV`, otherwise than
 * it did in a revision of git. Ends with 0, whether something differs or not.
 */
export async function diff(
  what: string,
  options: DiffOptions,
  world: World,
  shop: Workshop,
): Promise<ExitCode> {
  const [slug = '', ...rest] = what.split('@')
  const revision = rest.length === 0 ? undefined : rest.join('@')
  world.err.show(`Reading ${slug}`)
  const edited = await editBook(slug, world, shop, false)
  world.err.clear()
  if (!('output' in edited)) {
    throw new InputError(`Nothing to read for ${slug}: ${edited.reason}`, edited.advice)
  }
  const { edition } = edited.output
  if (revision !== undefined) {
    const moved = await lastState(edited.book.edition, revision, edition.corrections)
    return told(moved.map(movedRow), options, { slug, revision, moved }, world)
  }
  const chosen = chosenOf(edition.corrections, options).filter(
    (correction) => options.all === true || options.state !== undefined || isInForce(correction),
  )
  const narrowed = { ...edition, corrections: chosen }
  if (options.unified) return printed('patch', narrowed, world)
  if (options.criticmarkup) return printed('criticmarkup', narrowed, world)
  if (options.html) return printed('changes', narrowed, world)
  const rows = options.stat ? statRows(chosen) : rowsOf(chosen, options.by ?? 'page')
  return told(rows, options, { slug, corrections: chosen }, world)
}

/** Prints what a format makes of an edition, for programs and for files. */
async function printed(name: string, edition: Edition, { out }: World): Promise<ExitCode> {
  const { CATALOGUE } = await import('../formats/catalogue.ts')
  const format = await CATALOGUE.find((entry) => entry.name === name)?.load()
  const files = await format?.files(edition, { bundle: false })
  for (const content of files?.values() ?? []) {
    for (const chunk of content instanceof Uint8Array ? [content] : content) out.raw(chunk)
  }
  return EXIT.done
}

async function told(
  rows: readonly Row[],
  options: DiffOptions,
  { slug, ...found }: Readonly<Record<string, unknown>> & { readonly slug: string },
  world: World,
): Promise<ExitCode> {
  if (options.json) {
    world.out.raw(`${printableJson({ book: slug, ...found })}\n`)
    return EXIT.done
  }
  const empty: Row = { pieces: [styled('strong', slug), ': nothing differs'] }
  await paged(world, (screen: Screen) => {
    for (const { pieces, indent = 0 } of rows.length === 0 ? [empty] : rows) {
      screen.line(pieces, indent, indent + 4)
    }
  })
  return EXIT.done
}

/** Corrections with what is around them and why, by page, rule or series. */
function rowsOf(
  corrections: readonly Correction[],
  by: 'page' | 'rule' | 'series',
): readonly Row[] {
  return groupsOf(corrections, by).flatMap(({ title, members }) => [
    {
      pieces: [
        styled('strong', title),
        styled('faint', `  ${counted(members.length, 'correction')}`),
      ],
    },
    ...members.flatMap(correctionRows),
    { pieces: '' },
  ])
}

interface Group {
  readonly title: string
  readonly members: readonly Correction[]
}

function groupsOf(
  corrections: readonly Correction[],
  by: 'page' | 'rule' | 'series',
): readonly Group[] {
  if (by === 'series') {
    return seriesOf(corrections).map(({ sic, corr, corrections: members }) => {
      return { title: `${shown(sic)} → ${shown(corr)}`, members }
    })
  }
  const groups = new Map<string, Correction[]>()
  for (const correction of corrections) {
    const key = by === 'page' ? `page ${correction.page}` : correction.rules.join(', ')
    const group = groups.get(key)
    if (group) group.push(correction)
    else groups.set(key, [correction])
  }
  const listed = [...groups].map(([title, members]) => ({ title: title || 'by hand', members }))
  return by === 'page' ? listed : listed.sort((a, b) => b.members.length - a.members.length)
}

/** *351 …the  [-prefs-]{+press+} of…*, and why. */
function correctionRows(correction: Correction): readonly Row[] {
  const context = nearContext(correction)
  const { line, evidence, rules, cert, state, by, notes } = correction
  const who = by === undefined ? `${state}, ${cert}` : `${state} by ${by}`
  return [
    {
      pieces: [
        styled('faint', `${line} `.padStart(7)),
        context[0],
        ...changeOf(correction),
        context[1],
        ...codesOf(correction),
      ],
    },
    {
      pieces: styled('faint', `${rules.join(', ') || 'by hand'} (${who}) ${evidence[0] ?? ''}`),
      indent: 7,
    },
    ...notes.map((note) => ({ pieces: `${note.by}: ${note.text}`, indent: 7 })),
  ]
}

/** As `git diff --word-diff` has it, so that it can be read without colours. */
function changeOf({ sic, corr }: Pick<Correction, 'sic' | 'corr'>): readonly Styled[] {
  return [
    ...(sic === '' ? [] : [styled('bad', `[-${sic}-]`)]),
    ...(corr === '' ? [] : [styled('good', `{+${corr}+}`)]),
  ]
}

/** Letters that look alike are told by their code points. */
function codesOf({ error, sic, corr }: Correction): readonly Styled[] {
  if (error !== 'homoglyph') return []
  const codes = (text: string) => [...text].map((one) => `U+${hexOf(one)}`).join(' ')
  return [styled('faint', `  (${codes(sic)} → ${codes(corr)})`)]
}

function hexOf(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
}

/** A blank is not seen. */
function shown(text: string): string {
  return text === '' ? '∅' : text.replaceAll(' ', '␣')
}

/** Corrections counted by rule and by state. */
function statRows(corrections: readonly Correction[]): readonly Row[] {
  const rules = new Map<string, Map<string, number>>()
  for (const {
    rules: [rule = 'by hand'],
    state,
  } of corrections) {
    const counts = rules.get(rule) ?? new Map<string, number>()
    rules.set(rule, counts.set(state, (counts.get(state) ?? 0) + 1))
  }
  const width = Math.max(0, ...[...rules.keys()].map((rule) => rule.length))
  const lines = [...rules]
    .map(([rule, counts]) => {
      const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
      const states = [...counts].map(([state, count]) => `${count} ${state}`).join(', ')
      return {
        total,
        pieces: [rule.padEnd(width), `${String(total).padStart(7)}  `, styled('faint', states)],
      }
    })
    .sort((a, b) => b.total - a.total)
  const pages = new Set(corrections.map(({ page }) => page)).size
  const sum = `${counted(corrections.length, 'correction')} on ${counted(pages, 'page')}`
  return [...lines, { pieces: styled('strong', sum) }]
}

function movedRow({ how, correction }: Moved): Row {
  const { line } = correction
  const context = nearContext(correction)
  const sign = how === 'gone' ? styled('bad', '- ') : styled('good', how === 'new' ? '+ ' : '~ ')
  const place = styled('faint', `${line} `.padStart(7))
  return { pieces: [sign, place, context[0], ...changeOf(correction), context[1], `  (${how})`] }
}
