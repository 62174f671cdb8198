import { without } from '../dialect.ts'
import { contentOf, type StartToken, startOf, type Token } from '../tokens.ts'
import type { FormeWorkOfPage } from './forme-work.ts'

/** What of a note is printed on the page of its call, or on one behind it. */
interface Part {
  /** The xml:id of the page on which it goes on. */
  readonly page: string
  readonly tokens: Token[]
}

/**
 * What stands at the ends of pages: their forme work, and what of a note goes on from the page before. A
 * note that runs on over a page is cut there, and its parts are joined by `next` and `prev`.
 *
 * Around a word with two readings in which a page begins, all this stands before and behind it. Linear.
 */
export function* pageEnds(
  tokens: Iterable<Token>,
  works: ReadonlyMap<string, FormeWorkOfPage>,
): Generator<Token> {
  const source = tokens[Symbol.iterator]()
  const begun = new Set<string>()
  let waiting: readonly Part[] = []
  let page = ''
  /** Ends and beginnings of divisions: if a page begins behind them, it ends before them. */
  let between: Token[] = []
  for (let next = source.next(); !next.done; next = source.next()) {
    const token = next.value
    if (isBetween(token, between.length > 0)) {
      between.push(token)
      continue
    }
    if (pageOf(token) !== undefined) yield* end()
    yield* between
    between = []
    const note = startOf(token, 'note')
    if (note) {
      const [first, ...others] = partsOf(note, contentOf('note', source))
      yield* first?.tokens ?? []
      waiting = [...waiting, ...others]
    } else if (startOf(token, 'choice')) {
      const within = [...contentOf('choice', source)]
      const id = within.map(pageOf).find((one) => one !== undefined)
      if (id !== undefined) yield* end()
      yield token
      yield* within
      yield { as: 'end', name: 'choice' }
      if (id !== undefined) yield* beginning(id)
    } else if (pageOf(token) !== undefined) {
      yield token
      yield* beginning(pageOf(token) ?? '')
    } else {
      if (token.as === 'end' && token.name === 'body') yield* end(true)
      yield token
    }
  }

  /** The end of the page; what waits for a page that has not begun waits on, unless it is the last. */
  function* end(isLast = false): Generator<Token> {
    const due = waiting.filter((part) => isLast || begun.has(part.page))
    waiting = waiting.filter((part) => !due.includes(part))
    for (const part of due) yield* part.tokens
    yield* works.get(page)?.bottom ?? []
  }

  function* beginning(id: string): Generator<Token> {
    begun.add(id)
    page = id.slice('pb'.length)
    yield* works.get(page)?.top ?? []
  }
}

function isBetween(token: Token, isGoingOn: boolean): boolean {
  if (token.as === 'text') return isGoingOn && token.text.trim() === ''
  return token.name === 'div' && (isGoingOn || token.as === 'end')
}

/** The xml:id of a page that begins in the text of the book. */
function pageOf(token: Token): string | undefined {
  return token.as === 'empty' && token.name === 'pb' ? token.attributes['xml:id'] : undefined
}

/** A note, cut where a page begins in it; in a word with two readings, behind the word. */
function partsOf(note: StartToken, content: Iterable<Token>): readonly Part[] {
  const id = note.attributes['xml:id'] ?? ''
  const parts: Part[] = [{ page: '', tokens: [note] }]
  /** What is open in the note. */
  const open: StartToken[] = []
  let page: string | undefined
  for (const token of content) {
    if (token.as === 'empty' && token.name === 'pb') {
      page = token.attributes.sameAs?.slice(1)
    } else {
      parts.at(-1)?.tokens.push(token)
      if (token.as === 'start') open.push(token)
      else if (token.as === 'end') open.pop()
    }
    if (page === undefined || open.some(({ name }) => name === 'choice' || name === 'note'))
      continue
    parts.at(-1)?.tokens.push(...open.toReversed().map(endOf), endOf(note))
    parts.push({ page, tokens: [note, ...open.map(again)] })
    page = undefined
  }
  parts.at(-1)?.tokens.push(endOf(note))
  return parts.map((part, i) => {
    const attributes = {
      ...(i === 0 ? note.attributes : without(note.attributes, 'n', 'prev')),
      'xml:id': partId(id, i),
      ...(i > 0 ? { prev: `#${partId(id, i - 1)}` } : {}),
      ...(i < parts.length - 1 ? { next: `#${partId(id, i + 1)}` } : {}),
    }
    return { page: part.page, tokens: [{ ...note, attributes }, ...part.tokens.slice(1)] }
  })
}

function partId(id: string, index: number): string {
  return index === 0 ? id : `${id}.${index + 1}`
}

function endOf({ name }: StartToken): Token {
  return { as: 'end', name }
}

/** The same element, where it goes on. */
function again(token: StartToken): StartToken {
  return { ...token, attributes: without(token.attributes, 'xml:id') }
}
