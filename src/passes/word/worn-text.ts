import type { Lexicon } from '../../model/language.ts'
import type { View } from '../../model/view.ts'
import { lookAlikes } from './edit-weight.ts'
import { Lasting } from './lasting.ts'
import { type WordIndex, wordIndex } from './word-index.ts'

/** Shorter words are like too many others. */
const SHORTEST = 5
/** So many unknown words are looked at, spread over the text. */
const LOOKED_AT = 200
/** A text in which so many words of a thousand look like known ones, and so many in all, is misread. */
const IN_THOUSAND = 1
const LEAST = 4

const shares = new WeakMap<WordIndex, boolean>()
const alike = new Lasting<boolean>()

/**
 * Whether a machine misread a text badly, as it does a worn print: many of its unknown words are known
 * ones but for one letter that looks like another. What is unknown in a text that was read well is a
 * name or a word of a trade, and hardly ever like a known one. O(words), and some thousand look-ups.
 */
export function isWorn(view: View): boolean {
  const index = wordIndex(view)
  const known = shares.get(index)
  if (known !== undefined) return known
  const misread = misreadWords(view, index)
  const worn = misread >= LEAST && misread * 1000 >= index.words.length * IN_THOUSAND
  shares.set(index, worn)
  return worn
}

/** About how many words are misread, by those that are looked at. */
function misreadWords(view: View, index: WordIndex): number {
  const { reading, language } = view
  const strange = index.strangeWords().filter((i) => {
    const word = index.words[i]
    if (!word || word.to - word.from < SHORTEST) return false
    const first = reading.text.charAt(word.from)
    return first === first.toLowerCase()
  })
  const step = Math.max(1, strange.length / LOOKED_AT)
  let looked = 0
  let misread = 0
  for (let at = 0; at < strange.length; at += step) {
    const form = index.forms[strange[Math.floor(at)] ?? -1] ?? -1
    looked++
    const word = index.spelled[form] ?? ''
    const isAlike = alike.about(view, word, () => isLikeAWord(word, language.lexicon))
    if (isAlike) misread++
  }
  return looked === 0 ? 0 : (misread * strange.length) / looked
}

function isLikeAWord(word: string, lexicon: Lexicon): boolean {
  for (let at = 0; at < word.length; at++) {
    for (const other of lookAlikes(word.charAt(at))) {
      if (lexicon.has(word.slice(0, at) + other + word.slice(at + 1))) return true
    }
  }
  return false
}
