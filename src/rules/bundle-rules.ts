import { readPolicy } from './policy.ts'
import { readRule } from './read-rule.ts'
import { BUNDLE_FORM, type RuleBundle } from './rule-bundle.ts'

/** A file, by its path below the folder of the package. */
export interface SourceFile {
  readonly path: string
  readonly text: string
}

/**
 * Reads and validates the rules of the package, for `dist/rules.json`. Rules are in the order of their
 * paths, so that the same files give the same bytes.
 *
 * Throws an `InputError` for a faulty file.
 */
export function bundleRules(files: readonly SourceFile[], policy: SourceFile): RuleBundle {
  const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
  return {
    form: BUNDLE_FORM,
    policy: readPolicy(JSON.parse(policy.text), policy.path),
    rules: sorted.map(({ path, text }) => {
      const { sections: _, examples: __, ...declared } = readRule(text, path)
      return declared
    }),
  }
}
