import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readingPage } from '../../../scripts/compile-reading-page.mjs'
import { ROOT } from '../../support/samples.ts'

it('the module of the reading page is what its sources make', async () => {
  const kept = readFileSync(join(ROOT, 'src/formats/html/page-bundle.ts'), 'utf8')
  expect(await readingPage()).toBe(kept)
})
