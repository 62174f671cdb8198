import type { Edition } from '../../../model/edition.ts'
import { notesOf } from '../../reading/passage.ts'
import { body } from '../body.ts'
import { type Dialect, type Fate, translated } from '../dialect.ts'
import { EDITION } from '../profile.ts'
import { type Attributes, type Token, tokensOf, written } from '../tokens.ts'
import { formeWorkOf } from './forme-work.ts'
import { dtabfHeader } from './header.ts'
import { linesEnded } from './lines.ts'
import { notesAtCalls } from './notes.ts'
import { pageEnds } from './page-ends.ts'

/** Header and text in the base format of the Deutsches Textarchiv. */
export function* dtabf(edition: Edition): Iterable<string> {
  yield* written(withCharacters(tokensOf([dtabfHeader(edition)])))
  yield* text(edition)
}

/**
 * The text in the base format of the Deutsches Textarchiv (DTABf), made of that of the edition step by
 * step: its notes, its lines, the ends of its pages, and then element by element.
 */
function text(edition: Edition): Iterable<string> {
  const notes = notesAtCalls(withCharacters(tokensOf(body(edition, EDITION))), notesOf(edition))
  const pages = pageEnds(linesEnded(notes), formeWorkOf(edition))
  return written(translated(pages, dialect()))
}

/** Elements of which DTABf has the content alone, as they are kept apart by nothing else in print. */
const CONTENT: ReadonlySet<string> = new Set(['cit', 'label', 'pc', 'seg', 'supplied'])

/** The elements of DTABf; `facs` counts the images. */
function dialect(): Dialect {
  let images = 0
  return (name, attributes, within) => {
    if (CONTENT.has(name)) return 'content'
    switch (name) {
      case 'div': {
        const level = within.filter((one) => one === 'div').length + 1
        const type = attributes.type === 'letter' ? { type: 'letter' } : {}
        return { name, attributes: { n: String(level), ...type, ...idOf(attributes) } }
      }
      case 'pb':
        if (attributes.sameAs !== undefined) return 'nothing'
        images++
        return { name, attributes: page(attributes, images) }
      case 'ab':
        return paragraph(attributes)
      case 'bibl':
        return { name: 'p', attributes: {} }
      case 'emph':
        return { name: 'hi', attributes: { rend: 'emph' } }
      case 'hi':
        return { name, attributes: { rendition: '#g' } }
      case 'ref':
        return attributes.target === undefined
          ? 'content'
          : { name, attributes: { target: attributes.target } }
      case 'list':
        return { name, attributes: attributes.rend ? { rend: attributes.rend } : {} }
      case 'fw':
      case 'note':
        return { name, attributes }
      default:
        return { name, attributes: idOf(attributes) }
    }
  }
}

function idOf({ 'xml:id': id }: Attributes): Attributes {
  return id === undefined ? {} : { 'xml:id': id }
}

function page({ n, ...others }: Attributes, image: number): Attributes {
  const facs = `#f${String(image).padStart(4, '0')}`
  return { facs, ...(n === undefined ? {} : { n }), ...idOf(others) }
}

function paragraph({ type }: Attributes): Fate {
  return { name: 'p', attributes: type === 'typography' ? { rendition: '#c' } : {} }
}

/** DTABf has nothing for a character that XML cannot carry. */
function* withCharacters(tokens: Iterable<Token>): Generator<Token> {
  for (const token of tokens) {
    yield token.as === 'empty' && token.name === 'g' ? { as: 'text', text: '\ufffd' } : token
  }
}
