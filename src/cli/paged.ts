import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { Screen } from './screen.ts'
import type { World } from './world.ts'

/** How many lines are worth a pager. */
const SCREENFUL = 24

/**
 * Shows lines through the pager of the environment (`PAGER`, or less) where they are more than a
 * terminal holds; in a pipe, and where there is no pager, as they are.
 */
export async function paged(
  { out, environment }: World,
  show: (screen: Screen) => void,
): Promise<void> {
  const pager = environment.PAGER ?? 'less'
  if (!out.isTerminal || pager === '' || pager === 'cat') {
    show(out)
    return
  }
  const written: string[] = []
  const stream = {
    write: (text: string | Uint8Array) => written.push(String(text)),
    isTTY: true,
    columns: out.columns ?? 80,
  }
  show(new Screen(stream, environment))
  const text = written.join('')
  const rows = text.split('\n').length - 1
  if (rows <= SCREENFUL || !(await through(pager, text, environment))) out.raw(text)
}

/** Whether the pager could be run; it is over when the reader has left it. */
async function through(
  pager: string,
  text: string,
  environment: World['environment'],
): Promise<boolean> {
  // Colours are let through, and the screen is left as it was: what git asks of less.
  const child = spawn(pager, {
    shell: true,
    stdio: ['pipe', 'inherit', 'inherit'],
    env: { LESS: 'FRX', ...environment },
  })
  child.stdin.on('error', () => {})
  child.stdin.end(text)
  const [code] = await once(child, 'close')
  return code !== 127
}
