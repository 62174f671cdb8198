import { constants } from 'node:fs'
import { open, readdir, realpath, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { InputError } from '../model/input-error.ts'
import { diskCode, readFault } from './disk-fault.ts'

const MEGABYTE = 1 << 20

/** The largest raw text that is read, in bytes. */
export const RAW_LIMIT = 256 * MEGABYTE

/** The largest file that people write by hand (`book.yaml`, a rule) that is read, in bytes. */
export const HAND_LIMIT = MEGABYTE

// Without O_NONBLOCK the opening of a named pipe would wait for its writer for ever.
const READING = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)

/**
 * Reads a file whole.
 *
 * Throws an `InputError` for what cannot be read, is no ordinary file, or has more than `limit`
 * bytes.
 */
export async function readBytes(path: string, limit = RAW_LIMIT): Promise<Uint8Array> {
  try {
    const handle = await open(path, READING)
    try {
      const found = await handle.stat()
      if (!found.isFile()) throw notOrdinary(path, found.isDirectory())
      if (found.size > limit) throw tooLarge(path, found.size, limit)
      return await handle.readFile()
    } finally {
      await handle.close()
    }
  } catch (error) {
    throw readFault(error, path)
  }
}

/**
 * Reads a file that people write, as UTF-8 without its byte order mark.
 *
 * Throws an `InputError` with the line for bytes that are not UTF-8.
 */
export async function readText(path: string, limit = HAND_LIMIT): Promise<string> {
  const bytes = await readBytes(path, limit)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new InputError(
      `Unexpected bytes at ${path}:${lineOfDamage(bytes)}, expected UTF-8`,
      'Save the file as UTF-8.',
    )
  }
}

/** What is at a path, links followed. Throws what keeps one from knowing. */
export async function whatIsAt(path: string): Promise<'file' | 'folder' | 'nothing'> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file'
  } catch (error) {
    if (diskCode(error) === 'ENOENT' || diskCode(error) === 'ENOTDIR') return 'nothing'
    throw readFault(error, path)
  }
}

/** What changes when a file is written: its size and its time. Throws an `InputError` where there is none. */
export async function stampOf(path: string): Promise<string> {
  try {
    const { size, mtimeMs } = await stat(path)
    return `${size} ${mtimeMs}`
  } catch (error) {
    throw readFault(error, path)
  }
}

/** Whether two paths lead to the same file. False when one of them leads to none. */
export async function isSamePlace(one: string, other: string): Promise<boolean> {
  try {
    return (await realpath(one)) === (await realpath(other))
  } catch {
    return false
  }
}

/** The names of all that lies in a folder, sorted by code units; none when there is no folder. */
export async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).sort()
  } catch (error) {
    switch (diskCode(error)) {
      case 'ENOENT':
        return []
      case 'ENOTDIR':
        throw new InputError(
          `Unexpected file at ${await fileOnTheWay(folder)}, expected a folder`,
          'Move the file away, or work in another folder.',
        )
      default:
        throw readFault(error, folder)
    }
  }
}

/** The file that stands where a folder must be for `path` to lead anywhere. */
async function fileOnTheWay(path: string): Promise<string> {
  let at = path
  while ((await whatIsAt(at)) === 'nothing') at = dirname(at)
  return at
}

function notOrdinary(path: string, isFolder: boolean): InputError {
  return isFolder
    ? new InputError(`Unexpected folder at ${path}, expected a file`, 'Name a file in it.')
    : new InputError(
        `Unexpected pipe or device at ${path}, expected a file`,
        'Save its text to a file first.',
      )
}

function tooLarge(path: string, size: number, limit: number): InputError {
  const megabytes = Math.ceil(size / MEGABYTE)
  return new InputError(
    `Unexpected ${megabytes} MB at ${path}, expected at most ${limit / MEGABYTE} MB`,
    'Is it the right file? A larger book must be split into volumes.',
  )
}

/** The line, from 1, of the first byte that is not UTF-8. */
function lineOfDamage(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let line = 1
  let from = 0
  while (from < bytes.length) {
    const feed = bytes.indexOf(10, from)
    const to = feed < 0 ? bytes.length : feed
    try {
      decoder.decode(bytes.subarray(from, to))
    } catch {
      return line
    }
    line++
    from = to + 1
  }
  return line
}
