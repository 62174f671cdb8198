import type { View } from '../../model/view.ts'
import { type RunningWord, runningWords } from './running-word.ts'

/** A word that stands so often in the book is no slip. */
export const USED = 3

/**
 * The words of a reading text by their forms in small letters. A form has a number; words of another
 * script and words with digits have none.
 */
export interface WordIndex {
  readonly words: readonly RunningWord[]
  /** The number of the form of each word, or -1. */
  readonly forms: Int32Array
  /** The letters of each form. */
  readonly spelled: readonly string[]
  /** How often each form stands in the reading text. */
  readonly counts: readonly number[]
  /**
   * Whether nobody knows a form: neither the lexicon in small letters or with a capital, nor the
   * editor, and the book has it no more than twice.
   */
  isStrange(form: number): boolean
}

const indexes = new WeakMap<View, WordIndex>()

/** The index of a view, which never changes: the rules of one layer share it. O(n). */
export function wordIndex(view: View): WordIndex {
  const known = indexes.get(view) ?? build(view)
  indexes.set(view, known)
  return known
}

function build(view: View): WordIndex {
  const { text } = view.reading
  const { script, lexicon } = view.language
  const words = runningWords(view)
  const numbers = new Map<string, number>()
  const forms = new Int32Array(words.length).fill(-1)
  const spelled: string[] = []
  const counts: number[] = []
  for (const [at, word] of words.entries()) {
    if (word.script !== script || word.hasDigit) continue
    const small = text.slice(word.from, word.to).toLowerCase()
    const form = numbers.get(small) ?? spelled.length
    if (form === spelled.length) {
      numbers.set(small, form)
      spelled.push(small)
    }
    counts[form] = (counts[form] ?? 0) + 1
    forms[at] = form
  }
  const strange = new Map<number, boolean>()
  const isStrange = (form: number): boolean => {
    const known = strange.get(form)
    if (known !== undefined) return known
    const small = spelled[form] ?? ''
    const found =
      !lexicon.has(small) &&
      !view.words.has(small) &&
      view.survey.count(small) < USED &&
      !lexicon.has(small.charAt(0).toUpperCase() + small.slice(1))
    strange.set(form, found)
    return found
  }
  return { words, forms, spelled, counts, isStrange }
}
