import type { Certainty } from '../model/certainty.ts'
import type { Correction, CorrectionState } from '../model/correction.ts'
import { seriesOfCorrection } from '../model/series.ts'

/** Which corrections are meant. What is not given does not matter. */
export interface Choice {
  readonly id?: readonly string[]
  /** `SIC=CORR`: the characters, or the whole word, as the list of series shows them. */
  readonly series?: string
  readonly rule?: string
  readonly page?: string
  readonly line?: number
  readonly cert?: Certainty
  readonly state?: CorrectionState
  /** Stands in the reading, the correction or around them; capitals do not matter. */
  readonly query?: string
}

/** Whether anything is said of which ones are meant: a bulk act on all must be asked for. */
export function isChoice(choice: Choice): boolean {
  return Object.values(choice).some((value) => value !== undefined)
}

/** The corrections that a choice means, in their order; those that another one has beaten only by id. O(n). */
export function chosenOf(
  corrections: readonly Correction[],
  choice: Choice,
): readonly Correction[] {
  const ids = choice.id && new Set(choice.id)
  const query = choice.query?.toLowerCase()
  return corrections.filter((correction) => {
    if (ids) {
      if (!ids.has(correction.id)) return false
    } else if (correction.beatenBy !== undefined) return false
    const { rules, page, line, cert, state, context, sic, corr } = correction
    if (choice.rule !== undefined && !rules.includes(choice.rule)) return false
    if (choice.page !== undefined && page !== choice.page && page !== `[${choice.page}]`)
      return false
    if (choice.line !== undefined && line !== choice.line) return false
    if (choice.cert !== undefined && cert !== choice.cert) return false
    if (choice.state !== undefined && state !== choice.state) return false
    if (choice.series !== undefined && choice.series !== seriesName(correction)) return false
    const around = `${context[0]}${sic}${context[1]} ${corr}`.toLowerCase()
    return query === undefined || around.includes(query)
  })
}

/** A series as it is named on the command line: `явллась=являлась`. */
export function seriesName(correction: Correction): string {
  const { sic, corr } = seriesOfCorrection(correction)
  return `${sic}=${corr}`
}
