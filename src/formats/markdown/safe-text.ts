import type { Parents, Text } from 'mdast'
import type { Options } from 'remark-stringify'

type Handle = NonNullable<NonNullable<Options['handlers']>['text']>
type State = Parameters<Handle>[2]
type Info = Parameters<Handle>[3]

/** Characters that may have a meaning to Markdown wherever they stand. */
const SPECIAL = /[*_<&[\]\\`~#\t\n\r]/

/** First characters of a line that have none: letters, and whatever is not ASCII. */
const HARMLESS = /^[A-Za-z\u0080-\uffff]/

/** How many UTF-16 units are written at a time. Remark needs fifty times as much memory. */
const LONG = 8192

/**
 * Writes text so that Markdown reads it as it is.
 *
 * Most text of a book has nothing in it that could be taken for a mark of Markdown; it goes through
 * as it stands. All other text is escaped by remark, which looks at it some twenty times.
 */
export function safeText(
  { value }: Text,
  parent: Parents | undefined,
  state: State,
  info: Info,
): string {
  if (value.startsWith(':') && wouldDefine(parent, state)) {
    return `\\:${inPieces(value.slice(1), state, { ...info, before: ':' })}`
  }
  return inPieces(value, state, info)
}

/** Cuts a long text at blanks, where no mark can begin before the cut and end behind it. */
function inPieces(value: string, state: State, info: Info): string {
  const pieces: string[] = []
  let { before } = info
  let from = 0
  while (from < value.length) {
    const blank = value.length - from > LONG ? value.indexOf(' ', from + LONG) : -1
    const to = blank < 0 ? value.length : blank
    const piece = value.slice(from, to)
    const around = { ...info, before, after: value.charAt(to) || info.after }
    pieces.push(isPlain(piece, around) ? piece : state.safe(piece, around))
    before = piece.slice(-1)
    from = to
  }
  return pieces.join('')
}

/** What the text before must know of this one, without it being written twice. */
safeText.peek = function peek(node: Text): string {
  return node.value.charAt(0)
}

/** Whether nothing in a text can have a meaning, given the characters around it. */
export function isPlain(value: string, { after, before }: Pick<Info, 'after' | 'before'>): boolean {
  if (SPECIAL.test(value)) return false
  const lineBegins = before === '' || before.endsWith('\n') || before.endsWith('\r')
  if (lineBegins && !HARMLESS.test(value)) return false
  if (before.endsWith(']') && /^[(:]/.test(value)) return false
  return (
    !(value.endsWith(' ') && /^[\n\r]/.test(after)) && !(value.endsWith('!') && after[0] === '[')
  )
}

/** Whether a colon would make a call at the beginning of a line the definition of its note. */
function wouldDefine(parent: Parents | undefined, state: State): boolean {
  const index = state.indexStack.at(-1) ?? 0
  const siblings = parent?.children ?? []
  if (siblings[index - 1]?.type !== 'footnoteReference') return false
  return index === 1 || siblings[index - 2]?.type === 'break'
}
