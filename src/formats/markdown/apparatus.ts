import type { List, Paragraph, RootContent } from 'mdast'
import { type Correction, isInForce } from '../../model/correction.ts'
import type { CorrectionNode, Edition } from '../../model/edition.ts'
import { conjecture, emendation, emendedWord, type Titles } from './apparatus-entry.ts'
import { paragraphOf } from './paragraph.ts'
import { Phrase } from './phrase.ts'

/** The corrected words, by the ids of the corrections in them. */
type Words = ReadonlyMap<string, CorrectionNode>

const EMENDATIONS = 'Page, raw line, what the edition reads ] what is printed — why (rule, state).'
const CONJECTURES =
  'Not in the text. Page, raw line, what the edition reads ] what might be read — why (rule, state).'
const NONE = 'None: every word stands as it is printed.'

/**
 * The apparatus, as a critical edition prints it: what was emended, in the order of the raw text,
 * and behind it what was proposed and is not in the text.
 */
export function apparatus(edition: Edition, words: Words): readonly RootContent[] {
  const titles = new Map(edition.rules.map((rule) => [rule.id, rule.title]))
  const emended = edition.corrections.filter(isInForce)
  const others = edition.corrections.filter((correction) => !isInForce(correction))
  const content = [heading(1, 'Apparatus'), heading(2, 'Emendations')]
  const entries = emendations(emended, words, titles)
  content.push(...(entries.length > 0 ? [said(EMENDATIONS), listOf(entries)] : [said(NONE)]))
  if (others.length === 0) return content
  const conjectures = others.map((correction) => conjecture(correction, titles))
  return [...content, heading(2, 'Conjectures'), said(CONJECTURES), listOf(conjectures)]
}

/** One entry a word: where several corrections meet in one, it has all their reasons. */
function emendations(corrections: readonly Correction[], words: Words, titles: Titles): string[] {
  const entries: string[] = []
  for (const correction of corrections) {
    const word = words.get(correction.id)
    const first = word?.corrections.find(({ id }) => words.get(id) === word)
    if (!word) entries.push(emendation(correction, titles))
    else if (first?.id === correction.id) entries.push(emendedWord(word, correction, titles))
  }
  return entries
}

function listOf(entries: readonly string[]): List {
  const children = entries.map((entry) => ({
    type: 'listItem' as const,
    spread: false,
    children: [said(entry)],
  }))
  return { type: 'list', ordered: false, spread: false, children }
}

function heading(depth: 1 | 2, text: string): RootContent {
  return { type: 'heading', depth, children: printed(text) }
}

function said(text: string): Paragraph {
  return paragraphOf(printed(text))
}

function printed(text: string): Paragraph['children'] {
  const phrase = new Phrase()
  phrase.print(text)
  return phrase.finish().content
}
