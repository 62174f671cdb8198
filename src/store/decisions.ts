import { isUtf8 } from 'node:buffer'
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

/** CAN, the control character that cancels the line before it: ends a line that was torn off. */
const TORN = '\u0018'

const LENIENT = new TextDecoder()

/**
 * The decisions of a book: those of each editor in their order, editor by editor.
 *
 * A line that was torn off in the writing was never acknowledged and is passed over; any other line
 * that is no decision is an `InputError` with file and line, since none may be lost in silence.
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
 * Several processes may append to one log at once. A last line that was torn off is marked as such.
 * When the writing fails the log stands as it stood before.
 *
 * Returns by how many bytes the logs have grown, so that one can tell whether others write as well.
 */
export async function appendDecisions(
  edition: string,
  decisions: readonly Decision[],
): Promise<number> {
  const logs = new Map<string, Decision[]>()
  for (const decision of decisions) {
    const path = join(edition, 'decisions', `${slugOf(decision.by) || 'editor'}.jsonl`)
    const own = logs.get(path)
    if (own) own.push(decision)
    else logs.set(path, [decision])
  }
  let grown = 0
  for (const [path, own] of logs) grown += await appendTo(path, own)
  return grown
}

async function appendTo(path: string, decisions: readonly Decision[]): Promise<number> {
  await makeFolder(dirname(path))
  try {
    const { O_APPEND, O_CREAT, O_RDWR } = constants
    const handle = await open(path, O_APPEND | O_CREAT | O_RDWR)
    try {
      const { size } = await handle.stat()
      const lines = decisions.map((decision) => `${JSON.stringify(decision)}\n`)
      const ending = await missingEnd(handle, size)
      const bytes = Buffer.from(ending + lines.join(''))
      await writeWhole(handle, bytes, size)
      if (size === 0) await syncFolder(dirname(path))
      return bytes.length
    } finally {
      await handle.close()
    }
  } catch (error) {
    throw writeFault(error, path)
  }
}

/**
 * What a last line lacks that has no line feed: the feed, or the mark that it was torn off. It is not
 * cut off, since another process may be writing it at this moment.
 */
async function missingEnd(handle: FileHandle, size: number): Promise<string> {
  const end = Buffer.alloc(1)
  if (size > 0) await handle.read(end, 0, 1, size - 1)
  if (size === 0 || end[0] === FEED) return ''
  const bytes = new Uint8Array(size)
  await handle.read(bytes, 0, size, 0)
  return endOfWhole(bytes) === size ? '\n' : `${TORN}\n`
}

/**
 * Hands bytes to the system at once, which puts them behind those of any other process, and waits for
 * the disk. When that fails they are taken off again, unless another process has written behind them;
 * then a torn line stays, which readers know.
 */
async function writeWhole(handle: FileHandle, bytes: Uint8Array, size: number): Promise<void> {
  let written = 0
  try {
    while (written < bytes.length) {
      written += (await handle.write(bytes, written)).bytesWritten
    }
    await handle.datasync()
  } catch (error) {
    if ((await handle.stat()).size === size + written) await handle.truncate(size)
    throw error
  }
}

async function readLog(path: string): Promise<readonly Decision[]> {
  const bytes = await readBytes(path, RAW_LIMIT)
  // Loaded only where there is something to check: it costs more than a small build.
  const { decisionOf } = await import('./decision-schema.ts')
  const decisions: Decision[] = []
  for (const [index, own] of linesOf(bytes.subarray(0, endOfWhole(bytes))).entries()) {
    const line = LENIENT.decode(own)
    if (line.trim() === '' || line.endsWith(TORN)) continue
    const whole = isUtf8(own) ? parsed(line) : undefined
    const found = decisionOf(whole ?? behindTorn(line))
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

/** The lines, in bytes: one may have been torn off in the middle of a character. */
function linesOf(bytes: Uint8Array): readonly Uint8Array[] {
  const lines: Uint8Array[] = []
  for (let from = 0; from <= bytes.length; ) {
    const feed = bytes.indexOf(FEED, from)
    const to = feed < 0 ? bytes.length : feed
    lines.push(bytes.subarray(from, to))
    from = to + 1
  }
  return lines
}

/** The decision that another process wrote right behind a line of which the end was torn off. */
function behindTorn(line: string): unknown {
  for (let at = line.indexOf('{"', 1); at >= 0; at = line.indexOf('{"', at + 1)) {
    const value = parsed(line.slice(at))
    if (value !== undefined) return value
  }
  return undefined
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
