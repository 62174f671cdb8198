import type { RuleFigure } from '../evaluate/score-rules.ts'
import type { Share } from '../evaluate/share.ts'
import { InputError } from '../model/input-error.ts'
import { type Measured, readPolicy } from '../rules/policy.ts'
import { readBytes } from '../store/read-file.ts'

/**
 * The policy at `path` with what was measured of the rules in a book, as JSON. Rules that it does not
 * name yet are added; what was measured by planted errors stays.
 *
 * Throws an `InputError` for a policy that is not one.
 */
export async function calibrated(
  path: string,
  figures: readonly RuleFigure[],
  source: string,
): Promise<string> {
  const policy = readPolicy(parsed(new TextDecoder().decode(await readBytes(path)), path), path)
  const rules: Record<string, Measured> = { ...policy.rules }
  for (const { rule, sure, recall } of figures) {
    if (sure.of === 0) continue
    const nature = { ...measured(sure), ...recallOf(recall), source }
    rules[rule] = {
      ...(rules[rule] ?? { precision: 0, cases: 0, source: 'nothing planted' }),
      nature,
    }
  }
  return `${JSON.stringify({ ...policy, rules }, undefined, 2)}\n`
}

function measured({ hits, of }: Share): { readonly precision: number; readonly cases: number } {
  return { precision: Math.floor((hits / of) * 1e5) / 1e5, cases: of }
}

/** The share of the class of errors that a rule touches most. */
function recallOf(recall: RuleFigure['recall']): { readonly recall?: number } {
  const [most] = Object.values(recall).sort((a, b) => b.hits - a.hits)
  return most ? { recall: Math.floor((most.hits / most.of) * 1e3) / 1e3 } : {}
}

function parsed(json: string, path: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    throw new InputError(`Unexpected text in ${path}, expected JSON: a policy`)
  }
}
