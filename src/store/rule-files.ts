import { join } from 'node:path'
import { PACKAGE_FOLDER, ruleFolders } from './package-files.ts'
import { parsedJson } from './parsed-json.ts'
import { namesIn, readText, whatIsAt } from './read-file.ts'

/** The bundle of the package's rules is larger than what people write by hand. */
const BUNDLE_LIMIT = 64 << 20

/** A file of the working folder's own `rules/`. */
export interface OwnFile {
  /** `rules/word/name.md` */
  readonly path: string
  readonly text: string
}

/** What the working folder's own `rules/` adds to the package's; nothing in a clone of Emend. */
export interface OwnRules {
  /** Its Markdown files, one folder deep, sorted by path. */
  readonly files: readonly OwnFile[]
  /** The parsed `policy.json`, if there is one. */
  readonly policy: { readonly json: unknown; readonly path: string } | undefined
}

/** The parsed `dist/rules.json`: the rules that come with the package. */
export async function readBundle(): Promise<unknown> {
  return JSON.parse(await readText(join(PACKAGE_FOLDER, 'dist', 'rules.json'), BUNDLE_LIMIT))
}

/** Reads the rules that the working folder adds. Throws an `InputError` for what cannot be read. */
export async function readOwnRules(root: string): Promise<OwnRules> {
  const [, own] = ruleFolders(root)
  if (own === undefined) return { files: [], policy: undefined }
  return { files: await filesIn(own), policy: await ownPolicy(join(own, 'policy.json')) }
}

/** The files of all rules: those that come with the package, then those of the working folder. */
export async function readRuleFiles(root: string): Promise<readonly OwnFile[]> {
  return (await Promise.all(ruleFolders(root).map(filesIn))).flat()
}

async function filesIn(rules: string): Promise<readonly OwnFile[]> {
  const files: OwnFile[] = []
  for (const folder of await namesIn(rules)) {
    if ((await whatIsAt(join(rules, folder))) !== 'folder') continue
    for (const name of await namesIn(join(rules, folder))) {
      const path = join(rules, folder, name)
      if (name.endsWith('.md')) files.push({ path, text: await readText(path) })
    }
  }
  return files
}

async function ownPolicy(path: string): Promise<OwnRules['policy']> {
  if ((await whatIsAt(path)) !== 'file') return undefined
  return { json: parsedJson(await readText(path), path), path }
}
