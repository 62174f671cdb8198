import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PACKAGE_FOLDER } from './package-files.ts'

/** The files of the review page: the path that asks for each, its type, and its name in `dist/review/`. */
const FILES = [
  ['/', 'text/html; charset=utf-8', 'page.html'],
  ['/page.js', 'text/javascript; charset=utf-8', 'page.js'],
  ['/desk.js', 'text/javascript; charset=utf-8', 'desk.js'],
  ['/page.css', 'text/css; charset=utf-8', 'page.css'],
] as const

/** The review page as it was bundled. */
export function reviewAssets(): ReadonlyMap<string, { type: string; text: string }> {
  const folder = join(PACKAGE_FOLDER, 'dist', 'review', 'page')
  return new Map(
    FILES.map(([path, type, name]) => [
      path,
      { type, text: readFileSync(join(folder, name), 'utf8') },
    ]),
  )
}
