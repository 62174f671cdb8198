import { InputError } from '../model/input-error.ts'
import { LAYERS } from '../model/rule.ts'
import { PASSES, TABLE_PASSES } from '../passes/registry.ts'
import { compileRules } from '../rules/compile-rules.ts'
import { type Policy, readPolicy } from '../rules/policy.ts'
import { readRuleBundle } from '../rules/rule-bundle.ts'
import type { RuleFile } from '../rules/rule-file.ts'
import { type OwnFile, type OwnRules, readBundle, readOwnRules } from '../store/rule-files.ts'
import type { FoundRules } from './workshop.ts'

/**
 * Finds the rules of the package and those of the working folder's own `rules/`.
 *
 * A faulty rule of the folder is left out and told of. What its `policy.json` says goes before what
 * the package's says.
 */
export async function findRules(root: string): Promise<FoundRules> {
  const bundle = readRuleBundle(await readBundle())
  const own = await readOwnRules(root)
  const policy = policyOf(bundle.policy, own)
  const faults: Error[] = []
  const added: RuleFile[] = []
  for (const file of own.files) {
    try {
      added.push(await readOwn(file, policy))
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      faults.push(error)
    }
  }
  try {
    return {
      rules: await compileRules([...bundle.rules, ...added], PASSES, policy, TABLE_PASSES),
      faults,
    }
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    return {
      rules: await compileRules(bundle.rules, PASSES, policy, TABLE_PASSES),
      faults: [...faults, error],
    }
  }
}

function policyOf(policy: Policy, own: OwnRules): Policy {
  if (own.policy === undefined) return policy
  const { bar, rules } = readPolicy(own.policy.json, own.policy.path)
  return { bar, rules: { ...policy.rules, ...rules } }
}

/** Reads and tries a rule by itself, so that each faulty one is told of. */
async function readOwn({ path, text }: OwnFile, policy: Policy): Promise<RuleFile> {
  const layer = path.split(/[\\/]/).at(-2) ?? ''
  if (!LAYERS.some((known) => known === layer)) {
    throw new InputError(
      `Unexpected folder \`${layer}\` of ${path}, expected one of ${LAYERS.join(', ')}`,
      'A rule lies in the folder of its layer.',
    )
  }
  // With the Markdown parser, which nobody needs whose rules all come with the package.
  const { readRule } = await import('../rules/read-rule.ts')
  const rule = readRule(text, path)
  await compileRules([rule], new Map(), policy, TABLE_PASSES)
  return rule
}
