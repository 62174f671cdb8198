import fc from 'fast-check'
import type { Correction } from '../../src/model/correction.ts'
import type { ErrorKind } from '../../src/model/emendation.ts'
import { BLOCK_ROLES, GROUP_ROLES, type Marking, Markings } from '../../src/model/marking.ts'
import type { Span } from '../../src/model/span.ts'
import { correctionOf, type Marked, witnessOf } from './notation.ts'

/** The seed of all property tests here; a test prints it where it fails. */
export const SEED = 20261122

const TOKENS = [
  ...['word', 'Wort', 'слово', 'a', 'I', '12', '1', 'it’s', '😀', 'é', 'e\u0301'],
  ...['.', ',', '-', '\u00ad', '«', '»', '<', '&', ']]>', '"', '*', '…', '\ufffe', '\udc9f'],
  ...[
    ' ',
    ' ',
    ' ',
    '  ',
    '\t',
    '\u00a0',
    '\n',
    '\n',
    '\n',
    '\n\n',
    '\r\n',
    '\r',
    '-\n',
    '-\n',
    '-\n',
    '\f',
  ],
  ...['\u0007', '\ufeff', '\u2028', '\n    ', ' 12 \n'],
]

/** Texts with everything in them that breaks programs. */
export const anyText: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...TOKENS), { maxLength: 80, size: 'max' })
  .map((tokens) => tokens.join(''))

const ROLES: readonly Marking['role'][] = [
  ...BLOCK_ROLES,
  ...(['page', 'forme-work', 'note', 'call', 'note', 'call', 'hyphen', 'hyphen'] as const),
  ...(['hyphen', 'hyphen', 'paragraph', 'item'] as const),
  ...GROUP_ROLES,
  ...(['emphasis', 'editorial-mark'] as const),
]

const DIVISIONS = ['part', 'article', 'document', 'section', 'subsection', 'notes'] as const

const ERRORS: readonly ErrorKind[] = ['homoglyph', 'letter', 'space', 'punctuation', 'dash', 'word']

interface Draft {
  readonly role: Marking['role']
  readonly a: number
  readonly length: number
  readonly b: number
  readonly c: number
}

const draft: fc.Arbitrary<Draft> = fc.record({
  role: fc.constantFrom(...ROLES),
  a: fc.nat(1000),
  length: fc.oneof(fc.nat(4), fc.nat(40)),
  b: fc.nat(1000),
  c: fc.nat(40),
})

const draftOfCorrection = fc.record({
  error: fc.constantFrom(...ERRORS),
  inForce: fc.boolean(),
  parts: fc.array(
    fc.record({
      a: fc.nat(1000),
      length: fc.nat(5),
      corr: fc.constantFrom('', 'x', 'слово', ' ', ',', 'a b', '\n', '<', '-'),
    }),
    { minLength: 1, maxLength: 3 },
  ),
})

/** Texts with markings and corrections anywhere: they overlap, cross, are empty, make no sense. */
export const anyMarked: fc.Arbitrary<Marked> = fc
  .record({
    text: anyText,
    drafts: fc.array(draft, { maxLength: 40, size: 'max' }),
    corrections: fc.array(draftOfCorrection, { maxLength: 8, size: 'max' }),
  })
  .map(({ text, drafts, corrections }) => {
    const witness = witnessOf(text)
    const notes = drafts
      .filter(({ role }) => role === 'note')
      .map(({ a }) => stretch(a, 0, text).from)
    return {
      witness,
      markings: new Markings(drafts.map((one) => markingOf(one, text, notes))),
      corrections: corrections.map((one, i): Correction => {
        const parts = one.parts
          .map(({ a, length, corr }) => ({ ...stretch(a, length, text), corr }))
          .sort((x, y) => x.from - y.from)
        const made = correctionOf(witness, `id${i}`, one.error, parts)
        return one.inForce ? made : { ...made, state: 'proposed' }
      }),
    }
  })

/** An offset that does not part a surrogate pair, which no pass would do. */
function whole(offset: number, text: string): number {
  return offset > 0 && (text.codePointAt(offset - 1) ?? 0) > 0xffff ? offset - 1 : offset
}

function stretch(a: number, length: number, text: string): Span {
  const from = whole(a % (text.length + 1), text)
  return { from, to: whole(Math.min(from + length, text.length), text) }
}

function markingOf(one: Draft, text: string, notes: readonly number[]): Marking {
  const { role, a, b, c, length } = one
  const span = stretch(a, length, text)
  const made = { kind: 'marking', rule: 'page/test', cert: 'high', evidence: [], ...span } as const
  const label = labelIn(text, span, c % 4)
  switch (role) {
    case 'page':
      return { ...made, to: made.from, role, number: String(b % 3), printed: undefined }
    case 'forme-work':
      return { ...made, role, work: 'header', place: 'top' }
    case 'hyphen':
      return {
        ...made,
        ...hyphenIn(text, b, span),
        role,
        value: c % 3 === 0 ? 'hard' : c % 3 === 1 ? 'soft' : 'ask',
      }
    case 'note': {
      const parts = b % 3 === 0 ? [span, stretch(b, c, text)] : [span]
      const place = b % 4 === 0 ? 'end' : 'foot'
      return { ...made, role, parts, label, siglum: String(c), place }
    }
    case 'call':
      return {
        ...made,
        ...stretch(a, c % 4, text),
        role,
        siglum: String(c),
        note: notes[b % Math.max(1, notes.length)],
      }
    case 'heading': {
      const division = DIVISIONS[b % 8]
      return { ...made, role, ...(division ? { division } : { level: c % 5 }) }
    }
    case 'item':
      return { ...made, role, ...(b % 2 === 0 ? { label } : {}) }
    case 'entry': {
      const page = c % 3 === 0 ? undefined : stretch(b, 0, text).from
      return { ...made, role, locator: { ...stretch(a + (b % 9), c % 4, text), page } }
    }
    case 'editorial-mark':
      return { ...made, role, what: c % 2 === 0 ? 'supplied' : 'omission' }
    default:
      return { ...made, role }
  }
}

/** Mostly a hyphen at a line end, if the text has one. */
function hyphenIn(text: string, index: number, otherwise: Span): Span {
  const glyphs = [...text.matchAll(/[-\u00ad](?=[ \t]*[\r\n\f])/g)]
  const glyph = index % 8 === 0 ? undefined : glyphs[index % Math.max(1, glyphs.length)]
  return glyph ? { from: glyph.index, to: glyph.index + 1 } : otherwise
}

/** Mostly the first printed characters of a span. */
function labelIn(text: string, span: Span, length: number): Span {
  const inside = text.slice(span.from, span.to)
  const from = span.from + (length === 0 ? 0 : inside.length - inside.trimStart().length)
  return { from, to: whole(Math.min(from + Math.max(1, length), text.length), text) }
}

/** A text in which every other correction is only proposed. */
export function undecided(text: Marked): Marked {
  const corrections = text.corrections.map((one, i) => {
    return i % 2 === 0 ? one : { ...one, state: 'proposed' as const }
  })
  return { ...text, corrections }
}
