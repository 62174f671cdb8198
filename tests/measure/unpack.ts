import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

/** Where texts that are not ours lie, outside of the repository: `$EMEND_TEXTS` or the cache. */
export function textsFolder(): string {
  return process.env.EMEND_TEXTS ?? join(homedir(), '.cache', 'emend-texts')
}

/**
 * The folder of a package of Debian, fetched and unpacked when it is first asked for.
 *
 * Throws where it is not there and `apt-get` cannot fetch it.
 */
export function packageFolder(name: string): string {
  const folder = join(textsFolder(), name)
  if (existsSync(folder)) return folder
  const archives = archivesFolder()
  if (!archiveOf(name)) {
    execFileSync('apt-get', ['download', name], { cwd: archives, stdio: 'ignore' })
  }
  const archive = archiveOf(name)
  if (archive === undefined) throw new Error(`Expected apt-get to fetch ${name}`)
  execFileSync('dpkg', ['-x', join(archives, archive), folder])
  return folder
}

/** The version of a package, out of the name of its archive. */
export function packageVersion(name: string): string {
  const version = archiveOf(name)?.split('_')[1] ?? ''
  return decodeURIComponent(version)
}

function archivesFolder(): string {
  const folder = join(textsFolder(), 'deb')
  mkdirSync(folder, { recursive: true })
  return folder
}

function archiveOf(name: string): string | undefined {
  return readdirSync(archivesFolder()).find((file) => file.startsWith(`${name}_`))
}
