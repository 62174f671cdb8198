import { goldOf } from './read-gold.ts'
import type { Share } from './share.ts'
import type { Miss, Scored, Task } from './task.ts'

/** Hyphens at line ends. */
export interface HyphenFigure {
  /** Those of the printer that are taken away. */
  readonly soft: Share
  /** Those of the word that stand in the reading text. */
  readonly hard: Share
  /** Of all, those of which the edition asks. It keeps them as they are printed. */
  readonly asked: Share
}

/** Every glyph that stands for a hyphen at a line end. */
const HYPHEN = /[-\u00ad¬=⸗‐‑–—]$/u

/** Hyphens at line ends: those that the printer put there, and those that belong to the word. */
export function scoreHyphens(task: Task): Scored<HyphenFigure> {
  const { edition } = task
  const misses: Miss[] = []
  const tally = { soft: { hits: 0, of: 0 }, hard: { hits: 0, of: 0 } }
  const asked = { hits: 0, of: 0 }
  for (const { line, hyphen, cert } of goldOf(task.gold, 'hyphen')) {
    if (cert === 'low') continue
    const printed = (edition.printed.get(line) ?? '').trimEnd()
    const got = edition.soft.has(line) ? 'soft' : HYPHEN.test(printed) ? 'hard' : 'lost'
    const isAsked = got === 'hard' && edition.asked.has(line)
    tally[hyphen].of++
    asked.of++
    if (isAsked) asked.hits++
    if (got === hyphen) tally[hyphen].hits++
    if (got === hyphen && !isAsked) continue
    const [head, tail] = dividedWord(task, line)
    misses.push({
      line,
      text: `${head}|${tail}`,
      truth: `${hyphen} hyphen`,
      edition: isAsked ? 'asked' : got === 'lost' ? 'no hyphen' : `${got} hyphen`,
      kinds: true,
    })
  }
  return { figure: { ...tally, asked }, misses }
}

/** The two halves of the word that is divided at the end of a line. */
function dividedWord({ raw, edition }: Task, line: number): readonly [string, string] {
  const head = (raw[line - 1] ?? '').trim().split(/\s+/u).at(-1) ?? ''
  const next = raw[(edition.next.get(line) ?? line + 1) - 1] ?? ''
  return [head, next.trim().split(/\s+/u)[0] ?? '']
}
