import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { EMEND } from '../support/child.ts'
import { ROOT } from '../support/samples.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

/** A working folder with a copy of one of the books under `raw/`. */
export function folderWith(slug: string): string {
  const folder = temporaryFolder()
  cpSync(join(ROOT, 'raw', slug), join(folder, 'raw', slug), { recursive: true })
  return folder
}

/** A server that reviews a book. */
export interface Reviewing {
  readonly address: string
  /** The origin and the token of the address. */
  readonly origin: string
  readonly token: string
  readonly child: ChildProcess
  /** Closes the book as Ctrl-C would; resolves to the exit code. */
  close(): Promise<number | null>
}

/** Starts `emend review` in a folder and waits until it answers. */
export async function review(folder: string, slug: string, by: string): Promise<Reviewing> {
  const words = [EMEND, 'review', slug, '--by', by, '--json']
  const shared = process.env.EMEND_SHARED ?? join(ROOT, '..', 'shared')
  const child = spawn(process.execPath, words, {
    cwd: folder,
    env: { ...process.env, EMEND_SHARED: shared },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let text = ''
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      text += String(chunk)
      if (text.includes('\n')) resolve(JSON.parse(text).address)
    })
    child.once('exit', (code) => reject(new Error(`emend review ended with ${code}`)))
  })
  const url = new URL(address)
  return {
    address,
    origin: url.origin,
    token: url.hash.slice(1),
    child,
    close() {
      const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      return ended
    },
  }
}

/** All lines of all logs of a book, parsed. Throws for a line that is torn, but for the last. */
export function logged(folder: string, slug: string): readonly { act: string; by: string }[] {
  const logs = join(folder, 'edition', slug, 'decisions')
  if (!existsSync(logs)) return []
  return readdirSync(logs).flatMap((name) => {
    const lines = readFileSync(join(logs, name), 'utf8').split('\n')
    // What stands behind the last line feed was torn off and never acknowledged.
    return lines.slice(0, -1).map((line) => JSON.parse(line))
  })
}
