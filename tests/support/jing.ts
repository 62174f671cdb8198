import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

const SCHEMA = join(process.env.EMEND_SHARED ?? join(ROOT, '..', 'shared'), 'schema', 'tei_all.rng')

/** Why documents cannot be validated on this machine, or nothing if they can. */
export function whyNoJing(): string | undefined {
  if (!existsSync(SCHEMA)) return `no schema at ${SCHEMA}; set EMEND_SHARED`
  const found = spawnSync('jing', [], { stdio: 'ignore' })
  return found.error ? 'jing is not installed' : undefined
}

/**
 * Validates documents against the schema of all of TEI, all in one run; what is wrong with them, one
 * sentence each, with the name of the document.
 */
export function invalidities(documents: ReadonlyMap<string, string>): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'emend-jing-'))
  try {
    const paths = [...documents].map(([name, xml]) => {
      const path = join(folder, name)
      writeFileSync(path, xml)
      return path
    })
    execFileSync('jing', [SCHEMA, ...paths], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    return []
  } catch (error) {
    const output = error instanceof Error && 'stdout' in error ? String(error.stdout) : ''
    const lines = output.split('\n').filter((line) => line !== '')
    return lines.length === 0
      ? [String(error)]
      : lines.map((line) => line.replace(`${folder}/`, ''))
  } finally {
    rmSync(folder, { recursive: true })
  }
}
