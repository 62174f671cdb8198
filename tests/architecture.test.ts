import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'
import { describe, expect, it } from 'vitest'

/** A source file and what it imports: paths below `src/`, or names of packages. */
interface SourceFile {
  readonly path: string
  readonly lines: number
  readonly imports: readonly string[]
}

/** Packages that a stage may import besides `model/`; what is not listed, it may not. */
const PACKAGES: Readonly<Record<string, readonly RegExp[]>> = {
  model: [],
  witness: [/^node:/, /^jschardet$/, /^fast-xml-parser$/],
  survey: [],
  passes: [],
  rules: [/^node:crypto$/, /^unified$/, /^remark-parse$/, /^zod$/, /^re2js$/, /^mdast$/, /^unist$/],
  apparatus: [/^node:crypto$/],
  edition: [],
  formats: [
    /^unified$/,
    /^remark-/,
    /^mdast/,
    /^unist$/,
    /^micromark-extension-gfm-footnote$/,
    /^yaml$/,
    /^docx$/,
    /^libxml2-wasm$/,
    /^fflate$/,
    /^node:crypto$/,
    /^fflate$/,
  ],
  evaluate: [/^zod$/, /^saxes$/, /^diff$/],
  absorb: [/^unified$/, /^remark-parse$/, /^mdast/, /^micromark-extension-gfm-footnote$/, /^diff$/],
  facsimile: [/^fast-xml-parser$/, /^diff$/],
  store: [/./],
  // `listen.ts` opens the socket, and nothing else does.
  review: [/^node:(?:crypto|http|stream)$/, /^zod$/, /^preact(?:\/|$)/],
  cli: [/^node:(?!fs|http|net)/, /^commander$/],
}

/** Stages that a stage may import besides its own and `model/`. */
const STAGES: Readonly<Record<string, readonly string[]>> = {
  model: [],
  witness: [],
  survey: [],
  passes: ['survey'],
  rules: [],
  apparatus: [],
  edition: [],
  formats: [],
  evaluate: [],
  // It reads the Markdown that the format writes, and makes decisions as the apparatus binds them.
  absorb: ['formats', 'apparatus'],
  facsimile: [],
  store: [],
  review: [],
  cli: [
    'store',
    'review',
    'witness',
    'survey',
    'passes',
    'rules',
    'apparatus',
    'edition',
    'formats',
    'evaluate',
    'absorb',
    'facsimile',
    'pipeline',
  ],
}

function stageOf(path: string): string {
  return path.split('/')[0]?.replace(/\.ts$/u, '') ?? ''
}

/** The never-import rules, as sentences about the files that break them. */
function violations(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap((file) => {
    const stage = stageOf(file.path)
    if (stage === 'pipeline') return []
    return file.imports.flatMap((imported) => {
      if (!/\.tsx?$/u.test(imported)) {
        const allowed = PACKAGES[stage]?.some((pattern) => pattern.test(imported)) ?? false
        return allowed ? [] : [`${file.path} imports ${imported}`]
      }
      const other = stageOf(imported)
      if (other === 'model') return []
      if (other !== stage) {
        return STAGES[stage]?.includes(other) ? [] : [`${file.path} imports ${imported}`]
      }
      return crossesLayers(file.path, imported) ? [`${file.path} imports ${imported}`] : []
    })
  })
}

/** Passes of one layer do not know those of another; the table of passes knows all. */
function crossesLayers(path: string, imported: string): boolean {
  const [stage, folder, file] = path.split('/')
  const [, otherFolder, otherFile] = imported.split('/')
  if (stage !== 'passes' || file === undefined) return false
  return otherFile !== undefined && folder !== otherFolder
}

function sourceFiles(): readonly SourceFile[] {
  const root = join(import.meta.dirname, '..', 'src')
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/u.test(name))
    .sort()
    .map((path) => {
      const text = readFileSync(join(root, path), 'utf8')
      return {
        path,
        lines: text.trimEnd().split('\n').length,
        imports: importsOf(path, text, root),
      }
    })
}

function importsOf(path: string, text: string, root: string): readonly string[] {
  const found = text.matchAll(
    /(?:^|\n)\s*(?:import|export)\s[^'"]*?from\s+'([^']+)'|import\('([^']+)'\)/gu,
  )
  return [...found].map((match) => {
    const name = match[1] ?? match[2] ?? ''
    if (!name.startsWith('.')) return name
    return relative(root, normalize(join(root, dirname(path), name)))
  })
}

const files = sourceFiles()

describe('the architecture', () => {
  it('is looked at in full', () => {
    expect(files.length).toBeGreaterThan(60)
    expect(files.flatMap((file) => file.imports).length).toBeGreaterThan(200)
  })

  it('keeps the never-import rules', () => {
    expect(violations(files)).toEqual([])
  })

  it.each([
    ['model/a.ts', 'node:fs'],
    ['model/a.ts', 'witness/read-witness.ts'],
    ['passes/word/a.ts', 'passes/page/page.ts'],
    ['passes/word/a.ts', 'store/read-file.ts'],
    ['passes/word/a.ts', 'diff'],
    ['formats/tei/a.ts', 'passes/page/page.ts'],
    ['witness/a.ts', 'survey/survey.ts'],
    ['apparatus/a.ts', 'node:fs'],
  ])('would notice that %s imports %s', (path, imported) => {
    expect(violations([{ path, lines: 1, imports: [imported] }])).toHaveLength(1)
  })

  it('keeps the pipeline within sixty lines', () => {
    const pipeline = files.find((file) => file.path === 'pipeline.ts')
    expect(pipeline?.lines).toBeLessThanOrEqual(60)
  })

  it('keeps every file under 400 lines and names it for one concept', () => {
    expect(files.filter((file) => file.lines > 400).map((file) => file.path)).toEqual([])
    expect(files.filter((file) => /(?:utils?|helpers?)\.ts$/u.test(file.path))).toEqual([])
  })

  it('opens sockets in one file', () => {
    const opening = files.filter(({ imports }) => {
      return imports.some((name) => /^node:(?:http|https|http2|net|tls|dgram)$/u.test(name))
    })
    expect(opening.map(({ path }) => path)).toEqual(['review/listen.ts'])
  })

  it('touches the disk in store/ alone and prints in cli/ alone', () => {
    const root = join(import.meta.dirname, '..', 'src')
    const printing = files.filter((file) => {
      const text = readFileSync(join(root, file.path), 'utf8')
      return !file.path.startsWith('cli/') && /console\.|process\.std/u.test(text)
    })
    const reading = files.filter(
      (file) =>
        !file.path.startsWith('store/') && file.imports.some((name) => /^node:fs/u.test(name)),
    )
    expect(printing.map((file) => file.path)).toEqual([])
    expect(reading.map((file) => file.path)).toEqual([])
  })
})
