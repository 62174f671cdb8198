import type { Edit } from '../../model/emendation.ts'
import type { Pass } from '../../model/rule.ts'
import type { Span } from '../../model/span.ts'
import type { RunningWord } from './running-word.ts'
import { wordIndex } from './word-index.ts'

const RULE = 'word/doubled-word'

/** So many words may be set twice in a row. */
const LONGEST = 8

/** Finds a word, or a run of words, that is printed twice in a row. O(words). */
export const doubledWord: Pass = (view) => {
  const { text } = view.reading
  const { words, forms } = wordIndex(view)
  const edits: Edit[] = []
  for (let i = 0; i < words.length; i++) {
    for (let length = LONGEST; length >= 1; length--) {
      if (forms[i] !== forms[i + length]) continue
      if (forms[i + length - 1] !== forms[i + 2 * length - 1]) continue
      const twice = runTwice(text, words, i, length)
      if (!twice || (length === 1 && isHabit(text, twice.run))) continue
      edits.push(edit(twice, length))
      i += length
      break
    }
  }
  return edits
}

/** A run of words, and the stretch in which it stands again, with the blank before it. */
interface Twice extends Span {
  readonly run: string
}

/** The run of `length` words at `i`, if nothing but a blank parts it from the same run again. */
function runTwice(
  text: string,
  words: readonly RunningWord[],
  i: number,
  length: number,
): Twice | undefined {
  const first = words[i]
  const end = words[i + length - 1]
  const second = words[i + length]
  const last = words[i + 2 * length - 1]
  if (!first || !second || !last || !end) return undefined
  if (second.from !== end.to + 1 || text.charAt(end.to) !== ' ') return undefined
  const run = text.slice(first.from, end.to)
  if (text.slice(second.from, last.to) !== run) return undefined
  if (!/\p{L}{2}/u.test(run) || /[.!?\n]/u.test(run)) return undefined
  // A word that is doubled within the run belongs to a shorter one.
  if (length > 1 && /^(\S+) \1/u.test(run)) return undefined
  return { from: end.to, to: last.to, run }
}

function edit({ from, to, run }: Twice, length: number): Edit {
  return {
    kind: 'edit',
    rule: RULE,
    error: 'word',
    from,
    to,
    corr: '',
    candidates: [''],
    cert: length > 1 ? 'high' : 'medium',
    evidence: [`«${run}» is printed twice in a row`],
  }
}

/** Whether a book doubles the word elsewhere too: then it means to. */
function isHabit(text: string, word: string): boolean {
  const twice = ` ${word} ${word} `
  const first = text.indexOf(twice)
  return first >= 0 && text.indexOf(twice, first + 1) >= 0
}
