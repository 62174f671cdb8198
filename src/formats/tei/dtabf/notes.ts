import { type Attributes, contentOf, startOf, type Token } from '../tokens.ts'

/** A call, of which the note has not come. */
interface Call {
  readonly id: string
  /** `#n1`. */
  readonly target: string
  /** As printed. */
  readonly mark: string
}

/** Where notes stand in print, by their ids. */
export type Places = ReadonlyMap<string, { readonly place: 'foot' | 'end' }>

/**
 * Notes as DTABf has them: in the place of their call, which is their `n`. A call of a note that stands
 * elsewhere is an empty note: it is the same as another, or goes on at the end. Linear.
 */
export function* notesAtCalls(tokens: Iterable<Token>, places: Places): Generator<Token> {
  const source = tokens[Symbol.iterator]()
  let call: Call | undefined
  for (let next = source.next(); !next.done; next = source.next()) {
    const token = next.value
    const note = startOf(token, 'note')
    if (note) {
      const within = notesAtCalls(contentOf('note', source), places)
      const own = call?.target === `#${note.attributes['xml:id']}` ? call : undefined
      if (call && !own) yield elsewhere(call, places)
      call = undefined
      yield* noteOf(note.attributes, [...within], own)
      continue
    }
    if (call) yield elsewhere(call, places)
    call = undefined
    const anchor = startOf(token, 'ref')
    if (!anchor || !isCall(anchor.attributes)) {
      yield token
      continue
    }
    const within = [...contentOf('ref', source)]
    call = callOf(anchor.attributes, within)
    yield* within.filter((one) => one.as === 'empty')
  }
  if (call) yield elsewhere(call, places)
}

function elsewhere({ id, mark, target }: Call, places: Places): Token {
  const place = places.get(target.slice(1))?.place ?? 'foot'
  const joined = place === 'end' ? { 'xml:id': id, next: target } : { sameAs: target }
  const attributes = { ...(mark ? { n: mark } : {}), place, ...joined }
  return { as: 'empty', name: 'note', attributes }
}

function isCall({ target, type }: Attributes): boolean {
  return type === 'noteAnchor' && target !== undefined
}

function callOf(attributes: Attributes, within: readonly Token[]): Call {
  const mark = within.map((token) => (token.as === 'text' ? token.text : '')).join('')
  return { id: attributes['xml:id'] ?? '', target: attributes.target ?? '', mark: mark.trim() }
}

function* noteOf(
  { n, place, target, type, 'xml:id': id = '' }: Attributes,
  within: readonly Token[],
  call: Call | undefined,
): Generator<Token> {
  const mark = call?.mark || n
  const attributes = {
    'xml:id': id,
    ...(mark ? { n: mark } : {}),
    place: place === 'end' ? 'end' : 'foot',
    ...(type === 'editorial' ? { type } : {}),
    ...(target === undefined
      ? { rend: 'orphan' }
      : call || place !== 'end'
        ? {}
        : { prev: target }),
  }
  yield { as: 'start', name: 'note', attributes }
  yield* target === undefined ? within : withoutSiglum(within)
  yield { as: 'end', name: 'note' }
}

/** A note without the siglum printed before it, which is its `n`. */
function withoutSiglum(within: readonly Token[]): readonly Token[] {
  const first = within.findIndex((token) => startOf(token, 'label') || isPrinted(token))
  const token = within[first]
  if (!token || !startOf(token, 'label')) return within
  const end = within.findIndex((one) => one.as === 'end' && one.name === 'label')
  return within.toSpliced(first, end - first + 1)
}

function isPrinted(token: Token): boolean {
  return token.as === 'text' && token.text.trim() !== ''
}
