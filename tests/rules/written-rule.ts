import { TABLE_PASSES } from '../../src/passes/registry.ts'
import { compileRules } from '../../src/rules/compile-rules.ts'
import type { Policy } from '../../src/rules/policy.ts'
import { readRule } from '../../src/rules/read-rule.ts'
import { markingsIn, viewOf } from '../support/view-of.ts'

/** A policy that has measured nothing. */
export const NOTHING_MEASURED: Policy = { bar: { precision: 0.995, cases: 200 }, rules: {} }

/** The Markdown of a rule. The declaration begins at line 6, one key a line. */
export function written(declaration: object, rest = ''): string {
  const json = JSON.stringify(declaration, undefined, 2)
  return `# Title\n\nWhat it finds.\n\n\`\`\`json rule\n${json}\n\`\`\`\n${rest}`
}

/** The declaration of a substitution. */
export const SUBSTITUTION = {
  id: 'word/x',
  kind: 'substitution',
  proposes: 'emendation',
  error: 'letter',
  status: 'stable',
  languages: [],
  cert: 'high',
  from: 'ii',
  to: 'n',
}

/** The declaration of a pattern. */
export function pattern(parts: object): object {
  const { from: _, to: __, ...rest } = SUBSTITUTION
  return { ...rest, kind: 'pattern', ...parts }
}

/** What the edits of a declared rule make of a text: `sic→corr` at each place. */
export async function editsOf(declaration: object, text: string): Promise<readonly string[]> {
  const files = [readRule(written(declaration), 'rules/word/x.md')]
  const [rule] = await compileRules(files, new Map(), NOTHING_MEASURED, TABLE_PASSES)
  // The reading of a text without blocks is one line; tests of blocks hand one over.
  const view = viewOf('')
  const findings = rule?.pass({ ...view, reading: { text, pieces: [] } }) ?? []
  if (markingsIn(findings).length > 0) throw new Error('Expected edits alone')
  return findings.flatMap((found) =>
    found.kind === 'edit'
      ? [`${found.from} ${text.slice(found.from, found.to)}→${found.corr}`]
      : [],
  )
}
