import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'

/** The scorer by which books are measured outside of the project, in Python. */
export interface Rival {
  /** Its figures, by name, as it prints them. The apparatus is that of `apparatus.jsonl`. */
  score(
    edition: string,
    raw: string,
    gold: readonly unknown[],
    apparatus?: string,
  ): ReadonlyMap<string, string>
  /** The folder that it lies in holds gold of a real book. */
  readonly shared: string
}

/** Where the material lies that is no part of the project. */
export function sharedFolder(root: string): string {
  return process.env.EMEND_SHARED ?? join(root, '..', 'shared')
}

/** The scorer, or undefined with the reason where it cannot be run. */
export function findRival(root: string): Rival | { readonly absent: string } {
  const shared = sharedFolder(root)
  const script = join(shared, 'score', 'score.py')
  if (!existsSync(script)) return { absent: `there is no ${script}` }
  try {
    execFileSync('python3', ['--version'])
  } catch {
    return { absent: 'there is no python3' }
  }
  return { shared, score: (...all) => run(script, ...all) }
}

const figures = z.record(z.string(), z.string())

function run(
  script: string,
  edition: string,
  raw: string,
  gold: readonly unknown[],
  apparatus?: string,
): ReadonlyMap<string, string> {
  const folder = mkdtempSync(join(tmpdir(), 'emend-score-'))
  try {
    const paths = { edition: join(folder, 'edition.xml'), raw: join(folder, 'raw.txt') }
    writeFileSync(paths.edition, edition)
    writeFileSync(paths.raw, raw)
    writeFileSync(
      join(folder, 'gold.jsonl'),
      gold.map((one) => `${JSON.stringify(one)}\n`).join(''),
    )
    const asked = [script, paths.edition, paths.raw, folder, '--json']
    if (apparatus !== undefined) {
      const path = join(folder, 'apparatus')
      writeFileSync(path, apparatus)
      asked.push('--apparatus', path)
    }
    const said = execFileSync('python3', asked)
    const known: unknown = JSON.parse(said.toString('utf8'))
    return new Map(Object.entries(figures.parse(known)))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/**
 * Gold as the rival understands it: it knows no rules over notes, but a page of which it is not
 * sure, whose number stands there, counts as little.
 */
export function goldForRival(jsonl: string): readonly unknown[] {
  return jsonl.split('\n').flatMap((text): unknown[] => {
    if (text.trim() === '') return []
    const one: unknown = JSON.parse(text)
    if (typeof one !== 'object' || one === null || !('kind' in one) || one.kind !== 'forme') {
      return [one]
    }
    const line = 'line' in one ? one.line : undefined
    return [{ kind: 'page', line, number_line: line, printed: null, cert: 'low' }]
  })
}

/** The raw text of the real book in the shared folder. */
export function sharedRaw(shared: string): string {
  const folder = join(shared, 'raw')
  const name = readdirSync(folder).find((file) => file.endsWith('.txt'))
  return name === undefined ? '' : readFileSync(join(folder, name), 'utf8')
}

/** All gold of a folder, one record a line, in the order of the names of its files. */
export function goldOfFolder(folder: string): string {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n')
}
