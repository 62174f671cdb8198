// @ts-check
import { chmodSync, copyFileSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

// Bundles the command: a few files instead of some hundreds halve the time until it starts.

const dist = fileURLToPath(new URL('../dist', import.meta.url))
rmSync(join(dist, 'bin'), { recursive: true, force: true })
await build({
  entryPoints: [join(dist, 'cli', 'emend.js'), join(dist, 'cli', 'tei-worker.js')],
  outdir: join(dist, 'bin'),
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  // Literals that are compiled once; esbuild would make `new RegExp` of them, which is done each time.
  supported: { 'regexp-unicode-property-escapes': true },
  // What is shorter is read and compiled sooner.
  minifyWhitespace: true,
  minifySyntax: true,
  // Seven megabytes that only a text in an unknown encoding needs; WebAssembly that is a file of its own.
  external: ['jschardet', 'libxml2-wasm'],
  banner: {
    js: "import { createRequire as requirer } from 'node:module'\nconst require = requirer(import.meta.url)",
  },
  logLevel: 'warning',
})
chmodSync(join(dist, 'bin', 'emend.js'), 0o755)

// The review page: scripts and a style sheet of its own, for a browser.
const page = fileURLToPath(new URL('../src/review/page', import.meta.url))
await build({
  entryPoints: [join(page, 'page.ts'), join(page, 'page.css')],
  outdir: join(dist, 'review', 'page'),
  bundle: true,
  splitting: true,
  chunkNames: '[name]',
  minify: true,
  charset: 'utf8',
  format: 'esm',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  target: ['chrome123', 'firefox125', 'safari17.5'],
  legalComments: 'none',
  logLevel: 'warning',
})
copyFileSync(join(page, 'page.html'), join(dist, 'review', 'page', 'page.html'))

// The schemas of our TEI, beside the command and for who takes the files.
const schema = fileURLToPath(new URL('../src/formats/tei/schema', import.meta.url))
mkdirSync(join(dist, 'schema'), { recursive: true })
for (const name of ['emend.rng', 'emend.odd']) {
  copyFileSync(join(schema, name), join(dist, 'schema', name))
}
