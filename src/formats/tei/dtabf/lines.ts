import type { Attributes, Token } from '../tokens.ts'

/** Glyphs of hyphens at the end of a line, as printers and programs have them. */
const HYPHEN = /[-¬=⸗‐‑–—\u00ad]$/u

/** Elements whose text is no part of the running text around them: lines begin anew in them. */
const BLOCKS: ReadonlySet<string> = new Set(
  'ab bibl byline cell dateline head item l note p quote salute signed'.split(' '),
)

/** Where hyphens and line ends stand as printed, and nothing is to be said of them. */
const PRINTED: ReadonlySet<string> = new Set(['sic', 'orig'])

/** Elements of which the text is not printed. */
const READ: ReadonlySet<string> = new Set(['corr', 'reg'])

/**
 * Lines as DTABf has them: `lb` where one ends within a block, also before a page; hyphens as printed. A
 * hyphen that is not the printer's is told by a `choice`. Linear.
 */
export function* linesEnded(tokens: Iterable<Token>): Generator<Token> {
  /** The blocks that are open, and what stands around them all. */
  const blocks: Block[] = [{ isBegun: true, isLineBegun: false }]
  /** What was printed last, and the tags behind it: held back, since a hyphen may stand at its end. */
  let held = ''
  let tags: Token[] = []
  let printed = 0
  let read = 0
  for (const token of tokens) {
    const block = blocks.at(-1)
    if (token.as === 'text') {
      if (read > 0) {
        tags.push(token)
        continue
      }
      const text = block?.isBegun === false ? token.text.trimStart() : token.text
      yield* rest()
      held = text
      if (block && text.trim() !== '') {
        block.isBegun = true
        block.isLineBegun = true
      }
      continue
    }
    // Whether a hyphen parts words is told otherwise here.
    if (token.name === 'pc') continue
    if (token.as === 'empty' && (token.name === 'lb' || token.name === 'pb')) {
      yield* lineEnd(block, token.attributes)
      if (token.name === 'pb') yield token
      continue
    }
    tags.push(token)
    if (token.as === 'empty') continue
    const step = token.as === 'start' ? 1 : -1
    if (PRINTED.has(token.name)) printed += step
    else if (READ.has(token.name)) read += step
    else if (BLOCKS.has(token.name)) {
      yield* rest()
      if (step > 0) blocks.push({ isBegun: false, isLineBegun: false })
      else blocks.pop()
    }
  }
  yield* rest()

  function* rest(): Generator<Token> {
    if (held !== '') yield { as: 'text', text: held }
    yield* tags
    held = ''
    tags = []
  }

  function* lineEnd(
    block: Block | undefined,
    { break: joins, rend }: Attributes,
  ): Generator<Token> {
    const isOwn = rend === undefined && joins !== undefined && printed === 0
    const hyphen = isOwn && block?.isLineBegun ? HYPHEN.exec(held)?.[0] : undefined
    if (hyphen !== undefined) {
      held = held.slice(0, -hyphen.length)
      tags.unshift(...wordHyphen(hyphen))
    }
    yield* rest()
    if (!block?.isLineBegun) return
    block.isLineBegun = false
    if (rend !== undefined) yield { as: 'text', text: rend }
    if (hyphen === undefined) yield LINE_END
  }
}

/** A block that is open: whether anything is printed in it, and in its last line. */
interface Block {
  isBegun: boolean
  isLineBegun: boolean
}

const LINE_END: Token = { as: 'empty', name: 'lb', attributes: {} }

/** A hyphen at the end of a line that belongs to the word, and the end of the line. */
function wordHyphen(hyphen: string): readonly Token[] {
  return [
    { as: 'start', name: 'choice', attributes: {} },
    { as: 'start', name: 'reg', attributes: {} },
    { as: 'text', text: hyphen },
    { as: 'end', name: 'reg' },
    { as: 'start', name: 'orig', attributes: {} },
    { as: 'text', text: hyphen },
    LINE_END,
    { as: 'end', name: 'orig' },
    { as: 'end', name: 'choice' },
  ]
}
