import { bookLanguage } from '../../src/cli/book-language.ts'
import { workshop } from '../../src/cli/our-workshop.ts'
import { rulesFor } from '../../src/rules/compile-rules.ts'

/** Makes the edition of a raw text with all rules of its language, and nobody's decisions. */
export async function makeEdition(
  slug: string,
  code: string,
  text: string,
): ReturnType<typeof workshop.build> {
  const raw = { name: `${slug}.txt`, bytes: new TextEncoder().encode(text), encoding: 'utf-8' }
  const said = { said: code, beside: undefined, at: undefined, folder: '.' }
  const { rules } = await workshop.rules('.')
  return workshop.build({
    book: {
      slug,
      title: slug,
      authors: [],
      editors: [],
      language: code,
      source: {},
      words: [],
      rulesOff: [],
    },
    raw,
    language: await bookLanguage(raw, said, '.', workshop),
    rules: rulesFor(rules, code, new Set()),
    decisions: [],
    version: '0',
    bundle: false,
  })
}
