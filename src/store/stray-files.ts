import { join } from 'node:path'
import { namesIn, whatIsAt } from './read-file.ts'

/**
 * The files that an earlier export left in the folders of this one: `pages/0412.txt` where only 411
 * pages are to be written. Folders that none of the `names` lies in are nobody's affair here.
 */
export async function strayFiles(
  folder: string,
  names: Iterable<string>,
): Promise<readonly string[]> {
  const wanted = new Set(names)
  const inner = [...wanted].filter((name) => name.includes('/'))
  const owned = new Set(inner.map((name) => name.slice(0, name.indexOf('/'))))
  const found: string[] = []
  for (const name of owned) found.push(...(await filesBelow(folder, name)))
  return found.filter((name) => !wanted.has(name))
}

/** The files in a folder and in those within it, as names in `root`. */
async function filesBelow(root: string, folder: string): Promise<readonly string[]> {
  const found: string[] = []
  for (const name of await namesIn(join(root, folder))) {
    const path = `${folder}/${name}`
    if ((await whatIsAt(join(root, path))) === 'folder')
      found.push(...(await filesBelow(root, path)))
    else found.push(path)
  }
  return found
}
