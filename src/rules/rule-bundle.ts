import type { Policy } from './policy.ts'
import { readPolicy } from './policy.ts'
import type { DeclaredRule } from './rule-file.ts'

/** The form of the bundle; one of another form is made anew by the build. */
export const BUNDLE_FORM = 2

/** The rules that come with the package, read and validated when it was built: `dist/rules.json`. */
export interface RuleBundle {
  readonly form: typeof BUNDLE_FORM
  readonly policy: Policy
  readonly rules: readonly DeclaredRule[]
}

/**
 * Reads the bundle from parsed JSON. The build has validated every rule in it, so that neither the
 * Markdown parser nor the validator need be loaded; only the form is looked at again.
 *
 * Throws an `Error` for what is no bundle of this version: the build is not up to date.
 */
export function readRuleBundle(json: unknown): RuleBundle {
  if (isBundle(json)) return { ...json, policy: readPolicy(json.policy, 'rules/policy.json') }
  throw new Error(`Unexpected bundle of rules, expected form ${BUNDLE_FORM}: run \`npm run build\``)
}

function isBundle(json: unknown): json is RuleBundle {
  if (typeof json !== 'object' || json === null || !('form' in json) || !('rules' in json)) {
    return false
  }
  return json.form === BUNDLE_FORM && Array.isArray(json.rules) && json.rules.every(isRule)
}

function isRule(rule: unknown): boolean {
  return typeof rule === 'object' && rule !== null && 'path' in rule && 'declaration' in rule
}
