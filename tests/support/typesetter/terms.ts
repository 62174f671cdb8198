/** What a book calls its parts, by language. */
interface Terms {
  readonly notes: string
  readonly contents: string
}

const TERMS: Readonly<Record<string, Terms>> = {
  de: { notes: 'Anmerkungen', contents: 'Inhalt' },
  en: { notes: 'Notes', contents: 'Contents' },
  es: { notes: 'Notas', contents: 'Índice' },
  fr: { notes: 'Notes', contents: 'Table des matières' },
  it: { notes: 'Note', contents: 'Indice' },
  la: { notes: 'Adnotationes', contents: 'Index' },
  pl: { notes: 'Przypisy', contents: 'Spis treści' },
  ru: { notes: 'Примечания', contents: 'Содержание' },
}

/** The words of a language, of the language itself where a region or a script is said too. */
export function termsOf(language: string): Terms {
  const found = TERMS[language.split('-')[0] ?? '']
  if (!found) throw new Error(`Unexpected language ${language}, expected one with words for notes`)
  return found
}
