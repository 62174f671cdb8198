import { lstatSync, renameSync, rmdirSync, rmSync } from 'node:fs'
import { mkdir, open, realpath } from 'node:fs/promises'
import { basename, dirname, isAbsolute, join, resolve } from 'node:path'
import type { FileContent } from '../model/file-content.ts'
import { DiskFault, writeFault } from './disk-fault.ts'
import { encoded } from './encoded.ts'
import { sameBytes } from './same-bytes.ts'
import { sweep, temporaryPath, withCleanUp } from './temporary-file.ts'

/** A file that is written whole beside the one whose place it shall take. */
interface Aside {
  readonly name: string
  readonly temporary: string
  readonly target: string
}

/**
 * Replaces the files of a folder: every one is written aside, synced and measured, and only when all
 * are complete do they take their places. Makes the folder when it is not there, and those in it that
 * the names lie in.
 *
 * Returns the names of those that changed; a file that already holds the same bytes is left alone.
 * Files named in `retired` are taken away with the change. `isSound` is asked when all are complete, and
 * throws when they must not take their places. When anything fails, or a signal ends the
 * process, what stood before stands still and nothing else is left behind. Throws an `InputError` or a
 * `DiskFault`.
 */
export async function replaceFiles(
  folder: string,
  files: ReadonlyMap<string, FileContent>,
  retired: readonly string[] = [],
  isSound?: () => Promise<void>,
): Promise<readonly string[]> {
  const made = await makeFolders([folder, ...foldersOf(folder, files.keys())])
  await sweep(folder)
  const asides = new Set<Aside>()
  const replace = async () => {
    const changed: Aside[] = []
    for (const group of groupsOf(files)) {
      const writing = group.map(async ([name, content]) => {
        const aside = { name, temporary: temporaryPath(folder), target: join(folder, name) }
        asides.add(aside)
        return (await writeAside(aside, content)) ? [aside] : []
      })
      // None may still be writing when what was written is cleaned up.
      for (const written of await Promise.allSettled(writing)) {
        if (written.status === 'rejected') throw written.reason
        changed.push(...written.value)
      }
    }
    await isSound?.()
    takePlaces(changed)
    for (const name of retired) rmSync(join(folder, name), { force: true })
    for (const changedFolder of new Set(changed.map(({ target }) => dirname(target)))) {
      await syncFolder(changedFolder)
    }
    return changed.map(({ name }) => name)
  }
  return withCleanUp(replace, () => {
    for (const aside of asides) rmSync(aside.temporary, { force: true })
    for (const { inner, outermost } of made.toReversed()) removeEmpty(inner, outermost)
  })
}

/** Replaces one file; returns whether it changed. See `replaceFiles`. */
export async function replaceFile(path: string, content: FileContent): Promise<boolean> {
  const changed = await replaceFiles(dirname(path), new Map([[basename(path), content]]))
  return changed.length > 0
}

/** Makes a folder and those that it lies in; returns the outermost that was made, if any. */
export async function makeFolder(folder: string): Promise<string | undefined> {
  try {
    // Where the working folder itself is gone, Node would try to make it for ever.
    if (!isAbsolute(folder)) await realpath('.')
    return await mkdir(folder, { recursive: true })
  } catch (error) {
    throw writeFault(error, folder)
  }
}

/** How many files are synced at a time. */
const AT_ONCE = 16

/** Files that are bytes already are written together; those that are yet to be made, one by one. */
function* groupsOf(
  files: ReadonlyMap<string, FileContent>,
): Generator<readonly (readonly [string, FileContent])[]> {
  let group: (readonly [string, FileContent])[] = []
  for (const [name, content] of files) {
    const isMade = content instanceof Uint8Array
    if (group.length > 0 && (!isMade || group.length === AT_ONCE)) {
      yield group
      group = []
    }
    if (isMade) group.push([name, content])
    else yield [[name, content]]
  }
  if (group.length > 0) yield group
}

/** The folders within `folder` that the names of files lie in. */
function foldersOf(folder: string, names: Iterable<string>): readonly string[] {
  const inner = [...names].filter((name) => name.includes('/')).map((name) => dirname(name))
  return [...new Set(inner)].sort().map((name) => join(folder, name))
}

/** Makes folders; returns those that were not there, each with the outermost that was made for it. */
async function makeFolders(
  folders: readonly string[],
): Promise<readonly { readonly inner: string; readonly outermost: string }[]> {
  const made: { readonly inner: string; readonly outermost: string }[] = []
  for (const inner of folders) {
    const outermost = await makeFolder(inner)
    if (outermost !== undefined) made.push({ inner, outermost })
  }
  return made
}

/** Makes sure that the names in a folder are on the disk, which Windows does by itself. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Takes away the folders from `folder` up to `outermost`, as far as nothing lies in them. */
function removeEmpty(folder: string, outermost: string): void {
  try {
    for (let at = resolve(folder); ; at = dirname(at)) {
      rmdirSync(at)
      if (at === resolve(outermost)) return
    }
  } catch {
    // Something lies in it: it stays.
  }
}

/** Returns whether the bytes differ from those that stand at the target. */
async function writeAside(aside: Aside, content: FileContent): Promise<boolean> {
  try {
    const handle = await open(aside.temporary, 'wx+')
    try {
      let size = 0
      for (const bytes of content instanceof Uint8Array ? [content] : encoded(content)) {
        // Unlike `write`, `writeFile` goes on after a short write.
        await handle.writeFile(bytes)
        size += bytes.length
      }
      if (await sameBytes(handle, aside.target)) return false
      await handle.sync()
      checkSize((await handle.stat()).size, size, aside.target)
      return true
    } finally {
      await handle.close()
    }
  } catch (error) {
    throw writeFault(error, aside.target)
  }
}

function checkSize(actual: number, expected: number, path: string): void {
  if (actual === expected) return
  throw new DiskFault(
    `The disk kept ${actual} of ${expected} bytes: ${path} was not written, what stood there before stands still`,
    'Check the disk and run the same command again.',
  )
}

/** Without a pause, so that no signal can come between two renames. */
function takePlaces(asides: readonly Aside[]): void {
  for (const { target } of asides) {
    if (lstatSync(target, { throwIfNoEntry: false })?.isDirectory()) {
      throw writeFault(Object.assign(new Error(), { code: 'EISDIR' }), target)
    }
  }
  for (const { temporary, target } of asides) {
    try {
      renameSync(temporary, target)
    } catch (error) {
      throw writeFault(error, target)
    }
  }
}
