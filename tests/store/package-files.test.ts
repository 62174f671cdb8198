import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { PACKAGE_FOLDER, ruleFolders } from '../../src/store/package-files.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const OWN = join(PACKAGE_FOLDER, 'rules')

/** A folder with rules of its own and a `package.json`, if one is given. */
function folderWith(manifest?: string): string {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'rules'))
  if (manifest !== undefined) writeFileSync(join(folder, 'package.json'), manifest)
  return folder
}

describe('the folders of rules', () => {
  it.each([undefined, '{"name":"my-books"}', 'no JSON', '[]'])(
    'are those of the package and of the working folder, with a package.json of %s',
    (manifest) => {
      const folder = folderWith(manifest)
      expect(ruleFolders(folder)).toEqual([OWN, join(folder, 'rules')])
    },
  )

  it('are those of the package alone in a clone of Emend, whichever Emend is run', () => {
    expect(ruleFolders(folderWith('{"name":"emend"}'))).toEqual([OWN])
    expect(ruleFolders(PACKAGE_FOLDER)).toEqual([OWN])
  })
})
