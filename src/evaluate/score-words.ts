import { diffArrays } from 'diff'
import { wordsOf } from './reading-words.ts'
import type { Scored } from './task.ts'

/** The words of a truth against those of an edition, in order. */
export interface WordFigure {
  readonly words: number
  readonly same: number
  /** Words that read otherwise, or are divided otherwise. */
  readonly changed: number
  readonly lost: number
  readonly added: number
}

/** Aligns the words of a truth and of an edition: none may be lost or doubled. */
export function scoreWords(truth: string, edition: string): Scored<WordFigure> {
  const expected = wordsOf(truth)
  const misses: string[] = []
  let changed = 0
  let lost = 0
  let added = 0
  let done = 0
  let gone: readonly string[] = []
  const settle = (come: readonly string[]): void => {
    if (gone.length === 0 && come.length === 0) return
    const divided = gone.join('') === come.join('')
    const pairs = divided ? gone.length : Math.min(gone.length, come.length)
    changed += pairs
    lost += gone.length - pairs
    added += divided ? 0 : come.length - pairs
    const before = expected.slice(Math.max(0, done - 3 - gone.length), done - gone.length)
    misses.push(`… ${before.join(' ')}\t${gone.join(' ')}\t->\t${come.join(' ')}`)
    gone = []
  }
  for (const { value, added: isAdded, removed } of diffArrays(
    [...expected],
    [...wordsOf(edition)],
  )) {
    if (removed) {
      settle([])
      gone = value
      done += value.length
    } else if (isAdded) {
      settle(value)
    } else {
      settle([])
      done += value.length
    }
  }
  settle([])
  const words = expected.length
  return { figure: { words, same: words - changed - lost, changed, lost, added }, misses }
}
