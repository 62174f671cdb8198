import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PACKAGE_FOLDER } from './package-files.ts'

/** The files of the review page: the path that asks for each, its type, and its name in `dist/review/`. */
const FILES = [
  ['/', 'text/html; charset=utf-8', 'page.html'],
  ['/desk.js', 'text/javascript; charset=utf-8', 'desk.js'],
  ['/page.css', 'text/css; charset=utf-8', 'page.css'],
] as const

interface ReviewAsset {
  readonly type: string
  readonly text: string
  readonly script?: string
}

/** The review page as it was bundled, with the digest of the script that stands in it. */
export function reviewAssets(): ReadonlyMap<string, ReviewAsset> {
  const folder = join(PACKAGE_FOLDER, 'dist', 'review', 'page')
  return new Map(
    FILES.map(([path, type, name]) => {
      const text = readFileSync(join(folder, name), 'utf8')
      const script = /<script[^>]*>([^<]+(?:<(?!\/script)[^<]*)*)<\/script>/u.exec(text)?.[1]
      return [path, { type, text, ...(script === undefined ? {} : { script: digestOf(script) }) }]
    }),
  )
}

function digestOf(script: string): string {
  return `sha256-${createHash('sha256').update(script).digest('base64')}`
}
