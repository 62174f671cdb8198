import type { Change, Interpretation, Refusal } from './change.ts'
import type { Passage } from './passage.ts'

/** Gathers what is found out about the differences. */
export class Findings {
  readonly #changes: Change[] = []
  readonly #refusals: Refusal[] = []
  /** Whole passages taken out, and put in: a passage that is both was moved. */
  readonly #gone: { readonly text: string; readonly changes: readonly Change[] }[] = []
  readonly #come = new Set<string>()

  get count(): number {
    return this.#changes.length + this.#refusals.length + this.#gone.length
  }

  change(change: Change): void {
    this.#changes.push(change)
  }

  /** Takes whole passages for gone, unless they turn up elsewhere. */
  gone(text: string, changes: readonly Change[]): void {
    this.#gone.push({ text, changes })
  }

  come(text: string): void {
    this.#come.add(text)
  }

  /** `offset` is the place in the witness; `words` says what was met and what was expected. */
  refuse(
    origin: Passage | undefined,
    line: number,
    offset: number | undefined,
    [unexpected, expected]: readonly [string, string],
  ): void {
    this.#refusals.push({ origin, line, offset, unexpected, expected })
  }

  /** All findings; `labels` leads from labels of the file to those of the edition. */
  all(labels: ReadonlyMap<string, string>): Interpretation {
    const gone = this.#gone.filter(({ text }) => !this.#come.has(text))
    const changes = [...this.#changes, ...gone.flatMap((one) => one.changes)]
    return {
      changes: changes.map((change) => {
        if (change.kind !== 'call' || change.note === undefined) return change
        return { ...change, note: labels.get(change.note) }
      }),
      refusals: this.#refusals,
    }
  }
}
