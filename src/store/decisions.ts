import { constants } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Decision } from '../model/decision.ts'
import { InputError } from '../model/input-error.ts'
import { writeFault } from './disk-fault.ts'
import { namesIn, RAW_LIMIT, readBytes } from './read-file.ts'
import { slugOf } from './slug.ts'
import { makeFolder, syncFolder } from './write-file.ts'

const FEED = 10

/**
 * The decisions of a book: those of each editor in their order, editor by editor.
 *
 * A last line that was torn off in the writing was never acknowledged and is passed over; any other
 * line that is no decision is an `InputError` with file and line, since none may be lost in silence.
 */
export async function readDecisions(edition: string): Promise<readonly Decision[]> {
  const folder = join(edition, 'decisions')
  const names = (await namesIn(folder)).filter((name) => name.endsWith('.jsonl'))
  const decisions: Decision[] = []
  for (const name of names) {
    for (const decision of await readLog(join(folder, name))) decisions.push(decision)
  }
  return decisions
}

/** Appends a decision to its editor's log; see `appendDecisions`. */
export async function appendDecision(edition: string, decision: Decision): Promise<void> {
  await appendDecisions(edition, [decision])
}

/**
 * Appends decisions to the logs of their editors, and returns when they are on the disk. Those of one
 * editor are written at once: a bulk act is there whole, or was never acknowledged.
 *
 * Mends a last line that was torn off. When the writing fails the log stands as it stood before.
 */
export async function appendDecisions(
  edition: string,
  decisions: readonly Decision[],
): Promise<void> {
  const logs = new Map<string, Decision[]>()
  for (const decision of decisions) {
    const path = join(edition, 'decisions', `${slugOf(decision.by) || 'editor'}.jsonl`)
    const own = logs.get(path)
    if (own) own.push(decision)
    else logs.set(path, [decision])
  }
  for (const [path, own] of logs) await appendTo(path, own)
}

async function appendTo(path: string, decisions: readonly Decision[]): Promise<void> {
  await makeFolder(dirname(path))
  try {
    const { O_APPEND, O_CREAT, O_RDWR } = constants
    const handle = await open(path, O_APPEND | O_CREAT | O_RDWR)
    try {
      const { whole, feed } = await mended(handle)
      try {
        const lines = decisions.map((decision) => `${JSON.stringify(decision)}\n`)
        await handle.appendFile(`${feed}${lines.join('')}`)
        await handle.datasync()
      } catch (error) {
        await handle.truncate(whole)
        throw error
      }
      if (whole === 0) await syncFolder(dirname(path))
    } finally {
      await handle.close()
    }
  } catch (error) {
    throw writeFault(error, path)
  }
}

/** Cuts off a torn last line; returns the size that is left, and the line feed that is missing. */
async function mended(handle: FileHandle): Promise<{ whole: number; feed: string }> {
  const { size } = await handle.stat()
  const end = Buffer.alloc(1)
  if (size > 0) await handle.read(end, 0, 1, size - 1)
  if (size === 0 || end[0] === FEED) return { whole: size, feed: '' }
  const bytes = new Uint8Array(size)
  await handle.read(bytes, 0, size, 0)
  const whole = endOfWhole(bytes)
  if (whole < size) await handle.truncate(whole)
  return { whole, feed: whole === size ? '\n' : '' }
}

async function readLog(path: string): Promise<readonly Decision[]> {
  const bytes = await readBytes(path, RAW_LIMIT)
  const text = decoded(bytes.subarray(0, endOfWhole(bytes)), path)
  // Loaded only where there is something to check: it costs more than a small build.
  const { decisionOf } = await import('./decision-schema.ts')
  const decisions: Decision[] = []
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue
    const found = decisionOf(parsed(line))
    if (typeof found === 'string') {
      throw new InputError(
        `Unexpected line at ${path}:${index + 1}, expected a decision (${found})`,
        `Bring back the line as it was, out of the version control of ${basename(path)}; decisions are only ever appended.`,
      )
    }
    decisions.push(found)
  }
  return decisions
}

/** Where the whole lines end: before a last line that has no line feed and is no JSON. */
function endOfWhole(bytes: Uint8Array): number {
  const last = bytes.lastIndexOf(FEED) + 1
  const rest = new TextDecoder().decode(bytes.subarray(last))
  return parsed(rest) === undefined ? last : bytes.length
}

/** The value, or undefined for what is no JSON. */
function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

function decoded(bytes: Uint8Array, path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new InputError(`Unexpected bytes in ${path}, expected UTF-8`, 'Bring back the file.')
  }
}
