import type { Language } from '../../model/language.ts'
import type { Notice } from '../../model/notice.ts'

/** What is to be said of the language of a book as a whole. */
export function noticesOf({
  name,
  language,
  withoutLexicon,
  orthography,
  oldWords,
}: Language): readonly Notice[] {
  const notices: Notice[] = []
  if (withoutLexicon) {
    const message =
      `Unexpected absence of a lexicon of ${name}: hyphens at line ends are judged by the book and by ` +
      `patterns alone. See docs/languages.md for how to get one, or set another language than \`${language}\`.`
    notices.push({ kind: 'notice', code: 'lexicon-missing', line: 0, message })
  }
  if (orthography && oldWords) {
    const message =
      `Unexpected spelling of an older time (${orthography.name}) in ${oldWords.count} of ` +
      `${oldWords.of} words looked at, expected that of today: ` +
      'the lexicon is asked for the modern spelling of a word, and nothing is changed.'
    notices.push({ kind: 'notice', code: 'older-orthography', line: 0, message })
  }
  return notices
}
