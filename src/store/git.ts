import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** The most that is read of one file of a state: 256 MiB. */
const MOST = 2 ** 28

/** What git says, or undefined where there is no git, no repository, or nothing to say. */
async function git(folder: string, words: readonly string[]): Promise<string | undefined> {
  try {
    const { stdout } = await run('git', ['-C', folder, ...words], { maxBuffer: MOST })
    return stdout
  } catch {
    return undefined
  }
}

/** The name of the person at work, as git knows it. */
export async function gitUserName(folder: string): Promise<string | undefined> {
  const name = (await git(folder, ['config', 'user.name']))?.trim()
  return name === '' ? undefined : name
}

/** A file of the folder as it was in a revision, or undefined when it was not there. */
export async function fileAt(
  folder: string,
  revision: string,
  name: string,
): Promise<string | undefined> {
  // A revision may look like an option to git; `--end-of-options` keeps it from being one.
  return git(folder, ['show', '--end-of-options', `${revision}:./${name}`])
}
