import { mulberry32, type Random } from './random.ts'
import { plainCopy } from './typesetter/read-copy.ts'
import type { Annotation, Block, Copy, Note, Truth } from './typesetter/truth.ts'

/** Words of each language that can be divided, and some that cannot. */
const WORDS: Readonly<Record<string, string>> = {
  de: 'der Zucker Druckerei Bettuch Eisen-Verein vorwärts gedruckte Buchstaben und Wackelkontakt in Hamburg',
  en: 'the printing-house compositor letters together of wonderful self-made under apprentice a shop',
  es: 'la imprenta tipográfica página de compositor letras siempre y teórico-práctico cuaderno',
  fr: 'la l’imprimerie typographe lettres peut-être composition de toujours grand-père et atelier',
  it: 'la stampa tipografia lettera composizione di sempre e italo-francese quaderno bottega',
  la: 'liber impressor litteras semper et compositio in officina typographica verba',
  pl: 'drukarnia zecer czcionki zawsze i kompozycja biało-czerwony warsztat strona w słowo',
  ru: 'печатня наборщик буквы по-старому и всегда перечитывали в строка кое-где мастерская',
}

export const TRUTH_LANGUAGES: readonly string[] = Object.keys(WORDS)

/** A small book: the same for the same seed. All its notes are labelled by the layout. */
export function randomTruth(language: string, seed: number): Truth {
  const random = mulberry32(seed)
  const words = (WORDS[language] ?? '').split(' ')
  const notes = new Map<string, Note>()
  const pick = <T>(from: readonly T[], otherwise: T): T =>
    from[Math.floor(random() * from.length)] ?? otherwise
  const sentence = (length: number): string => {
    const said = Array.from({ length }, () => pick(words, '')).join(' ')
    return `${said.charAt(0).toUpperCase()}${said.slice(1)}.`
  }
  const copy = (sentences: number, called = 0): Copy => {
    const annotations: Annotation[] = []
    let text = ''
    for (let i = 0; i < sentences; i++) {
      text += (text === '' ? '' : ' ') + sentence(3 + Math.floor(random() * 12))
      if (random() >= called) continue
      const note = noteOf(notes, random, sentence)
      annotations.push({ what: 'call', from: text.length, to: text.length + 1, note: note.key })
      text += 'placeholder' in note.label ? note.label.placeholder : ''
    }
    return { text, annotations }
  }
  const blocks: Block[] = []
  for (let chapter = 0; chapter < 3; chapter++) {
    blocks.push(heading('article', 2, sentence(2 + Math.floor(random() * 9))))
    for (let i = 0; i < 10; i++) blocks.push(...someBlocks(random, copy, sentence))
    // Room for the notes of the chapter.
    for (let i = 0; i < 6; i++) blocks.push({ role: 'paragraph', copy: copy(4) })
  }
  return { language, title: sentence(4).slice(0, -1), blocks, notes }
}

function heading(role: 'article' | 'section', level: number, title: string): Block {
  return { role: 'heading', heading: role, level, lines: [plainCopy(title.slice(0, -1))] }
}

function noteOf(
  notes: Map<string, Note>,
  random: Random,
  sentence: (length: number) => string,
): Note {
  const key = `n${notes.size}`
  const placeholder = String.fromCharCode(0xe000 + notes.size)
  const length = random() < 0.4 ? 2 : 4 + Math.floor(random() * 25)
  const paragraphs = Array.from({ length: random() < 0.2 ? 2 : 1 }, () =>
    plainCopy(sentence(length)),
  )
  const note: Note = { key, place: 'foot', label: { placeholder }, paragraphs }
  notes.set(key, note)
  return note
}

function someBlocks(
  random: Random,
  copy: (sentences: number, called?: number) => Copy,
  sentence: (length: number) => string,
): readonly Block[] {
  const chance = random()
  if (chance < 0.12)
    return [heading('section', 3, sentence(3)), { role: 'paragraph', copy: copy(3) }]
  if (chance < 0.2) {
    const rows = ['12   34  sum', '', '  5   6,7 rest'].map(plainCopy)
    return [{ role: 'table', lines: rows }]
  }
  if (chance < 0.28) {
    const item = plainCopy(`– ${sentence(14)}`)
    return [
      { role: 'item', copy: item, label: 2 },
      { role: 'item', copy: plainCopy(`– ${sentence(5)}`), label: 2 },
    ]
  }
  if (chance < 0.36) {
    const group = { kind: 'quote' } as const
    return [
      { role: 'paragraph', copy: copy(3), group },
      { role: 'paragraph', copy: copy(2), group },
    ]
  }
  return [{ role: 'paragraph', copy: copy(2 + Math.floor(random() * 5), 0.3) }]
}
