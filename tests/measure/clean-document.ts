import { NAMES, table, withPart } from './accuracy.ts'
import type { CleanChange, CleanText } from './clean-text.ts'
import { CORPORA } from './corpora.ts'

/**
 * The changes that people looked at and found wrong, by text. All others mend an error of the text:
 * whoever measures anew has to look at what has come.
 */
const WRONG: Readonly<Record<string, readonly string[]>> = {
  'handbook-en': ['deny,allow', 'allow,deny'],
  'anarchism-en': ['homogenous', 'focussed'],
  'install-de': ['eingebinden'],
}

/** The document with the figures and the list of the changes put in the place of those of before. */
export function cleanDocument(
  document: string,
  texts: readonly CleanText[],
  versionOf: (name: string) => string,
): string {
  const packages = CORPORA.filter(({ slug }) => texts.some((text) => text.slug === slug))
  const named = [...new Set(packages.map(({ package: name }) => name))].sort()
  const from = named.map((name) => `${name} ${versionOf(name)}`.trim()).join(', ')
  const parts = [
    `The packages: ${from}.`,
    figures(texts),
    ...texts.filter(({ changes }) => changes.length > 0).map(list),
  ]
  return withPart(document, 'clean', `${parts.join('\n\n')}\n`)
}

function figures(texts: readonly CleanText[]): string {
  const languages = [...new Set(texts.map(({ language }) => language))]
  const rows = languages.flatMap((language) => {
    const own = texts.filter((one) => one.language === language)
    return [
      row(`**${NAMES[language] ?? language}**`, own),
      ...own.map((one) => row(one.slug, [one])),
    ]
  })
  return table(['text', 'words', 'changes', 'wrong', 'changes in 20,000', 'wrong in 20,000'], rows)
}

function row(name: string, own: readonly CleanText[]): readonly string[] {
  const words = own.reduce((sum, one) => sum + one.words, 0)
  const changes = own.reduce((sum, one) => sum + one.changes.length, 0)
  const wrong = own.reduce((sum, one) => sum + one.changes.filter(isWrongIn(one)).length, 0)
  const each = (count: number): string => ((20_000 * count) / words).toFixed(2)
  const cells = [words, changes, wrong].map((count) => count.toLocaleString('en'))
  return [name, ...cells, each(changes), each(wrong)]
}

function isWrongIn({ slug }: CleanText): (change: CleanChange) => boolean {
  const wrong = WRONG[slug] ?? []
  return ({ printed }) => wrong.some((word) => printed.includes(word))
}

/** The changes of a text, each once, by rule. */
function list(text: CleanText): string {
  const isWrong = isWrongIn(text)
  const byRule = new Map<string, Map<string, number>>()
  for (const change of text.changes) {
    const rule = change.rules.at(-1) ?? ''
    const said = `\`${change.printed}\` → \`${change.read}\`${isWrong(change) ? ' (wrong)' : ''}`
    const own = byRule.get(rule) ?? new Map<string, number>()
    byRule.set(rule, own.set(said, (own.get(said) ?? 0) + 1))
  }
  const items = [...byRule]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([rule, own]) => {
      const all = [...own].map(([said, times]) => (times === 1 ? said : `${said} (${times} times)`))
      return `- ${rule}: ${all.join('; ')}`
    })
  return [`### ${text.slug}`, items.join('\n')].join('\n\n')
}
