/** What a book calls its parts, by language. */
interface Terms {
  /** Of a book that has none of its own. */
  readonly title: string
  readonly notes: string
  readonly contents: string
}

const TERMS: Readonly<Record<string, Terms>> = {
  de: { title: 'Gesammelte Schriften', notes: 'Anmerkungen', contents: 'Inhalt' },
  en: { title: 'Collected Papers', notes: 'Notes', contents: 'Contents' },
  es: { title: 'Obras reunidas', notes: 'Notas', contents: 'Índice' },
  fr: { title: 'Œuvres complètes', notes: 'Notes', contents: 'Table des matières' },
  it: { title: 'Opere raccolte', notes: 'Note', contents: 'Indice' },
  la: { title: 'Opera omnia', notes: 'Adnotationes', contents: 'Index' },
  pl: { title: 'Pisma zebrane', notes: 'Przypisy', contents: 'Spis treści' },
  ru: { title: 'Собрание сочинений', notes: 'Примечания', contents: 'Содержание' },
}

/** The words of a language, of the language itself where a region or a script is said too. */
export function termsOf(language: string): Terms {
  const found = TERMS[language.split('-')[0] ?? '']
  if (!found) throw new Error(`Unexpected language ${language}, expected one with words for notes`)
  return found
}
