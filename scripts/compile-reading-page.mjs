// @ts-check
import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

// Bundles the script and the style sheet of the reading edition into one module of text, so that the
// format needs no disk. `npm run build` writes it; it is kept under version control, and a test holds
// that it is what its sources make.

const folder = new URL('../src/formats/html/', import.meta.url)

/** Bundles one source file. @param {string} name */
async function bundled(name) {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(`page/${name}`, folder))],
    bundle: true,
    minify: true,
    charset: 'utf8',
    format: 'iife',
    target: ['chrome123', 'firefox125', 'safari17.5'],
    write: false,
    legalComments: 'none',
    logLevel: 'warning',
  })
  return (outputFiles[0]?.text ?? '').trim()
}

/** What a content security policy calls a text. @param {string} text */
function digest(text) {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`
}

/** The source of the module. */
export async function readingPage() {
  const script = await bundled('page.ts')
  const style = await bundled('page.css')
  for (const text of [script, style]) {
    if (/<\/(?:script|style)|<!--/i.test(text))
      throw new Error('Expected text that ends no element')
  }
  return [
    '// Made by scripts/compile-reading-page.mjs of the files in page/. Do not edit.\n',
    `export const SCRIPT = ${JSON.stringify(script)}\n`,
    `export const SCRIPT_HASH = ${JSON.stringify(digest(script))}\n`,
    `export const STYLE = ${JSON.stringify(style)}\n`,
    `export const STYLE_HASH = ${JSON.stringify(digest(style))}\n`,
  ].join('')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(fileURLToPath(new URL('page-bundle.ts', folder)), await readingPage())
}
