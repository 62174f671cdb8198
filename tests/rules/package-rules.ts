import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { LAYERS } from '../../src/model/rule.ts'
import type { SourceFile } from '../../src/rules/bundle-rules.ts'

/** The root of the project. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** The rule files that come with the package. */
export function packageRules(): readonly SourceFile[] {
  return LAYERS.flatMap((layer) =>
    readdirSync(join(ROOT, 'rules', layer))
      .filter((name) => name.endsWith('.md'))
      .map((name) => packageFile(`rules/${layer}/${name}`)),
  )
}

/** A file of the package, by its path below the root. */
export function packageFile(path: string): SourceFile {
  return { path, text: readFileSync(join(ROOT, path), 'utf8') }
}
