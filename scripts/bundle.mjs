// @ts-check
import { chmodSync, copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
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
// Its beginning stands in the page itself: the book is asked for before anything else has come.
const made = join(dist, 'review', 'page')
const beginning = readFileSync(join(made, 'page.js'), 'utf8').trim()
if (beginning.includes('</')) throw new Error('Unexpected end tag in page.js, expected none')
const html = readFileSync(join(page, 'page.html'), 'utf8')
const tag = '<script async type="module" src="/page.js"></script>'
if (!html.includes(tag)) throw new Error(`Unexpected page.html, expected ${tag}`)
const whole = html.replace(tag, () => `<script async type="module">${beginning}</script>`)
writeFileSync(join(made, 'page.html'), whole)
rmSync(join(made, 'page.js'))

// The schemas of our TEI, beside the command and for who takes the files.
const schema = fileURLToPath(new URL('../src/formats/tei/schema', import.meta.url))
mkdirSync(join(dist, 'schema'), { recursive: true })
for (const name of ['emend.rng', 'emend.odd']) {
  copyFileSync(join(schema, name), join(dist, 'schema', name))
}
