import { spawnSync } from 'node:child_process'

/** Whether a program is on this machine; where it is not, says why tests are skipped. */
export function isThere(program: string, ...version: readonly string[]): boolean {
  const { error } = spawnSync(program, version, { stdio: 'ignore' })
  if (error) console.log(`skipped: ${program} is not installed`)
  return error === undefined
}
