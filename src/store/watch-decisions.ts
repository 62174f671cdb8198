import { type FSWatcher, watch } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { namesIn } from './read-file.ts'
import { makeFolder } from './write-file.ts'

/** How often the folder is looked at where the system tells nothing, in milliseconds. */
const POLL = 700

/** How long a burst of changes is waited for, in milliseconds. */
const CALM = 30

/**
 * Calls back when the logs of a book have grown, whoever wrote them; returns what ends that. Makes the
 * folder, for a folder that is not there cannot be watched.
 */
export async function watchDecisions(edition: string, changed: () => void): Promise<() => void> {
  const folder = join(edition, 'decisions')
  await makeFolder(folder)
  let known = await logSize(edition)
  let timer: NodeJS.Timeout | undefined
  const look = async (): Promise<void> => {
    const now = await logSize(edition).catch(() => known)
    if (now === known) return
    known = now
    changed()
  }
  const poll = setInterval(() => void look(), POLL)
  poll.unref()
  const watcher = watcherOf(folder, () => {
    clearTimeout(timer)
    timer = setTimeout(() => void look(), CALM)
    timer.unref()
  })
  return () => {
    clearTimeout(timer)
    clearInterval(poll)
    watcher?.close()
  }
}

/** How many bytes all logs of a book have. They only ever grow, so this tells whether they have. */
export async function logSize(edition: string): Promise<number> {
  const folder = join(edition, 'decisions')
  const names = (await namesIn(folder)).filter((name) => name.endsWith('.jsonl'))
  const sizes = await Promise.all(names.map(async (name) => (await stat(join(folder, name))).size))
  return sizes.reduce((sum, size) => sum + size, 0)
}

/** Some file systems cannot be watched; the poll does without. */
function watcherOf(folder: string, changed: () => void): FSWatcher | undefined {
  try {
    const watcher = watch(folder, { persistent: false }, changed)
    watcher.on('error', () => watcher.close())
    return watcher
  } catch {
    return undefined
  }
}
