import { linesOf, read, type SetCopy, shown } from './copy-lines.ts'
import type { GoldOf } from './gold.ts'
import type { Misprint } from './truth.ts'

/**
 * The record of a misprint: the shortest run of whole words around it that stands once on its line,
 * and whose correction stands neither there nor on the two lines after it.
 */
export function errorRecord(set: SetCopy, misprint: Misprint): GoldOf<'error'> {
  const lines = linesOf(set, misprint.from, misprint.to)
  const first = lines[0]
  const last = lines.at(-1)
  if (!first || !last) throw new Error(`Unexpected misprint that was not set: ${misprint.right}`)
  const whole = shown(set, first.from, last.to)
  const below = set.lines.filter(({ raw }) => raw > last.raw && raw <= first.raw + 2)
  const after = below.map((line) => shown(set, line.from, line.to))
  let { from, to } = toWords(set.copy.text, misprint.from, misprint.to, first.from, last.to)
  let left = true
  for (;;) {
    const raw = shown(set, from, to)
    const corr = read(set.copy, from, to, 'right')
    const done = from <= first.from && to >= last.to
    const around = whole.split(raw)
    const others = [...around, ...after]
    if (done || (around.length === 2 && !others.some((part) => part.includes(corr)))) {
      const { class: kind, cert } = misprint
      return { kind: 'error', line: first.raw, raw, corr, class: kind, cert }
    }
    const goLeft = (left && from > first.from) || to >= last.to
    const wider = goLeft
      ? toWords(set.copy.text, from - 2, to, first.from, last.to)
      : toWords(set.copy.text, from, to + 2, first.from, last.to)
    from = Math.min(from - (goLeft ? 1 : 0), wider.from)
    to = Math.max(to, wider.to)
    left = !left
  }
}

/** Widens a stretch to whole words within a line. */
function toWords(
  text: string,
  from: number,
  to: number,
  least: number,
  most: number,
): { from: number; to: number } {
  let begin = Math.max(least, from)
  let end = Math.min(most, to)
  while (begin > least && !isBlank(text[begin - 1])) begin--
  while (end < most && !isBlank(text[end])) end++
  return { from: begin, to: end }
}

function isBlank(character: string | undefined): boolean {
  return character === ' ' || character === '\u00a0'
}
