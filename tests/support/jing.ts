import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

const FOLDER = join(process.env.EMEND_SHARED ?? join(ROOT, '..', 'shared'), 'schema')

/** Schemas of others, by the names of their files; they are not part of this project. */
export type Schema = 'tei_all' | 'tei_simplePrint' | 'dtabf_basisformat'

/** Where a schema is, if it is. */
export function schemaPath(schema: Schema): string {
  return join(FOLDER, `${schema}.rng`)
}

/** Why documents cannot be validated on this machine, or nothing if they can. */
export function whyNoJing(schema: Schema = 'tei_all'): string | undefined {
  if (!existsSync(schemaPath(schema))) return `no schema at ${schemaPath(schema)}; set EMEND_SHARED`
  const found = spawnSync('jing', [], { stdio: 'ignore' })
  return found.error ? 'jing is not installed' : undefined
}

/**
 * Validates documents against a schema, that of all of TEI if none is named, all in one run; what is wrong
 * with them, one sentence each, with the name of the document.
 */
export function invalidities(
  documents: ReadonlyMap<string, string>,
  schema: Schema = 'tei_all',
): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'emend-jing-'))
  try {
    const paths = [...documents].map(([name, xml]) => {
      const path = join(folder, name)
      writeFileSync(path, xml)
      return path
    })
    execFileSync('jing', [schemaPath(schema), ...paths], {
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

/** Why xmllint cannot say what jing says, or nothing if it can. */
export function whyNoXmllint(): string | undefined {
  return (
    spawnSync('xmllint', ['--version'], { stdio: 'ignore' }).error && 'xmllint is not installed'
  )
}

/** The names of the documents that xmllint does not find valid against a schema. */
export function refusedByXmllint(
  documents: ReadonlyMap<string, string>,
  schema: Schema = 'tei_all',
): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'emend-xmllint-'))
  try {
    const paths = [...documents].map(([name, xml]) => {
      const path = join(folder, name)
      writeFileSync(path, xml)
      return path
    })
    const { stderr } = spawnSync(
      'xmllint',
      ['--noout', '--relaxng', schemaPath(schema), ...paths],
      {
        encoding: 'utf8',
        maxBuffer: 1 << 28,
      },
    )
    return [...documents.keys()].filter((name) => !stderr.includes(`/${name} validates`))
  } finally {
    rmSync(folder, { recursive: true })
  }
}
