import { type ChildProcess, type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Where the compiled program lies; `tests/support/build-when-stale.ts` sees to it. */
export const DIST = fileURLToPath(new URL('../../dist', import.meta.url))

/** The command as people run it. */
export const EMEND = join(DIST, 'bin', 'emend.js')

/** How a child process ended. */
export interface Ended {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
}

/** Runs the command in a folder and waits for it. */
export function emendIn(
  folder: string,
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): SpawnSyncReturns<string> {
  const env = { ...process.env, COLUMNS: '', ...environment }
  return spawnSync(process.execPath, [EMEND, ...words], { cwd: folder, env, encoding: 'utf8' })
}

/** Runs the command where no file may be larger than so many kilobytes: a cheap full disk. */
export function emendOnSmallDisk(
  folder: string,
  kilobytes: number,
  words: readonly string[],
): SpawnSyncReturns<string> {
  const script = `ulimit -f ${kilobytes}; exec "$@"`
  const command = ['-c', script, 'bash', process.execPath, EMEND, ...words]
  const env = { ...process.env, COLUMNS: '' }
  return spawnSync('bash', command, { cwd: folder, env, encoding: 'utf8' })
}

/**
 * Starts a process, sends it a signal so many milliseconds after it has printed something, and waits
 * for its end.
 */
export function signalledAfterWord(
  command: readonly string[],
  signal: NodeJS.Signals,
  milliseconds: number,
): Promise<Ended> {
  const child = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'ignore'] })
  child.stdout.once('data', () => setTimeout(() => child.kill(signal), milliseconds))
  return endOf(child)
}

/** Starts the command, sends it a signal after so many milliseconds, and waits for its end. */
export function emendSignalled(
  folder: string,
  words: readonly string[],
  signal: NodeJS.Signals,
  milliseconds: number,
): Promise<Ended> {
  const child = spawn(process.execPath, [EMEND, ...words], { cwd: folder, stdio: 'ignore' })
  setTimeout(() => child.kill(signal), milliseconds)
  return endOf(child)
}

function endOf(child: ChildProcess): Promise<Ended> {
  return new Promise((resolve) => {
    child.on('exit', (code, signal) => resolve({ code, signal }))
  })
}
