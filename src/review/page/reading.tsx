import type { Entry } from '../wire.ts'
import { Text } from './text.tsx'

interface ReadingProps {
  readonly entry: Entry
}

/** What is printed and what shall be read, as one: `e → е`; of a series the whole word, if need be. */
export function Change({ entry, whole = false }: ReadingProps & { readonly whole?: boolean }) {
  const { kind, class: role } = entry
  if (kind === 'marking') return <MarkingName entry={entry} />
  const { sic, corr, before, after } = whole ? { ...entry, ...seriesReadings(entry) } : entry
  return (
    <span class="change">
      <span class="sr">printed </span>
      <del class={sic === '' ? 'nothing' : ''}>
        <Text text={sic} before={before} after={after} blanks />
        {sic === '' && <span class="sr">nothing</span>}
      </del>
      <span class="arrow" aria-hidden="true">
        →
      </span>
      <span class="sr"> read </span>
      <ins class={corr === '' ? 'nothing' : ''}>
        <Text text={corr} before={before} after={after} blanks />
        {corr === '' && <span class="sr">nothing</span>}
      </ins>
      {role === 'homoglyph' && <span class="sr">, another script</span>}
    </span>
  )
}

/** What a series reads: the words where a letter by itself says nothing. The key holds both. */
function seriesReadings({ series, sic, corr }: Entry) {
  const [, printed, read]: readonly unknown[] = JSON.parse(series)
  const isText = typeof printed === 'string' && typeof read === 'string'
  if (!isText || (printed === sic && read === corr)) return {}
  return { sic: printed, corr: read, before: '', after: '' }
}

const ROLE_NAMES: Readonly<Record<string, string>> = {
  hyphen: 'Hyphen at a line end',
  page: 'Page number',
  'forme-work': 'Running head or foot',
  call: 'Note call',
  note: 'Note',
  heading: 'Heading',
  paragraph: 'Paragraph',
  emphasis: 'Emphasis',
}

/** What a marking is called. */
export function roleName(role: string): string {
  return ROLE_NAMES[role] ?? role.charAt(0).toUpperCase() + role.slice(1).replaceAll('-', ' ')
}

function MarkingName({ entry }: ReadingProps) {
  const { class: role, corr } = entry
  return (
    <span class="change marking">
      {roleName(role)}
      {role !== 'hyphen' && corr !== '' && <ins>{corr}</ins>}
    </span>
  )
}

/** How it stands with an entry, in a word. */
export function stateName({ state, by, class: role, corr }: Entry): string {
  if (by === null) return state === 'proposed' ? 'to decide' : 'done by a rule'
  if (role === 'hyphen') return `${corr === 'soft' ? 'joined' : 'kept'} by ${by}`
  return `${state} by ${by}`
}

/** The mark before an entry: its state at a glance. */
export function StateMark({ entry }: ReadingProps) {
  const { state, by } = entry
  const look = by === null ? (state === 'proposed' ? 'asks' : 'done') : state
  const sign = {
    asks: '○',
    done: '◐',
    accepted: '✓',
    rejected: '✕',
    amended: '✎',
    applied: '✓',
    proposed: '○',
  }[look]
  return (
    <span class={`mark ${look}`} aria-hidden="true">
      {sign}
    </span>
  )
}
