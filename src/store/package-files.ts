import { readFileSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * The folder of the package, two above this module in `src/` and in `dist/` alike. Its `rules/`
 * come with it; `dist/` holds what is compiled of them.
 */
export const PACKAGE_FOLDER = fileURLToPath(new URL('../../', import.meta.url))

/**
 * Where rules, languages and `policy.json` lie: the package's own, then the working folder's. A clone
 * of Emend adds nothing of its own: its rules are those that come with the package.
 */
export function ruleFolders(root: string): readonly string[] {
  const own = join(PACKAGE_FOLDER, 'rules')
  const added = join(root, 'rules')
  return realPath(added) === realPath(own) || isClone(root) ? [own] : [own, added]
}

function isClone(root: string): boolean {
  try {
    const manifest: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    const named = typeof manifest === 'object' && manifest !== null && 'name' in manifest
    return named && manifest.name === 'emend'
  } catch {
    return false
  }
}

/** Our RELAX NG schema for TEI, as `npm run build` puts it beside the command. */
export function teiSchema(): string {
  return readFileSync(join(PACKAGE_FOLDER, 'dist', 'schema', 'emend.rng'), 'utf8')
}

/** The script of the thread that validates TEI. */
export function teiWorker(): string {
  return join(PACKAGE_FOLDER, 'dist', 'bin', 'tei-worker.js')
}

/** The version of Emend, out of its `package.json`. */
export function version(): string {
  const manifest: unknown = JSON.parse(readFileSync(join(PACKAGE_FOLDER, 'package.json'), 'utf8'))
  const known = typeof manifest === 'object' && manifest !== null && 'version' in manifest
  if (!known || typeof manifest.version !== 'string') {
    throw new Error('Expected a version in the package.json of Emend')
  }
  return manifest.version
}

function realPath(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return path
  }
}
