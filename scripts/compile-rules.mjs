// @ts-check
import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * Reads and validates the rules that come with the package, and writes them to `dist/rules.json`, which
 * loads without the Markdown parser; then writes `rules/README.md`, the list of them. Files that are up
 * to date are left alone.
 *
 *     node scripts/compile-rules.mjs
 */

const root = fileURLToPath(new URL('..', import.meta.url))
const { LAYERS } = await import('../dist/model/rule.js')
const { PASSES, TABLE_PASSES } = await import('../dist/passes/registry.js')
const { bundleRules } = await import('../dist/rules/bundle-rules.js')
const { compileRules } = await import('../dist/rules/compile-rules.js')
const { rulesReadme } = await import('../dist/rules/rules-readme.js')

try {
  const bundle = bundleRules(LAYERS.flatMap(ruleFiles), file('rules/policy.json'))
  const rules = await compileRules(bundle.rules, PASSES, bundle.policy, TABLE_PASSES)
  replace('dist/rules.json', `${JSON.stringify(bundle)}\n`)
  replace('rules/README.md', rulesReadme(rules, bundle.policy))
} catch (error) {
  if (!(error instanceof Error) || error.name !== 'InputError') throw error
  console.error(error.message, 'advice' in error ? error.advice : '')
  process.exitCode = 3
}

/** @param {string} layer */
function ruleFiles(layer) {
  const folder = join(root, 'rules', layer)
  if (!existsSync(folder)) return []
  const names = readdirSync(folder).filter((name) => name.endsWith('.md'))
  return names.map((name) => file(`rules/${layer}/${name}`))
}

/** @param {string} path */
function file(path) {
  return { path, text: readFileSync(join(root, path), 'utf8') }
}

/**
 * @param {string} path
 * @param {string} content
 */
function replace(path, content) {
  const whole = join(root, path)
  if (existsSync(whole) && readFileSync(whole, 'utf8') === content) return
  writeFileSync(`${whole}.new`, content)
  renameSync(`${whole}.new`, whole)
}
