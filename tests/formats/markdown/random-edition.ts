import fc from 'fast-check'
import type { BlockNode, Edition, Inline, Item, NoteNode } from '../../../src/model/edition.ts'
import {
  blank,
  call,
  corrected,
  correction,
  division,
  editionOf,
  emphasis,
  group,
  heading,
  hyphen,
  item,
  label,
  line,
  list,
  note,
  page,
  row,
  text,
} from './small-edition.ts'

/** What breaks writers of Markdown. */
const HOSTILE = [
  ...'*_[]<>&`#~|\\!+-=.):(^$"\'',
  '**',
  '__',
  '***',
  '~~',
  '```',
  '---',
  '===',
  '- ',
  '+ ',
  '* ',
  '> ',
  '# ',
  '1. ',
  '2) ',
  '12.',
  '[^1]',
  '[^1]:',
  '[^d1.1]: ',
  '[a](b)',
  '![a](b)',
  '[a]: b',
  '[ ] ',
  '](',
  ']:',
  ')',
  '](b)',
  '&amp;',
  '&#42;',
  '&lt',
  '<b>',
  '</b>',
  '<!--',
  '-->',
  '<!-- p. 3 -->',
  ']]>',
  '<![CDATA[',
  '<?php',
  '<a@b.c>',
  'http://a.b',
  'www.a.b',
  '\\*',
  '\\\\',
  '|a|b|',
  '|-|-|',
  '  ',
  ' ',
  '\t',
  '\n',
  '\r\n',
  '\u00a0',
  '\u2003',
  '\u2028',
  '\u0085',
  '\u00ad',
  '\u0001',
  '\u007f',
  '\u000b',
  '\f',
  '\0',
  '\ud800',
  '\udc80',
  '\ufeff',
  '\u{1f600}',
  '\u{1d400}',
  'а́',
  '«',
  '»',
  '—',
  '„',
  '“',
  '…',
  '№',
  '§',
  'a',
  'Б',
  '7',
] as const

const WORDS = ['word', 'слово', 'не', 'Öl', 'I.', '1905', 'a_b', 'x*y', 'und', 'p. 12'] as const

const fragment = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...HOSTILE) },
  { weight: 5, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
)

/** Text that no printer ever printed. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(fragment, { maxLength: 8 })
  .map((fragments) => fragments.join(''))

const noteId = fc.integer({ min: 1, max: 5 }).map((n) => `n${n}`)
const siglum = fc.constantFrom('1', '2', '*', '**', '†', '', ']', '1)')
const pageNumber = fc.oneof(fc.constantFrom('12', '[13]', '', 'xiv'), hostileText)
const anyPage = pageNumber.map((number) => page(number))

const leaf: fc.Arbitrary<Inline> = fc.oneof(
  { weight: 8, arbitrary: hostileText.map(text) },
  { weight: 3, arbitrary: fc.constant(blank) },
  { weight: 2, arbitrary: anyPage },
  { weight: 1, arbitrary: fc.constantFrom('soft', 'hard', 'ask').map(hyphen) },
)

/** Labels and sigla have no letters, so that letters can be counted. */
const mark = fc.constantFrom('-', '—', '•', '1)', '2)', '3.', '(1)', '§', '1', '')

interface Parts {
  readonly inline: Inline
  readonly item: Item
  readonly note: NoteNode
  readonly block: BlockNode
}

const { block } = fc.letrec<Parts>((tie: fc.LetrecTypedTie<Parts>) => {
  const inlines = fc.array(tie('inline'), { maxLength: 6 })
  const blocks = fc.array(tie('block'), { maxLength: 4 })
  return {
    inline: fc.oneof(
      { maxDepth: 3, depthIdentifier: 'tree' },
      { weight: 10, arbitrary: leaf },
      {
        weight: 2,
        arbitrary: fc
          .tuple(siglum, fc.option(noteId, { nil: undefined }))
          .map(([mark, id]) => call(mark, id)),
      },
      { weight: 3, arbitrary: inlines.map((children) => emphasis(...children)) },
      {
        weight: 1,
        arbitrary: fc
          .tuple(hostileText, hostileText, hostileText, anyPage)
          .map(([reading, before, after, begun]) =>
            corrected(
              reading,
              [text(before), begun, text(after)],
              correction('c', before, reading),
            ),
          ),
      },
      {
        weight: 1,
        arbitrary: inlines.map((children) => ({
          type: 'editorialMark' as const,
          what: 'note' as const,
          children,
        })),
      },
      { weight: 2, arbitrary: tie('note') },
    ),
    item: fc.tuple(mark, inlines).map(([mark, children]) => item(mark, ...children)),
    note: fc
      .tuple(noteId, siglum, fc.boolean(), blocks)
      .map(([id, siglum, labelled, children]) =>
        note(
          id,
          siglum,
          ...(labelled ? [line('paragraph', label('1)'), blank), ...children] : children),
        ),
      ),
    block: fc.oneof(
      { maxDepth: 3, depthIdentifier: 'tree' },
      {
        weight: 10,
        arbitrary: fc
          .tuple(
            fc.constantFrom('paragraph', 'paragraph', 'verseLine', 'byline', 'signed', 'divider'),
            inlines,
          )
          .map(([type, children]) => line(type, ...children)),
      },
      {
        weight: 2,
        arbitrary: fc
          .tuple(fc.integer({ min: 1, max: 9 }), inlines)
          .map(([level, children]) => heading(level, ...children)),
      },
      {
        weight: 3,
        arbitrary: fc
          .array(
            fc.oneof({ weight: 5, arbitrary: tie('item') }, { weight: 1, arbitrary: anyPage }),
            {
              maxLength: 5,
            },
          )
          .map((children) => list(...children)),
      },
      {
        weight: 4,
        arbitrary: fc
          .tuple(
            fc.constantFrom('quotation', 'epigraph', 'verse', 'table', 'contents', 'letter'),
            blocks,
          )
          .map(([type, children]) => group(type, ...children)),
      },
      {
        weight: 2,
        arbitrary: fc
          .array(
            inlines.map((children) => line('verseLine', ...children)),
            { maxLength: 4 },
          )
          .map((children) => group('verse', ...children)),
      },
      {
        weight: 2,
        arbitrary: fc
          .array(
            fc.tuple(fc.nat(8), inlines).map(([indent, children]) => row(indent, ...children)),
            { maxLength: 4 },
          )
          .map((children) => group('table', ...children)),
      },
      { weight: 2, arbitrary: tie('note') },
      {
        weight: 2,
        arbitrary: fc
          .tuple(
            fc.constantFrom('article', 'section', 'notes'),
            fc.integer({ min: 1, max: 3 }),
            blocks,
          )
          .map(([kind, id, children]) => division(`d${id}`, kind, ...children)),
      },
      { weight: 2, arbitrary: anyPage },
      { weight: 1, arbitrary: hostileText.map(text) },
    ),
  }
})

/** Editions of hostile trees. The ids of their notes are unique. */
export const hostileEdition: fc.Arbitrary<Edition> = fc
  .array(block, { maxLength: 8 })
  .map((children) => editionOf(children))
  .filter((edition) => {
    const ids = [...notesIn(edition.children)].map(({ id }) => id)
    return new Set(ids).size === ids.length
  })

/** All notes in a tree. */
export function* notesIn(nodes: readonly (BlockNode | Inline | Item)[]): Generator<NoteNode> {
  for (const node of nodes) {
    if (node.type === 'note') yield node
    if ('children' in node) yield* notesIn(node.children)
  }
}
