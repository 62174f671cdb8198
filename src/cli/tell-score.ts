import { confusionsOf } from '../evaluate/confusions.ts'
import { type Figure, figuresOf, showFigure, showInterval } from '../evaluate/figures.ts'
import { missKinds } from '../evaluate/report.ts'
import type { Score } from '../evaluate/score.ts'
import { counted } from './counted.ts'
import type { EvaluatedBook } from './evaluated-book.ts'
import { styled } from './screen.ts'
import type { World } from './world.ts'

/** Most confusions that are shown on a terminal. */
const SHOWN = 12

/** Prints the figures of a book with their intervals, what was taken for what, and where to look. */
export function tellScore(book: EvaluatedBook, score: Score, { out }: World): void {
  out.line([styled('strong', book.slug), ' against ', book.truth])
  const figures = figuresOf(score)
  const width = Math.max(...figures.map(({ name }) => name.length))
  const shares = figures.map(showFigure)
  const wide = Math.max(...shares.map((share) => share.length))
  figures.forEach((figure, i) => {
    const share = shares[i] ?? ''
    const line = [
      `${figure.name.padEnd(width)}  `,
      isFull(figure) ? share.padEnd(wide) : styled('warn', share.padEnd(wide)),
      styled('faint', `  ${showInterval(figure)}`),
    ]
    out.line(line, 2, width + 4)
  })
  tellConfusions(score, { out })
  const misses = [...missKinds(score)].filter(([, own]) => own.length > 0)
  if (misses.length === 0) return
  const kinds = misses.map(([kind, own]) => `${kind.replaceAll(' ', '-')} ${own.length}`)
  out.line([styled('strong', 'Misses'), ' (`--misses KIND` lists them): ', kinds.join(', ')], 2, 4)
}

function isFull({ value, good }: Figure): boolean {
  return value === (good === 'great' ? 1 : 0)
}

function tellConfusions(score: Score, { out }: Pick<World, 'out'>): void {
  const confusions = confusionsOf(score)
  if (confusions.length === 0) return
  out.line(styled('strong', 'Taken for another'), 2)
  for (const { count, kind, truth, edition, examples } of confusions.slice(0, SHOWN)) {
    const shown = examples.length === 0 ? '' : `: ${examples.join('; ')}`
    out.line([`${count} × `, `${kind}: `, `${truth} → ${edition}`, styled('faint', shown)], 4, 6)
  }
  const rest = confusions.length - SHOWN
  if (rest > 0) out.line(`and ${counted(rest, 'other')}`, 4)
}

/** Prints the misses of some kinds, each with file and line. */
export function tellMisses(
  book: EvaluatedBook,
  score: Score,
  kinds: readonly string[],
  { out }: World,
): void {
  const all = missKinds(score)
  for (const kind of kinds) {
    const misses = all.get(kind) ?? []
    for (const { line, truth, edition, text } of misses) {
      const place = line === 0 ? book.text : `${book.text}:${line}`
      const said = text === '' ? '' : `  ${text}`
      out.line(
        [`${place}: `, styled('warn', `${kind}: `), `${truth} → ${edition}`, styled('faint', said)],
        0,
        4,
      )
    }
    if (kinds.length === 1 || misses.length > 0) {
      out.line([
        styled('strong', book.slug),
        `: ${kind}: ${counted(misses.length, 'miss', 'misses')}`,
      ])
    }
  }
}
