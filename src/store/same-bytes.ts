import { type FileHandle, open } from 'node:fs/promises'

const BLOCK = 1 << 20

/** Whether the file `a` has the bytes of the file at `path`. False when nothing readable is there. */
export async function sameBytes(a: FileHandle, path: string): Promise<boolean> {
  let b: FileHandle
  try {
    b = await open(path)
  } catch {
    return false
  }
  try {
    const [first, second] = await Promise.all([a.stat(), b.stat()])
    if (!second.isFile() || first.size !== second.size) return false
    for (let at = 0; at < first.size; at += BLOCK) {
      if (!(await blockAt(a, at)).equals(await blockAt(b, at))) return false
    }
    return true
  } finally {
    await b.close()
  }
}

async function blockAt(handle: FileHandle, at: number): Promise<Buffer> {
  const block = Buffer.allocUnsafe(BLOCK)
  let length = 0
  while (length < BLOCK) {
    const { bytesRead } = await handle.read(block, length, BLOCK - length, at + length)
    if (bytesRead === 0) break
    length += bytesRead
  }
  return block.subarray(0, length)
}
