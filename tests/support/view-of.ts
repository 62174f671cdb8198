import german from '../../rules/languages/de.json' with { type: 'json' }
import english from '../../rules/languages/en.json' with { type: 'json' }
import french from '../../rules/languages/fr.json' with { type: 'json' }
import russian from '../../rules/languages/ru.json' with { type: 'json' }
import { flowsOf } from '../../src/model/flow.ts'
import type { Language } from '../../src/model/language.ts'
import { Lines } from '../../src/model/lines.ts'
import { type Marking, Markings } from '../../src/model/marking.ts'
import { readingOf } from '../../src/model/reading.ts'
import type { Finding } from '../../src/model/rule.ts'
import type { View } from '../../src/model/view.ts'
import type { Witness } from '../../src/model/witness.ts'
import { parseLanguageData } from '../../src/store/language-data.ts'
import { surveyOf } from '../../src/survey/survey.ts'

type Code = 'ru' | 'en' | 'fr' | 'de'

const DATA: Readonly<Record<Code, unknown>> = { ru: russian, en: english, fr: french, de: german }

/** A witness of a text, as UTF-8 would give it. */
export function witnessOf(text: string): Witness {
  return {
    name: 'raw/test/test.txt',
    digest: '',
    byteLength: text.length,
    encoding: 'utf-8',
    text,
    lines: new Lines(text),
  }
}

/** A language whose lexicon knows the words given, in small letters. */
export function languageOf(code: Code, words: readonly string[] = []): Language {
  const known = new Set(words)
  return {
    ...parseLanguageData(DATA[code], `${code}.json`),
    lexicon: { has: (word) => known.has(word), near: () => [] },
  }
}

/** A view of a text in which `markings` are settled. */
export function viewOf(
  text: string,
  markings: readonly Marking[] = [],
  language: Language = languageOf('en'),
): View {
  const witness = witnessOf(text)
  const settled = new Markings(markings)
  const flows = flowsOf(witness, settled)
  return {
    witness,
    survey: surveyOf(witness),
    language,
    words: new Set(),
    markings: settled,
    flows,
    reading: readingOf(witness, flows, settled, []),
  }
}

/** The markings among findings. */
export function markingsIn(findings: readonly Finding[]): readonly Marking[] {
  return findings.filter((finding) => finding.kind === 'marking')
}
