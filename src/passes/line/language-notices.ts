import type { Language } from '../../model/language.ts'
import type { Notice } from '../../model/notice.ts'

/** What is to be said of the language of a book as a whole. */
export function noticesOf({ name, language, withoutLexicon }: Language): readonly Notice[] {
  const notices: Notice[] = []
  if (withoutLexicon) {
    const message =
      `Unexpected absence of a lexicon of ${name}: hyphens at line ends are judged by the book and by ` +
      `patterns alone. See docs/languages.md for how to get one, or set another language than \`${language}\`.`
    notices.push({ kind: 'notice', code: 'lexicon-missing', line: 0, message })
  }
  return notices
}
