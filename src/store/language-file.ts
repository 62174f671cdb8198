import { join } from 'node:path'
import { InputError } from '../model/input-error.ts'
import type { Language, LanguageData } from '../model/language.ts'
import { breakPoints } from './break-points.ts'
import { parseLanguageData } from './language-data.ts'
import { hasLexicon, lexiconOnDemand, lexiconPath, loadLexicon } from './lexicon.ts'
import { ruleFolders } from './package-files.ts'
import { parsedJson } from './parsed-json.ts'
import { namesIn, readText, whatIsAt } from './read-file.ts'

/** The codes of the languages that there is data for, in the package or in the folder, sorted. */
export async function languageCodes(root: string): Promise<readonly string[]> {
  const codes = new Set<string>()
  for (const folder of ruleFolders(root)) {
    for (const name of await namesIn(join(folder, 'languages'))) {
      if (name.endsWith('.json')) codes.add(name.slice(0, -'.json'.length))
    }
  }
  return [...codes].sort()
}

/**
 * Loads a language and its lexicon. The folder's own data goes before the package's, and `en` serves
 * where there is no `en-GB`.
 *
 * Throws an `InputError` when there is no data for it, or a lexicon is missing that the package brings.
 */
export async function loadLanguage(root: string, code: string): Promise<Language> {
  for (const known of [code, code.replace(/-.*$/, '')]) {
    for (const folder of ruleFolders(root).toReversed()) {
      const path = join(folder, 'languages', `${known}.json`)
      if ((await whatIsAt(path)) !== 'file') continue
      const data = parseLanguageData(parsedJson(await readText(path), path), path)
      return { ...data, ...lexiconOf(root, known, data), breaksAt: breakPoints(known) }
    }
  }
  const codes = await languageCodes(root)
  throw new InputError(
    `Unexpected language \`${code}\`, expected one of ${codes.join(', ')}`,
    'Another language needs its data in rules/languages/ and a lexicon.',
  )
}

/**
 * The lexicon of a language: that of the working folder, `rules/lexicons/CODE.btrie`, or that of the
 * package. Where there is none, it is one that knows nothing: then the book itself and the patterns are
 * the only evidence.
 */
function lexiconOf(
  root: string,
  code: string,
  { dictionary }: LanguageData,
): Pick<Language, 'lexicon' | 'withoutLexicon'> {
  const own = ruleFolders(root).map((folder) => join(folder, 'lexicons', `${code}.btrie`))
  const path = own.toReversed().find(hasLexicon) ?? lexiconPath(code)
  if (hasLexicon(path)) return { lexicon: lexiconOnDemand(path) }
  if (dictionary === 'bundled') return { lexicon: loadLexicon(path) }
  return { lexicon: { has: () => false, near: () => [] }, withoutLexicon: true }
}
