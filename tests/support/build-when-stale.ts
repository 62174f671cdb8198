import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const BUILT = join(ROOT, 'dist', 'bin', 'emend.js')

/** Before all tests: builds `dist/`, which tests of the command run, unless it is up to date. */
export default function buildWhenStale(): void {
  if (process.env.EMEND_BUILT === '1') return
  const built = existsSync(BUILT) ? statSync(BUILT).mtimeMs : 0
  if (Math.max(...['src', 'rules', 'scripts'].map((name) => newest(join(ROOT, name)))) <= built)
    return
  console.log('Building dist/, which is missing or not up to date …')
  execFileSync('npm', ['run', '--silent', 'build'], { cwd: ROOT, stdio: 'inherit' })
}

/** When the newest file under a folder was changed. */
function newest(folder: string): number {
  const entries = readdirSync(folder, { withFileTypes: true })
  const times = entries.map((entry) => {
    // The build writes it itself.
    if (entry.name === 'README.md') return 0
    const path = join(folder, entry.name)
    return entry.isDirectory() ? newest(path) : statSync(path).mtimeMs
  })
  return Math.max(0, ...times)
}
