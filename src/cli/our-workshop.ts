import { InputError } from '../model/input-error.ts'
import type { Language } from '../model/language.ts'
import type { FoundRules, Workshop } from './workshop.ts'

const languages = new Map<string, Promise<Language>>()
const rules = new Map<string, Promise<FoundRules>>()

/** Emend itself, as the commands see it. */
export const workshop: Workshop = {
  async build(input, memory) {
    const { editBook } = await import('../pipeline.ts')
    return editBook(input, memory)
  },
  async teiFaults(output) {
    const { teiFaultsOf } = await import('./tei-faults.ts')
    return teiFaultsOf(output)
  },
  async inspectTei() {
    const { TeiInspector } = await import('./tei-inspector.ts')
    return new TeiInspector()
  },
  async readWitness(raw) {
    const { looksBinary } = await import('../witness/looks-binary.ts')
    const { readWitness } = await import('../witness/read-witness.ts')
    // Who names an encoding says that it is text.
    const binary = raw.encoding === undefined ? looksBinary(raw.bytes) : undefined
    if (binary) {
      const { what, advice } = binary
      throw new InputError(`Unexpected file ${raw.name}: it is ${what}, expected text`, advice)
    }
    return readWitness(raw)
  },
  async restore(sourceXml, name) {
    const { restoreRaw } = await import('../witness/restore-witness.ts')
    return restoreRaw(sourceXml, name)
  },
  async languages(root) {
    const { languageCodes } = await import('../store/language-file.ts')
    return languageCodes(root)
  },
  async language(root, code) {
    const { loadLanguage } = await import('../store/language-file.ts')
    const key = `${root}\n${code}`
    const known = languages.get(key) ?? loadLanguage(root, code)
    languages.set(key, known)
    return known
  },
  async rules(root) {
    const { findRules } = await import('./found-rules.ts')
    const found = rules.get(root) ?? findRules(root)
    rules.set(root, found)
    return found
  },
}
