import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { TeiInspector } from '../../src/cli/tei-inspector.ts'
import { ROOT } from '../support/samples.ts'

const NAMES = ['la-coquille.xml', 'la-coquille.source.xml', 'la-coquille.apparatus.xml']
const FILES = NAMES.map((name): [string, string] => [
  name,
  readFileSync(join(ROOT, 'edition/la-coquille', name), 'utf8'),
])

/** Reads files through an inspector, in chunks, as the disk does; tells what was found. */
async function told(inspector: TeiInspector, files: readonly (readonly [string, string])[]) {
  const chunked = files.map(([name, text]) => [name, text.match(/[\s\S]{1,5000}/gu) ?? []] as const)
  for (const [name, chunks] of inspector.through(new Map(chunked))) {
    const text = [...chunks].map((chunk) => (typeof chunk === 'string' ? chunk : '')).join('')
    expect(text).toBe(files.find(([file]) => file === name)?.[1])
  }
  return (await inspector.faults()).map(({ file, line }) => `${file}:${line > 0}`)
}

describe('an inspector of TEI', () => {
  const inspector = new TeiInspector()
  afterAll(() => inspector.end())

  it('finds nothing wrong with a sample, and gives its files on as they are', async () => {
    expect(await told(inspector, FILES)).toEqual([])
  })

  it('finds an element that our schema does not know, and a pointer to nothing', async () => {
    const [[name, text] = ['', ''], ...others] = FILES
    const element = text.replace('<body>', '<body><video/>')
    expect(await told(inspector, [[name, element], ...others])).toContain(`${name}:true`)
    const pointer = text.replace(/ target="#[^"]+"/u, ' target="#nowhere"')
    expect(pointer).not.toBe(text)
    expect(await told(inspector, [[name, pointer], ...others])).toEqual([`${name}:true`])
    expect(await told(inspector, FILES)).toEqual([])
  })

  it('leaves files alone that are too large for it, and those that are no TEI', async () => {
    const small = new TeiInspector(100)
    expect(await told(small, [['a.xml', `<TEI>${'x'.repeat(200)}</TEI>`]])).toEqual([])
    expect(await told(small, [['a.md', '<TEI>']])).toEqual([])
    await small.end()
  })
})
