import { spawn, spawnSync } from 'node:child_process'
import { stripVTControlCharacters } from 'node:util'
import { EMEND } from './child.ts'

/** Why the command cannot be run at a terminal on this machine, or nothing if it can. */
export function whyNoTerminal(): string | undefined {
  const { error, stdout } = spawnSync('script', ['--version'], { encoding: 'utf8' })
  return error || !stdout.includes('util-linux')
    ? 'script of util-linux is not installed'
    : undefined
}

/** The command at a terminal of 80 columns, with somebody who presses keys. */
export interface PseudoTerminal {
  /** Presses keys, one after the other. */
  press(keys: string): void
  /** Resolves once something is shown behind what the last call has found; returns all up to its end. */
  shows(text: string | RegExp): Promise<string>
  /** All that was shown, line by line, without colours. */
  lines(): readonly string[]
  /** The exit code. */
  readonly ended: Promise<number | null>
  kill(): void
}

/** How long something is waited for, in milliseconds. */
const PATIENCE = 20_000

/** Runs the command in a folder under a pseudo terminal of util-linux. */
export function emendAtTerminal(folder: string, words: readonly string[]): PseudoTerminal {
  const command = [process.execPath, EMEND, ...words].map((word) => `'${word}'`).join(' ')
  const line = `stty rows 24 cols 80; exec ${command}`
  const env = { ...process.env, COLUMNS: '', TERM: 'xterm', SHELL: '/bin/sh' }
  const child = spawn('script', ['-qfec', line, '/dev/null'], {
    cwd: folder,
    env,
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  let shown = ''
  let seen = 0
  let look = (): void => {}
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    shown += chunk
    look()
  })
  const text = (): string => stripVTControlCharacters(shown).replaceAll('\r\n', '\n')
  return {
    press: (keys) => void child.stdin.write(keys),
    shows(wanted) {
      return new Promise((resolve, reject) => {
        const late = () =>
          reject(new Error(`Expected ${wanted} in ${JSON.stringify(text().slice(seen))}`))
        const timer = setTimeout(late, PATIENCE)
        look = () => {
          const fresh = text().slice(seen)
          const found = typeof wanted === 'string' ? fresh.indexOf(wanted) : fresh.search(wanted)
          if (found < 0) return
          const length = typeof wanted === 'string' ? wanted.length : lengthOf(wanted, fresh)
          look = () => {}
          clearTimeout(timer)
          seen += found + length
          resolve(fresh.slice(0, found + length))
        }
        look()
      })
    },
    lines: () => text().split('\n'),
    ended,
    kill: () => void child.kill('SIGKILL'),
  }
}

function lengthOf(pattern: RegExp, text: string): number {
  return pattern.exec(text)?.[0].length ?? 0
}
