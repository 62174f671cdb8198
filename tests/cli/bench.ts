import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { run } from '../../src/cli/run.ts'
import { Screen } from '../../src/cli/screen.ts'
import type { Workshop } from '../../src/cli/workshop.ts'
import type { Asker } from '../../src/cli/world.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { fakeWorkshop } from './fake-workshop.ts'

/** What a command has printed, and how it ended. */
export interface Outcome {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** A working folder in which commands can be given. */
export interface Bench {
  readonly root: string
  readonly emend: (...words: readonly string[]) => Promise<Outcome>
  readonly write: (path: string, text: string | Uint8Array) => void
  readonly read: (path: string) => string
  /** All files with their contents, to see whether what stood before stands still. */
  readonly files: () => Readonly<Record<string, string>>
}

interface Conditions {
  readonly isTTY?: boolean
  readonly columns?: number
  readonly environment?: Readonly<Record<string, string>>
  readonly workshop?: Partial<Workshop>
  /** Somebody to ask. */
  readonly asker?: () => Asker
}

/** A bench with these files on it; paths in messages are absolute there. */
export function benchWith(
  files: Readonly<Record<string, string | Uint8Array>>,
  conditions: Conditions = {},
): Bench {
  const root = temporaryFolder()
  const write = (path: string, text: string | Uint8Array): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  for (const [path, text] of Object.entries(files)) write(path, text)
  return {
    root,
    write,
    read: (path) => readFileSync(join(root, path), 'utf8'),
    files: () => Object.fromEntries(filesUnder(root, '')),
    async emend(...words) {
      const { environment = {}, workshop = {}, asker, ...tty } = conditions
      const out: string[] = []
      const err: string[] = []
      const errScreen = new Screen({ write: (text) => err.push(textOf(text)), ...tty }, environment)
      const stream = { write: (text: string | Uint8Array) => out.push(textOf(text)), ...tty }
      const outScreen = new Screen(stream, environment, errScreen)
      const screens = { out: outScreen, err: errScreen }
      const world = { root, environment, ...screens, ...(asker ? { asker } : {}) }
      const code = await run(words, world, { ...fakeWorkshop, ...workshop })
      return { code, out: out.join(''), err: err.join('') }
    },
  }
}

function textOf(text: string | Uint8Array): string {
  return typeof text === 'string' ? text : Buffer.from(text).toString('latin1')
}

function filesUnder(root: string, path: string): readonly [string, string][] {
  return readdirSync(join(root, path)).flatMap((name): readonly [string, string][] => {
    const inner = join(path, name)
    if (statSync(join(root, inner)).isDirectory()) return filesUnder(root, inner)
    return [[inner, readFileSync(join(root, inner), 'latin1')]]
  })
}
