import type { Layout } from './typesetter/layout.ts'
import { LAYOUT_TEXT } from './typesetter/layouts.ts'
import { plainCopy } from './typesetter/read-copy.ts'
import type { Block, Note, Truth } from './typesetter/truth.ts'

/** A layout that tells no lies. */
export const HONEST: Layout = {
  ...LAYOUT_TEXT,
  name: 'honest',
  measure: 40,
  notes: { ...LAYOUT_TEXT.notes, measure: 44 },
  page: { ...LAYOUT_TEXT.page, head: { width: 40 } },
  lies: { ...LAYOUT_TEXT.lies, blankInside: 0, blankLost: 0 },
}

export function chapter(title: string): Block {
  return { role: 'heading', heading: 'article', level: 2, lines: [plainCopy(title)] }
}

export function section(title: string): Block {
  return { role: 'heading', heading: 'section', level: 3, lines: [plainCopy(title)] }
}

export function paragraph(text: string): Block {
  return { role: 'paragraph', copy: plainCopy(text) }
}

/** A paragraph that calls notes at its end, whose labels are the layout's. */
export function calling(text: string, ...notes: readonly Note[]): Block {
  const marks = notes.map(({ label }) => ('placeholder' in label ? label.placeholder : label.fixed))
  const annotations = notes.map(({ key }, i) => ({
    what: 'call' as const,
    from: text.length + i,
    to: text.length + i + 1,
    note: key,
  }))
  return { role: 'paragraph', copy: { text: text + marks.join(''), annotations } }
}

/** Note number `nth`, from 0. */
export function note(nth: number, ...paragraphs: readonly string[]): Note {
  const placeholder = String.fromCharCode(0xe000 + nth)
  return {
    key: `n${nth}`,
    place: 'foot',
    label: { placeholder },
    paragraphs: paragraphs.map(plainCopy),
  }
}

export function truth(
  blocks: readonly Block[],
  notes: readonly Note[] = [],
  language = 'en',
): Truth {
  return { language, title: 'The Book', blocks, notes: new Map(notes.map((one) => [one.key, one])) }
}

/** So many short sentences. */
export function prose(sentences: number): string {
  return Array.from({ length: sentences }, (_, i) => `Sheet ${i} is dry.`).join(' ')
}
