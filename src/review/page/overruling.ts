import type { Role } from '../../model/marking.ts'
import type { Act, Mark, Place } from '../wire.ts'

/** One thing that a person may say of a marking, of a line or of words. */
export interface Saying {
  readonly text: string
  readonly act: Act
  /** Whether it is so already. */
  readonly holds: boolean
}

/** What may be said of something that has a role on a line, besides how it is called. */
export function sayingsOf(line: number, mark: Mark): readonly Saying[] {
  const { role, from, to, value } = mark
  const place = { line, from, to }
  const is = (text: string, wanted: string): Saying => ({
    text,
    act: set(role, place, wanted),
    holds: value === wanted,
  })
  const none = (text: string): Saying => ({ text, act: unset(role, place), holds: false })
  switch (role) {
    case 'hyphen':
      return [
        is('joins one word', 'soft'),
        is('belongs to the word', 'hard'),
        none('no hyphen at all'),
      ]
    case 'page':
      return [none('no page begins here')]
    case 'forme-work':
      return [...FORME_WORK.map(([kind, text]) => is(text, kind)), none('text of the book')]
    case 'call':
      return [none('no call')]
    case 'note':
      return [none('no note')]
    case 'emphasis':
      return [
        is('set apart', value === 'none' ? 'set' : value),
        is('letter-spaced, and not set apart', 'none'),
        none('not letter-spaced'),
      ]
    case 'editorial-mark':
      return [none('no mark of the book’s editors')]
    default:
      return [none(`no ${role.replaceAll('-', ' ')}`)]
  }
}

const FORME_WORK = [
  ['header', 'running head or foot'],
  ['page-number', 'page number'],
  ['signature', 'signature'],
  ['catchword', 'catchword'],
  ['rule', 'rule'],
] as const

/** The blocks that a line may begin with. */
const BLOCKS = [
  ['paragraph', '', 'paragraph'],
  ['paragraph', 'joined', 'goes on with the paragraph before'],
  ['heading', '1', 'heading 1: part'],
  ['heading', '2', 'heading 2: article, chapter'],
  ['heading', '3', 'heading 3: section'],
  ['heading', '4', 'heading 4: subsection'],
  ['item', '', 'item of a list'],
  ['verse-line', '', 'line of verse'],
  ['row', '', 'row of a table'],
  ['entry', '', 'entry of the contents'],
  ['byline', '', 'byline'],
  ['source', '', 'source'],
  ['dateline', '', 'dateline'],
  ['salute', '', 'salute'],
  ['signed', '', 'signature of a letter'],
  ['divider', '', 'divider'],
] as const satisfies readonly (readonly [Role, string, string])[]

/** What may be said of how a line begins; `begins` is the block that begins there now. */
export function beginningsOf(place: Place, begins: Mark | undefined): readonly Saying[] {
  return BLOCKS.map(([role, value, text]) => {
    const same = role === begins?.role && (role !== 'heading' || value === begins.value)
    return { text, act: set(role, place, value), holds: same && value !== 'joined' }
  })
}

/** What may be said of a whole line that is not text of the book. */
export function wholesOf(place: Place, marks: readonly Mark[]): readonly Saying[] {
  if (marks.some(({ role }) => role === 'forme-work')) return []
  return FORME_WORK.map(([kind, text]) => {
    return { text, act: set('forme-work', place, kind), holds: false }
  })
}

export function set(role: Role, place: Place, value: string, second?: Place): Act {
  return {
    kind: 'marking',
    role,
    act: 'accept',
    ...placeOf(place),
    value,
    ...(second ? { second } : {}),
  }
}

export function unset(role: Role, place: Place): Act {
  return { kind: 'marking', role, act: 'reject', ...placeOf(place), value: '' }
}

function placeOf({ line, from, to }: Place): Place {
  return { line, from, to }
}
