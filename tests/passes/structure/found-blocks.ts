import { isBlock, isGroup, type Marking } from '../../../src/model/marking.ts'
import { block } from '../../../src/passes/structure/block.ts'
import { languageOf, markingsIn, viewOf } from '../../support/view-of.ts'

/** The marking of a page that begins at an offset. */
export function pageAt(from: number, number = ''): Marking {
  const shape = { kind: 'marking', rule: 'test', cert: 'high', evidence: [] } as const
  return { ...shape, role: 'page', from, to: from, number, printed: undefined }
}

/**
 * The blocks and groups of a text as `role first-last`. Pages part at `␌`, which may bear a number:
 * `␌12␌`.
 */
export function blocksIn(shown: string, code: 'ru' | 'en' = 'en'): readonly string[] {
  const pages: Marking[] = [pageAt(0, '1')]
  let text = ''
  for (const [i, part] of shown.split('␌').entries()) {
    if (i % 2 === 1) pages.push(pageAt(text.length, part))
    else text += part
  }
  const view = viewOf(text, pages, languageOf(code))
  const { lines } = view.witness
  return markingsIn(block(view)).flatMap((marking) => {
    if (!isBlock(marking) && !isGroup(marking)) return []
    const { from, role, to } = marking
    const level = isBlock(marking) && marking.level ? ` ${marking.level}` : ''
    return [`${role}${level} ${lines.at(from)}-${lines.at(Math.max(from, to - 1))}`]
  })
}

/** Words that make prose of no sense, each sentence with a capital and a full stop. */
const WORDS =
  `the case of type lies open on the frame and every letter has its own place in it so that
  the hand of the compositor finds what it wants without the help of his eyes`.split(/\s+/u)

/**
 * Paragraphs of such prose, broken greedily at a measure. The lengths of paragraphs and sentences
 * differ, but are the same in every run.
 */
export function prose(count: number, measure: number, first = '', rest = ''): readonly string[][] {
  let word = 0
  return Array.from({ length: count }, (_, paragraph) => {
    const words: string[] = []
    const sentences = 2 + ((paragraph * 7) % 5)
    for (let sentence = 0; sentence < sentences; sentence++) {
      const length = 9 + ((paragraph * 5 + sentence * 11) % 17)
      for (let i = 0; i < length; i++) {
        const plain = WORDS[word++ % WORDS.length] ?? ''
        const begun = i === 0 ? plain.charAt(0).toUpperCase() + plain.slice(1) : plain
        words.push(i === length - 1 ? `${begun}.` : begun)
      }
    }
    return broken(words, measure, first, rest)
  })
}

function broken(words: readonly string[], measure: number, first: string, rest: string): string[] {
  const lines: string[] = []
  let line = first
  for (const word of words) {
    const glued = line.trim() === '' ? line + word : `${line} ${word}`
    if (glued.length > measure && line.trim() !== '') {
      lines.push(line)
      line = rest + word
    } else {
      line = glued
    }
  }
  return [...lines, line]
}
