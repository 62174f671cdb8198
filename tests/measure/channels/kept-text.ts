import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The text that was made of something before, or that is made now and kept in a folder. */
export async function keptText(
  folder: string,
  of: unknown,
  make: () => Promise<string>,
): Promise<string> {
  const name = createHash('sha256').update(JSON.stringify(of)).digest('hex')
  const path = join(folder, `${name}.txt`)
  try {
    return await readFile(path, 'utf8')
  } catch {
    const text = await make()
    await mkdir(folder, { recursive: true })
    const aside = join(folder, randomUUID())
    await writeFile(aside, text)
    await rename(aside, path)
    return text
  }
}
