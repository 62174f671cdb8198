import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strToU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import { bagFile } from '../../../src/formats/bag/bag-file.ts'
import { isThere } from '../../support/program.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { editionOf, paragraph } from '../markdown/small-edition.ts'

const EDITION = editionOf([paragraph('one')])
const BESIDE = {
  edition: new Map([
    ['book.xml', strToU8('<TEI/>')],
    ['decisions/me.jsonl', strToU8('{}\n')],
    ['100%.txt', strToU8('')],
  ]),
  raw: new Map([
    ['book.txt', strToU8('one')],
    ['book.yaml', strToU8('title: A Book\n')],
  ]),
}

function verdict(zip: Uint8Array): string {
  const path = join(temporaryFolder(), 'bag.zip')
  writeFileSync(path, zip)
  const script = join(import.meta.dirname, 'check-bag.py')
  return spawnSync('python3', [script, path], { encoding: 'utf8' }).stdout.trim()
}

describe.runIf(isThere('python3', '--version'))('a bag', () => {
  it('is valid to a program that knows nothing of Emend', () => {
    expect(verdict(bagFile(EDITION, BESIDE))).toBe('valid: 5 files')
  })

  it('would not be with a payload that was changed', () => {
    const zip = bagFile(EDITION, { ...BESIDE, edition: new Map([['a', strToU8('A'.repeat(9))]]) })
    // Stored, so that a byte can be changed in its place.
    const stored = Buffer.from(zip)
    const at = stored.indexOf('BagIt-Version')
    expect(verdict(stored)).toBe('valid: 3 files')
    if (at >= 0) stored[at] = 0x58
    else stored[stored.length - 30] = 0x58
    expect(verdict(stored)).not.toContain('valid')
  })
})
