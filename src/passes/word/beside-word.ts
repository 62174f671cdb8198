import type { View } from '../../model/view.ts'
import type { RunningWord } from './running-word.ts'
import type { WordIndex } from './word-index.ts'

/** Whether a word is part of a longer one, or an abbreviation. */
export function isPart({ reading: { text }, language }: View, { from, to }: RunningWord): boolean {
  const before = text.charAt(from - 1)
  const after = text.charAt(to)
  if (/[-‐\u2011[\]<>’'@/_\\=]/u.test(before) || /[-‐\u2011[\]<>@/_\\=]/u.test(after)) return true
  if (after !== '.') return false
  const word = text.slice(from, to).toLowerCase()
  return (
    language.abbreviations.includes(word) ||
    (to - from <= 5 && /^\. ?[\p{Ll},;)]/u.test(text.slice(to, to + 3)))
  )
}

/** Whether single letters stand on both sides, as in words that are letter-spaced. */
export function isSpaced(words: readonly RunningWord[], i: number): boolean {
  const single = (word: RunningWord | undefined): boolean =>
    word !== undefined && word.to - word.from === 1
  return single(words[i - 1]) && single(words[i + 1])
}

/** Whether a word stands among strange ones, so that it may be of another language. */
export function isAmongStrange(view: View, index: WordIndex, i: number): boolean {
  return [i - 2, i - 1, i + 1, i + 2].some((at) => isStrangeAt(view, index, at))
}

/** Whether nobody knows the word at an index, and it is no name. */
function isStrangeAt(
  { reading }: View,
  { words, forms, isStrange }: WordIndex,
  at: number,
): boolean {
  const [word, form] = [words[at], forms[at] ?? -1]
  if (!word || form < 0 || word.to - word.from < 3) return false
  const first = reading.text.charAt(word.from)
  return first === first.toLowerCase() && isStrange(form)
}

/** Whether a sentence begins at an offset, so that a capital there makes no name. */
export function beginsSentence(text: string, at: number): boolean {
  return /(?:^|\n|[.!?…»”"]\s?|[«“„"(–—]\s?)$/u.test(text.slice(Math.max(0, at - 3), at))
}
