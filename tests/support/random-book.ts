import fc from 'fast-check'
import { type Marked, marked } from './notation.ts'

/** A block of a book, or a group of them. */
interface Node {
  readonly name: string
  readonly nodes?: readonly Node[]
}

const PLAIN = [
  'p',
  'p',
  'p',
  'item',
  'item',
  'l',
  'l',
  'row',
  'entry',
  'divider',
  'note',
  'end',
  'page',
  'page',
  'lost',
]

const FORMAL = ['byline', 'source', 'dateline', 'salute', 'signed']

const HEADINGS = ['part', 'article', 'document', 'section', 'subsection', 'notes']

const GROUPS = ['quotation', 'epigraph', 'verse', 'letter', 'table', 'contents']

const { node } = fc.letrec<{ node: Node; leaf: Node; group: Node }>((tie) => ({
  node: fc.oneof({ depthSize: 'small', withCrossShrink: true }, tie('leaf'), tie('group')),
  leaf: fc.record({
    name: fc.constantFrom(...PLAIN, ...FORMAL, ...FORMAL, ...HEADINGS, 'source', 'source'),
  }),
  group: fc.record({
    name: fc.constantFrom(...GROUPS, 'note', 'note', 'note', 'end'),
    nodes: fc.array(tie('node'), { minLength: 1, maxLength: 5 }),
  }),
}))

/** Books that are marked soundly, but whose blocks come in any order and lie in any other. */
export const anyBook: fc.Arbitrary<Marked> = fc
  .array(node, { minLength: 1, maxLength: 16, size: 'max' })
  .map((nodes) => {
    let count = 0
    return marked(nodes.map((one) => notation(one)).join('\n'))

    function notation({ name, nodes: inner }: Node): string {
      count++
      const content = inner ? inner.map(notation).join('\n') : running(count)
      switch (name) {
        case 'lost':
          return `${content}\n`
        case 'page':
          return `⟦page ${count}⟧`
        case 'item':
          return `⟦item:⟦label:${count % 2 === 0 ? '—' : `${count})`}⟧ ${content}⟧`
        case 'row':
          return `⟦row:${content}\t${count}   ${count}⟧`
        case 'entry':
          return `⟦entry ${count % 3}:${content} . . .  ${count}⟧`
        case 'note':
        case 'end':
          return `⟦${name} ${count}:⟦label:${count}⟧ ${content}\n⟧`
        default:
          return `⟦${name}:${content}⟧`
      }
    }
  })

/** Running text with a bit of everything; the calls name notes that may or may not be there. */
function running(count: number): string {
  const calls = `⟦call ${count + 1}:${count + 1}⟧`
  const texts = [
    `one⟦soft:-⟧\ntwo${calls} three`,
    `⟦emph:o n e⟧ t⟦letter w:v⟧o⟦ask:-⟧\nthree${calls}`,
    `⟦supplied:<one>⟧ t⟦homoglyph wo⟦soft:-⟧\nn:x⟧ ⟦sic:[sic]⟧`,
    `one⟦hard:-⟧\n⟦page ${count}⟧⟦fw:${count}⟧\ntwo⟦punctuation .:⟧`,
  ]
  return texts[count % texts.length] ?? ''
}
