import { join } from 'node:path'
import { namesIn, whatIsAt } from './read-file.ts'

/** The files in a folder of `root` and in those within it, as names in `root`, sorted. */
export async function filesBelow(root: string, folder: string): Promise<readonly string[]> {
  const found: string[] = []
  for (const name of await namesIn(join(root, folder))) {
    const path = `${folder}/${name}`
    const isFolder = (await whatIsAt(join(root, path))) === 'folder'
    found.push(...(isFolder ? await filesBelow(root, path) : [path]))
  }
  return found
}
