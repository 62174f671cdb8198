import { DeletedTextRun, InsertedTextRun, type IRunOptions } from 'docx'
import type { Correction } from '../../model/correction.ts'
import type { CorrectionNode } from '../../model/edition.ts'
import { closedUp } from '../reading/blanks.ts'
import { shownOf } from '../reading/running-text.ts'
import { writable } from '../reading/writable.ts'

/** Makes the tracked changes of one document, numbered from 1. */
export class Revisions {
  readonly #date: string
  #count = 0

  /** `date` is that of the edition, where it has one. */
  constructor(date: string | undefined) {
    this.#date = momentOf(date)
  }

  /** The word as printed, deleted, and as it shall be read, inserted. */
  of(node: CorrectionNode, look: IRunOptions): readonly (DeletedTextRun | InsertedTextRun)[] {
    const author = writable(authorOf(node.corrections))
    const printed = writable(closedUp(node.children.map(shownOf).join('')))
    const reading = writable(closedUp(node.reading))
    const runs: (DeletedTextRun | InsertedTextRun)[] = []
    if (printed !== '') runs.push(new DeletedTextRun(this.#change(printed, author, look)))
    if (reading !== '') runs.push(new InsertedTextRun(this.#change(reading, author, look)))
    return runs
  }

  #change(text: string, author: string, look: IRunOptions) {
    this.#count++
    return { ...look, text, id: this.#count, author, date: this.#date }
  }
}

/** Who changed a word: the editors who decided, else the rules. */
function authorOf(corrections: readonly Correction[]): string {
  const names = corrections.flatMap(({ by, rules }) => (by === undefined ? rules : [by]))
  return [...new Set(names)].join(', ') || 'Emend'
}

/** The beginning of a day; that of the first which Word knows where the edition has no date. */
export function momentOf(date: string | undefined): string {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(date ?? '') ?? []
  return `${year ?? '1980'}-${month ?? '01'}-${day ?? '01'}T00:00:00Z`
}
