import { execFileSync } from 'node:child_process'
import { chmodSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { namesIn, readBytes, readText } from '../../src/store/read-file.ts'
import { replaceFile } from '../../src/store/write-file.ts'
import { inputErrorOf } from '../support/failing.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

/** Root may read and write everything, so what follows is done as nobody. */
async function asNobody(work: () => Promise<void>): Promise<void> {
  const isRoot = process.getuid?.() === 0
  if (isRoot) process.seteuid?.(65534)
  try {
    await work()
  } finally {
    if (isRoot) process.seteuid?.(0)
  }
}

describe('readBytes', () => {
  it('says that nothing is there', async () => {
    const path = join(temporaryFolder(), 'a')
    const error = await inputErrorOf(() => readBytes(path))
    expect(error.message).toBe(`Nothing found at ${path}, expected a file`)
  })

  it('says that a folder is there', async () => {
    const path = temporaryFolder()
    const error = await inputErrorOf(() => readBytes(path))
    expect(error.message).toBe(`Unexpected folder at ${path}, expected a file`)
  })

  it('says that a file stands on the way', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'a'), '')
    const error = await inputErrorOf(() => readBytes(join(folder, 'a', 'b')))
    expect(error.message).toContain('Unexpected file on the way to ')
  })

  it('does not wait for the writer of a pipe', async () => {
    const path = join(temporaryFolder(), 'pipe')
    execFileSync('mkfifo', [path])
    const error = await inputErrorOf(() => readBytes(path))
    expect(error.message).toBe(`Unexpected pipe or device at ${path}, expected a file`)
  })

  it('does not read a device without an end', async () => {
    const error = await inputErrorOf(() => readBytes('/dev/zero'))
    expect(error.message).toBe('Unexpected pipe or device at /dev/zero, expected a file')
  })

  it('refuses a file that is too large', async () => {
    const path = join(temporaryFolder(), 'a')
    writeFileSync(path, Buffer.alloc(3 << 20))
    const error = await inputErrorOf(() => readBytes(path, 2 << 20))
    expect(error.message).toBe(`Unexpected 3 MB at ${path}, expected at most 2 MB`)
  })

  it('says that it may neither read nor write', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'a'), 'old')
    chmodSync(folder, 0)
    await asNobody(async () => {
      const file = await inputErrorOf(() => readBytes(join(folder, 'a')))
      expect(file.message).toBe(`No permission to read ${folder}/a`)
      const names = await inputErrorOf(() => namesIn(folder))
      expect(names.message).toBe(`No permission to read ${folder}`)
      await expect(replaceFile(join(folder, 'a'), ['new'])).rejects.toThrow(
        `No permission to write ${folder}: nothing was written`,
      )
    })
    chmodSync(folder, 0o700)
    expect(readFileSync(join(folder, 'a'), 'utf8')).toBe('old')
  })
})

describe('readText', () => {
  it('says the line of a byte that is not UTF-8', async () => {
    const path = join(temporaryFolder(), 'a')
    writeFileSync(path, Buffer.from([0x61, 10, 10, 0xd0, 0xb0, 10, 0xe9, 10]))
    const error = await inputErrorOf(() => readText(path))
    expect(error.message).toBe(`Unexpected bytes at ${path}:4, expected UTF-8`)
  })

  it('leaves out a byte order mark', async () => {
    const path = join(temporaryFolder(), 'a')
    writeFileSync(path, '\ufefftitle: T')
    expect(await readText(path)).toBe('title: T')
  })
})
