// @ts-check
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

// Measures how well Emend does on texts of others: `npm run measure -- --help` says what it takes.
// The bundle lies in dist/, beside the lexicons and rules that `npm run build` compiles.

const root = fileURLToPath(new URL('..', import.meta.url))
const [asked = ''] = process.argv.slice(2)
const name = ['clean', 'calibrate', 'ocr'].includes(asked) ? asked : 'measure'
const bundle = join(root, 'dist', 'measure', `${name}.js`)
await build({
  entryPoints: [join(root, 'tests', 'measure', `${name}.ts`)],
  outfile: bundle,
  bundle: true,
  packages: 'external',
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  sourcemap: true,
  logLevel: 'warning',
})
const options = { cwd: root, stdio: /** @type {'inherit'} */ ('inherit') }
const args = ['--enable-source-maps', bundle, ...process.argv.slice(2)]
process.exitCode = spawnSync(process.execPath, args, options).status ?? 1
