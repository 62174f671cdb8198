import { rmSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { writeFault } from './disk-fault.ts'

const PATTERN = /^\.emend-(\d+)-\d+\.tmp$/

let count = 0
const alive = new Set<string>()

/** A path for a file that is being written, in the folder that it will end in. Never used twice. */
export function temporaryPath(folder: string): string {
  const name = `.emend-${process.pid}-${count++}.tmp`
  alive.add(name)
  return join(folder, name)
}

/** Removes what killed runs left in a folder. A run that is still alive keeps its own. */
export async function sweep(folder: string): Promise<void> {
  const names = await readdir(folder).catch((error) => {
    throw writeFault(error, folder)
  })
  for (const name of names) {
    const pid = PATTERN.exec(name)?.[1]
    if (pid === undefined || alive.has(name) || isRunning(Number(pid))) continue
    rmSync(join(folder, name), { force: true })
  }
}

/** Another process only: a name with our own number that we did not give is of one that died. */
function isRunning(pid: number): boolean {
  if (pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/**
 * Runs `work` and then `cleanUp`, whether it succeeds, throws, or a signal ends the process.
 *
 * `cleanUp` must be synchronous: after a signal nothing else runs before the process dies of it.
 */
export async function withCleanUp<T>(work: () => Promise<T>, cleanUp: () => void): Promise<T> {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  const die = (signal: NodeJS.Signals): void => {
    cleanUp()
    for (const each of signals) process.removeListener(each, die)
    process.kill(process.pid, signal)
  }
  for (const signal of signals) process.on(signal, die)
  try {
    return await work()
  } finally {
    for (const signal of signals) process.removeListener(signal, die)
    cleanUp()
  }
}
