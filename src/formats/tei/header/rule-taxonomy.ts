import type { Edition } from '../../../model/edition.ts'
import { escapeText } from '../../../model/xml-text.ts'
import { ruleId } from '../xml-id.ts'

/** The rules that ran, and those that no longer exist but are named by a correction. */
export function ruleTaxonomy(edition: Edition): string {
  const ran = edition.rules.map(({ id, title, summary }) => ({ id, text: `${title}: ${summary}` }))
  const known = new Set(ran.map(({ id }) => id))
  const gone = new Set(edition.corrections.flatMap(({ rules }) => rules))
  const others = [...gone].filter((id) => !known.has(id)).sort()
  const categories = [
    ...ran,
    ...others.map((id) => ({ id, text: `${id}: a rule that did not run` })),
  ].map(({ id, text }) => {
    return `<category xml:id="${ruleId(id)}"><catDesc>${escapeText(text)}</catDesc></category>\n`
  })
  if (categories.length === 0) return ''
  return `<classDecl>\n<taxonomy xml:id="rules">\n${categories.join('')}</taxonomy>\n</classDecl>\n`
}
