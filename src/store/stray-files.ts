import { filesBelow } from './files-below.ts'

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
