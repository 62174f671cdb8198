import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from '../support/samples.ts'

const SRC = join(ROOT, 'src')

/** The modules that are loaded with one, and the packages; those that are loaded later are not. */
function loadedWith(entry: string): ReadonlySet<string> {
  const seen = new Set<string>()
  const open = [join(SRC, entry)]
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    const name = relative(SRC, path)
    if (seen.has(name)) continue
    seen.add(name)
    const source = readFileSync(path, 'utf8')
    for (const [, type, from] of source.matchAll(
      /^(?:import|export)\s(type\s)?[^'";]*?from\s'([^']+)'|^import\s'([^']+)'/gmu,
    )) {
      if (type !== undefined || from === undefined) continue
      const target = join(dirname(path), from)
      if (from.startsWith('.') && existsSync(target)) open.push(target)
      else seen.add(from)
    }
  }
  return seen
}

test('The scorer, its parser and its aligner are loaded by `emend evaluate` and by nothing else.', () => {
  for (const entry of ['cli/emend.ts', 'cli/build.ts', 'cli/check.ts', 'pipeline.ts']) {
    const loaded = [...loadedWith(entry)]
    expect(loaded.length, entry).toBeGreaterThan(5)
    const heavy = loaded.filter((name) => /^evaluate\/|^(?:saxes|diff)$/u.test(name))
    expect(heavy, entry).toEqual([])
  }
  expect([...loadedWith('cli/evaluate.ts')]).toEqual(
    expect.arrayContaining(['evaluate/score.ts', 'saxes', 'diff']),
  )
})
