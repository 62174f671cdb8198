import type { View } from '../../model/view.ts'
import { Lasting } from './lasting.ts'
import { olderInBook } from './older-form.ts'
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
  /** How often the book has each form, whatever its capitals. */
  inBook(form: number): number
  /** Which words have capitals behind their first letter. */
  readonly capitalInside: readonly number[]
  /** The spellings of today of the forms that are in an older one. */
  older(): ReadonlyMap<number, readonly string[]>
  /**
   * Whether nobody knows a form: neither the lexicon in small letters or with a capital, nor the
   * editor, nor an older spelling, nor a language beside, and the book has it no more than twice.
   */
  isStrange(form: number): boolean
  /** Which words are of a form that nobody knows. */
  strangeWords(): readonly number[]
}

/** The form of a word as it is printed. */
interface Spelling {
  readonly form: number
  readonly capitalInside: boolean
}

const indexes = new WeakMap<View, WordIndex>()
const unknown = new Lasting<boolean>()

/** The index of a view, which never changes: the rules of one layer share it. O(n). */
export function wordIndex(view: View): WordIndex {
  const known = indexes.get(view) ?? build(view)
  indexes.set(view, known)
  return known
}

function build(view: View): WordIndex {
  const { text } = view.reading
  const { script, lexicon, beside = [] } = view.language
  const words = runningWords(view)
  const numbers = new Map<string, number>()
  // As printed: most words have been seen before, and need not be put into small letters again.
  const spellings = new Map<string, Spelling>()
  const forms = new Int32Array(words.length).fill(-1)
  const spelled: string[] = []
  const counts: number[] = []
  const capitalInside: number[] = []
  for (let at = 0; at < words.length; at++) {
    const word = words[at]
    if (!word || word.script !== script || word.hasDigit) continue
    const printed = text.slice(word.from, word.to)
    const spelling = spellings.get(printed) ?? spell(printed)
    counts[spelling.form] = (counts[spelling.form] ?? 0) + 1
    forms[at] = spelling.form
    if (spelling.capitalInside) capitalInside.push(at)
  }
  const strange = new Uint8Array(spelled.length)
  const isStrange = (form: number): boolean => {
    if (strange[form] === UNASKED) {
      const small = spelled[form] ?? ''
      const isNew = unknown.about(view, small, () => isUnknown(small))
      strange[form] = isNew && !older().has(form) ? STRANGE : KNOWN
    }
    return strange[form] === STRANGE
  }
  const times = new Int32Array(spelled.length).fill(-1)
  const inBook = (form: number): number => {
    const known = times[form] ?? 0
    if (known >= 0) return known
    const found = view.survey.count(spelled[form] ?? '')
    times[form] = found
    return found
  }
  let olderOnes: ReadonlyMap<number, readonly string[]> | undefined
  const older = () => {
    olderOnes ??= olderInBook(view.language, forms, spelled)
    return olderOnes
  }
  let strangers: readonly number[] | undefined
  const strangeWords = (): readonly number[] => {
    if (strangers) return strangers
    const found: number[] = []
    for (let at = 0; at < words.length; at++) if (isStrange(forms[at] ?? -1)) found.push(at)
    strangers = found
    return found
  }
  return {
    words,
    forms,
    spelled,
    counts,
    inBook,
    capitalInside,
    older,
    isStrange,
    strangeWords,
  }

  function spell(printed: string): Spelling {
    const small = printed.toLowerCase()
    const form = numbers.get(small) ?? spelled.length
    if (form === spelled.length) {
      numbers.set(small, form)
      spelled.push(small)
    }
    const spelling = { form, capitalInside: printed.slice(1) !== small.slice(1) }
    spellings.set(printed, spelling)
    return spelling
  }

  function isUnknown(small: string): boolean {
    return (
      !lexicon.has(small) &&
      !view.words.has(small) &&
      view.survey.count(small) < USED &&
      !lexicon.has(small.charAt(0).toUpperCase() + small.slice(1)) &&
      !beside.some((other) => other.script === script && other.lexicon.has(small))
    )
  }
}

/** What is known of a form, as the index keeps it. */
const UNASKED = 0
const KNOWN = 1
const STRANGE = 2
