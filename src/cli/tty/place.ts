import { wordOf } from '../../review/series.ts'
import { visible } from '../../review/visible.ts'
import type { BookState, Entry, Hit, Orphan } from '../../review/wire.ts'
import { type Styled, styled } from '../screen.ts'

/** A line of the screen, in pieces. */
export type Line = readonly (string | Styled)[]

/** A decision whose place is gone, and what was quoted there. */
export function orphanLine({ by, act, what, prefix, exact, suffix }: Orphan): Line {
  const quoted = styled('warn', `[${shown(exact)}]`)
  return [styled('strong', `${by}: ${act} ${what}`), `  …${prefix}`, quoted, `${suffix}…`]
}

/** A place that was found. */
export function hitLine({ line, before, text, after }: Hit): Line {
  return [styled('faint', `line ${line}  `), `…${before}`, styled('warn', shown(text)), `${after}…`]
}

/** What is printed and what shall be read, as one: `e → е`. */
export function changeOf(entry: Entry): Line {
  const { kind, sic, corr, class: role } = entry
  if (kind === 'marking') return [styled('strong', role), ` ${shown(sic)}`]
  const printed = styled('bad', sic === '' ? '∅' : shown(sic))
  return [printed, ' → ', styled('good', corr === '' ? '∅' : shown(corr))]
}

/** The lines that show an entry in its sentence, with its evidence. */
export function placeLines(entry: Entry, book: BookState): readonly Line[] {
  const { before, sic, corr, after, cert, evidence, sheet, line, notes, class: role } = entry
  const rules = entry.rules.map((id) => book.rules.find((rule) => rule.id === id)?.title ?? id)
  const place = `page ${book.sheets[sheet]?.name ?? ''}, line ${line}`
  const codes = codesOf(entry)
  return [
    [
      styled(
        'faint',
        `${place} · ${rules.join(', ') || role} · ${cert} certainty · ${stateOf(entry)}`,
      ),
    ],
    [`…${before}`, ...marked(entry.kind, sic, corr), `${after}…`],
    ...(role === 'hyphen' ? [readings(entry)] : []),
    ...(codes === '' ? [] : [[styled('warn', codes)]]),
    ...evidence.map((one) => [styled('faint', one)]),
    ...notes.map(({ by, text }) => [styled('faint', `Note by ${by}: ${text}`)]),
  ]
}

function marked(kind: Entry['kind'], sic: string, corr: string): Line {
  if (kind === 'marking') return [styled('warn', `[${shown(sic)}]`)]
  const gone = sic === '' ? [] : [styled('bad', `[-${shown(sic)}-]`)]
  return corr === '' ? gone : [...gone, styled('good', `{+${shown(corr)}+}`)]
}

function readings(entry: Entry): Line {
  const left = wordOf({ ...entry, sic: '', after: '' })
  const right = /^\s*([\p{L}\p{N}]*)/u.exec(entry.after)?.[1] ?? ''
  return [`y: ${left}${right}   n: ${left}${entry.sic}${right}`]
}

/** A stretch in which nothing is hidden: signs for characters that have no face. */
function shown(text: string): string {
  const seen = visible(text).map((part) => part.text)
  return seen.join('').replace(/^ +| +$/g, (blanks) => '␣'.repeat(blanks.length))
}

/** What an eye does not see about an entry: the codes of invisible and look-alike characters. */
function codesOf({ before, sic, after }: Entry): string {
  return visible(sic, before, after)
    .filter(({ how }) => how !== 'plain')
    .map(({ text, hint }) => `${text} is ${hint}`)
    .join(', ')
}

/** How it stands with an entry. */
export function stateOf({ by, state }: Entry): string {
  if (by !== null) return `${state} by ${by}`
  return state === 'proposed' ? 'to decide' : 'done by a rule'
}
