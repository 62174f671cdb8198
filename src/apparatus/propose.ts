import type { Edit, Emendation, EmendedPart } from '../model/emendation.ts'
import type { View } from '../model/view.ts'
import { type Lift, lifterOf } from './lift.ts'

/**
 * The edits of a layer as emendations of the witness, with what they supersede; what is none is left
 * out. `unasked` says whether the emendations of a rule may be applied without asking; a rule that is
 * not quite sure of one asks all the same.
 */
export function emendationsOf(
  edits: readonly Edit[],
  view: View,
  unasked: (rule: string) => boolean,
): readonly Emendation[] {
  if (edits.length === 0) return []
  const lift = lifterOf(view)
  return edits.flatMap((edit) => {
    const lifted = lift(edit)
    const first = lifted?.parts[0]
    const last = lifted?.parts.at(-1)
    if (!lifted || !first || !last) return []
    const { rule, error, cert, evidence } = edit
    const emendation: Emendation = {
      kind: 'emendation',
      rule,
      error,
      from: first.from,
      to: last.to,
      parts: lifted.parts,
      candidates: candidatesOf(view, lift, edit, lifted.parts),
      cert,
      evidence,
      unasked: cert === 'high' && unasked(rule),
      supersedes: lifted.supersedes,
    }
    return [emendation]
  })
}

/** The candidates of an edit as readings of its only part; of several parts none but the first. */
function candidatesOf(
  view: View,
  lift: Lift,
  edit: Edit,
  [main, ...rest]: readonly EmendedPart[],
): readonly string[] {
  if (!main || rest.length > 0) return [edit.corr]
  const candidates = [main.corr]
  for (const candidate of edit.candidates.slice(1)) {
    const parts = lift({ from: edit.from, to: edit.to, corr: candidate })?.parts ?? []
    const [part] = parts
    if (!part || parts.length > 1 || part.from < main.from || part.to > main.to) continue
    const before = view.witness.text.slice(main.from, part.from)
    candidates.push(before + part.corr + view.witness.text.slice(part.to, main.to))
  }
  return [...new Set(candidates)]
}
