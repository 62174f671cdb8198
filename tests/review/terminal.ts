import { spawn } from 'node:child_process'
import { onTestFinished } from 'vitest'
import { EMEND } from '../support/child.ts'
import { isThere } from '../support/program.ts'

/** Why there is no terminal to be had, or undefined. */
export const whyNoTerminal: string | undefined = isThere('script', '--version')
  ? undefined
  : 'no `script` of util-linux, which lends a terminal'

/** `emend` in a terminal of 80 columns, as somebody has it before them. */
export interface Terminal {
  /** All that was ever shown, line ends as `\n`. */
  shown(): string
  /** Types, as if on the keyboard. */
  type(keys: string): void
  /** Waits until something is shown behind what was last seen; gives it. */
  see(what: RegExp, milliseconds?: number): Promise<string>
  /** Closes the terminal, as one closes a window. */
  close(): void
  /** Resolves to the exit code. */
  readonly ended: Promise<number | null>
}

/** Runs the command in a folder, in a terminal that `script` lends. */
export function terminalIn(folder: string, words: readonly string[]): Terminal {
  const command = ['stty cols 80 rows 24;', process.execPath, EMEND, ...words].join(' ')
  const env = { ...process.env, TERM: 'xterm', COLUMNS: '', NO_COLOR: '1' }
  const child = spawn('script', ['-qefc', command, '/dev/null'], { cwd: folder, env })
  let all = ''
  let seen = 0
  const waiting = new Set<() => void>()
  const look = (): void => {
    for (const one of [...waiting]) one()
  }
  child.stdout.on('data', (chunk) => {
    all += String(chunk).replaceAll('\r\n', '\n')
    look()
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  return {
    shown: () => all,
    close: () => void child.kill('SIGKILL'),
    type: (keys) => void child.stdin.write(keys),
    see(what, milliseconds = 20_000) {
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          waiting.delete(found)
          reject(new Error(`Expected ${what} in the terminal, which shows:\n${all.slice(seen)}`))
        }, milliseconds)
        const found = (): void => {
          const match = what.exec(all.slice(seen))
          if (!match) return
          seen += match.index + match[0].length
          clearTimeout(timer)
          waiting.delete(found)
          resolve(match[0])
        }
        waiting.add(found)
        found()
      })
    },
    ended,
  }
}
