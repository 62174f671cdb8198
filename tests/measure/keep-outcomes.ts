import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import type { Outcome } from './case.ts'

/**
 * Puts outcomes into a file beside those of earlier runs, in whose place they come where the case is
 * the same, and gives back all of them: so a long measurement can be made in parts.
 */
export function keepOutcomes(path: string, outcomes: readonly Outcome[]): readonly Outcome[] {
  const earlier: readonly Outcome[] = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : []
  const kept = new Map<string, Outcome>()
  for (const outcome of [...earlier, ...outcomes]) {
    const { slug, layout, via } = outcome.of
    kept.set(`${slug} ${layout} ${via}`, outcome)
  }
  const all = [...kept.values()]
  writeFileSync(path, JSON.stringify(all, undefined, 1))
  return all
}
