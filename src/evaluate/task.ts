import type { EditionLines } from './edition-lines.ts'
import { type Gold, goldOf } from './read-gold.ts'

/** What is scored: an edition, the raw text that it was made from, and what is known of that. */
export interface Task {
  readonly edition: EditionLines
  /** The raw lines; the first one is line 1. */
  readonly raw: readonly string[]
  readonly gold: readonly Gold[]
  /** The stretch of raw lines that the gold covers, both included. */
  readonly first: number
  readonly last: number
  /** Lines with numbers, running heads and rules: they may stand in the text or not. */
  readonly forme: ReadonlySet<number>
}

/** Throws where there is no gold. */
export function taskOf(edition: EditionLines, rawText: string, gold: readonly Gold[]): Task {
  if (gold.length === 0) throw new Error('Expected gold records')
  const forme = new Set(goldOf(gold, 'forme').map(({ line }) => line))
  for (const { number_line } of goldOf(gold, 'page')) if (number_line) forme.add(number_line)
  let first = Infinity
  let last = 0
  for (const { line } of gold) {
    first = Math.min(first, line)
    last = Math.max(last, line)
  }
  const raw = rawText.replaceAll('\r\n', '\n').split('\n')
  return { edition, raw, gold, first, last, forme }
}

/** A raw line without the blanks around it, cut to a length. */
export function rawLine(task: Task, line: number, length = 60): string {
  return (task.raw[line - 1] ?? '').trim().slice(0, length)
}

/** Whether a line lies in the stretch that the gold covers. */
export function isCovered(task: Task, line: number): boolean {
  return line >= task.first && line <= task.last
}

/** A figure, and what fell short of it. */
export interface Scored<T> {
  readonly figure: T
  readonly misses: readonly Miss[]
}

/** A place where an edition falls short of the truth. */
export interface Miss {
  /** Raw line, from 1; 0 where none is known. */
  readonly line: number
  /** What stands there. */
  readonly text: string
  readonly truth: string
  readonly edition: string
  /** Whether truth and edition are names of kinds, so that such misses can be counted together. */
  readonly kinds?: true
}

/** A miss for people: raw line, truth and edition, and what stands there, with tabs between. */
export function sayMiss({ line, text, truth, edition }: Miss): string {
  return [line, `${truth} -> ${edition}`, ...(text === '' ? [] : [text])].join('\t')
}
