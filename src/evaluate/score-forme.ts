import { kindOfElement } from './block-kinds.ts'
import { type Gold, goldOf } from './read-gold.ts'
import type { Share } from './share.ts'
import { type Miss, rawLine, type Scored, type Task } from './task.ts'
import { isBlank } from './white-space.ts'

/** Running heads, page numbers, signatures, catchwords and rules. */
export interface FormeFigure {
  /** Lines of them that stand nowhere in the text. */
  readonly removed: Share
  /** The same by what they are. */
  readonly kinds: Readonly<Record<string, Share>>
  /** Lines of text that stand nowhere in the text, of all lines of text. */
  readonly lost: Share
}

/** Whether forme work is out of the text, and no line of the text with it. */
export function scoreForme(task: Task): Scored<FormeFigure> {
  const misses: Miss[] = []
  const removed = { hits: 0, of: 0 }
  const kinds: Record<string, { hits: number; of: number }> = {}
  for (const [line, what] of formeOf(task.gold)) {
    kinds[what] ??= { hits: 0, of: 0 }
    const stays = task.edition.text.has(line)
    for (const share of [removed, kinds[what]]) {
      share.of++
      if (!stays) share.hits++
    }
    if (!stays) continue
    const begun = task.edition.starts.get(line)
    const edition = begun === undefined ? 'within a block' : kindOfElement(begun)
    misses.push({ line, text: rawLine(task, line), truth: what, edition, kinds: true })
  }
  const { lost, gone } = lostLines(task)
  for (const line of gone) {
    const edition = task.edition.printed.has(line) ? 'forme work' : 'nothing'
    misses.push({ line, text: rawLine(task, line), truth: 'text', edition, kinds: true })
  }
  return { figure: { removed, kinds, lost }, misses }
}

/** The lines of forme work and what each is; a line with a number and no other record is one. */
function formeOf(gold: readonly Gold[]): ReadonlyMap<number, string> {
  const forme = new Map<number, string>()
  for (const { number_line } of goldOf(gold, 'page')) {
    if (number_line !== undefined) forme.set(number_line, 'page-number')
  }
  for (const { line, what } of goldOf(gold, 'forme')) forme.set(line, what)
  return forme
}

function lostLines(task: Task): { readonly lost: Share; readonly gone: readonly number[] } {
  const gone: number[] = []
  let of = 0
  for (let line = task.first; line <= task.last; line++) {
    if (task.forme.has(line) || isBlank(task.raw[line - 1] ?? '')) continue
    of++
    if (!task.edition.text.has(line)) gone.push(line)
  }
  return { lost: { hits: gone.length, of }, gone }
}
