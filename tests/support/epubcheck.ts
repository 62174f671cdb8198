import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** Where Debian's package puts the program: a Java archive. */
const ARCHIVES = ['/usr/bin/epubcheck', '/usr/share/java/epubcheck.jar']

/** Why e-books cannot be validated on this machine, or nothing if they can. */
export function whyNoEpubcheck(): string | undefined {
  if (spawnSync('java', ['-version'], { stdio: 'ignore' }).error) return 'java is not installed'
  return ARCHIVES.some((path) => existsSync(path)) ? undefined : 'epubcheck is not installed'
}

/** What is wrong with an e-book: errors and warnings, as the program tells them. */
export function faultsOf(path: string): readonly string[] {
  const archive = ARCHIVES.find((one) => existsSync(one)) ?? ''
  const { stdout, stderr } = spawnSync('java', ['-jar', archive, path], { encoding: 'utf8' })
  const lines = `${stdout}\n${stderr}`.split('\n')
  if (
    !lines.some((line) => line.startsWith('Messages:') || line.startsWith('No errors or warnings'))
  ) {
    return [`epubcheck did not run: ${lines.join(' ')}`]
  }
  return lines.filter((line) => /^(?:FATAL|ERROR|WARNING)\b/u.test(line))
}
