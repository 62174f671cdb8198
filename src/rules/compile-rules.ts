import { InputError } from '../model/input-error.ts'
import type { TablePasses } from '../model/reading-table.ts'
import { LAYERS, type Pass, type Rule } from '../model/rule.ts'
import { clears, type Policy } from './policy.ts'
import type { DeclaredRule } from './rule-file.ts'
import { substitutionPass } from './substitution.ts'

/**
 * Makes rules that are ready to run out of their files, in the order of layers and names.
 *
 * A rule is applied unasked only when it is stable and what the policy says was measured of it clears
 * the bar. Throws an `InputError` for a rule that is there twice, one of kind `code` without a pass, a
 * pass without a manual, and a faulty pattern.
 */
export async function compileRules(
  files: readonly DeclaredRule[],
  passes: ReadonlyMap<string, Pass>,
  policy: Policy,
  tables: TablePasses,
): Promise<readonly Rule[]> {
  const known = new Map<string, DeclaredRule>()
  for (const file of files) {
    const { id } = file.declaration
    const twin = known.get(id)
    if (twin) {
      throw new InputError(
        `Unexpected rule \`${id}\` at ${file.path}, expected one of the name: it is at ${twin.path}, too`,
      )
    }
    known.set(id, file)
  }
  for (const id of passes.keys()) {
    if (known.get(id)?.declaration.kind === 'code') continue
    throw new InputError(
      `Unexpected pass \`${id}\` without a manual, expected rules/${id}.md of kind \`code\``,
    )
  }
  return Promise.all([...files].sort(byLayer).map((file) => ruleOf(file, passes, policy, tables)))
}

async function ruleOf(
  file: DeclaredRule,
  passes: ReadonlyMap<string, Pass>,
  policy: Policy,
  tables: TablePasses,
): Promise<Rule> {
  const { layer, title, summary } = file
  const { id, languages, status, proposes } = file.declaration
  const unasked = proposes === 'emendation' && status === 'stable' && clears(policy, id)
  const pass = await passOf(file, passes, tables)
  return { id, layer, title, summary, languages, status, proposes, unasked, pass }
}

async function passOf(
  file: DeclaredRule,
  passes: ReadonlyMap<string, Pass>,
  tables: TablePasses,
): Promise<Pass> {
  const { declaration } = file
  if (declaration.kind === 'lexicon') return tables.lexicon(declaration)
  if (declaration.kind === 'confusion') return tables.confusion(declaration)
  if (declaration.kind === 'substitution') return substitutionPass(file, declaration)
  if (declaration.kind === 'pattern') {
    // With the pattern engine, which nobody needs whose rules have no patterns.
    const { patternPass } = await import('./pattern.ts')
    return patternPass(file, declaration)
  }
  const pass = passes.get(declaration.id)
  if (pass) return pass
  throw new InputError(
    `Unexpected kind \`code\` at ${file.path}:${file.lines.kind ?? 1}, expected a pass of the name ${declaration.id}`,
    'Only rules that come with Emend have code; a rule of your own is a substitution, a pattern, a lexicon or a confusion table.',
  )
}

function byLayer(a: DeclaredRule, b: DeclaredRule): number {
  const [one, other] = [a.declaration.id, b.declaration.id]
  return (
    LAYERS.indexOf(a.layer) - LAYERS.indexOf(b.layer) || (one < other ? -1 : one > other ? 1 : 0)
  )
}

/** The rules that are for a language, those left out that a book has switched off. */
export function rulesFor(
  rules: readonly Rule[],
  language: string,
  off: ReadonlySet<string>,
): readonly Rule[] {
  return rules.filter(
    ({ id, languages }) => !off.has(id) && (languages.length === 0 || languages.includes(language)),
  )
}
