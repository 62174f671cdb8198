import { type ReadingText, type ReadingWords, readingWords } from './words.ts'

/** What a command does with its arguments: `t` is read, `n` is a note, `-` is neither. */
const ARGUMENTS: Readonly<Record<string, string>> = {
  edtext: 't-',
  emph: 't',
  footnoteB: 'n',
  Heading: '--',
  hyperlink: '--',
  hypertarget: '--',
  Item: 't',
  Note: 't',
  printedpage: '-',
  textsuperscript: '-',
}

const SIGNS: Readonly<Record<string, string>> = {
  endgraf: ' ',
  textasciicircum: '^',
  textasciitilde: '~',
  textbackslash: '\\',
}

/** A reader of as much TeX as an edition is made of. */
class TexReader {
  readonly notes: string[] = []
  readonly #tex: string
  #at = 0

  constructor(tex: string) {
    this.#tex = tex
  }

  /** Reads to the end, or to the brace that closes the group. */
  text(): string {
    let text = ''
    while (this.#at < this.#tex.length) {
      const sign = this.#tex[this.#at++] ?? ''
      if (sign === '}') return text
      if (sign === '{') text += this.text()
      else if (sign === '~') text += ' '
      else if (sign === '%') this.#at = this.#tex.indexOf('\n', this.#at) + 1
      else if (sign === '\\') text += this.#command()
      else text += sign
    }
    return text
  }

  #command(): string {
    const name = /^[A-Za-z]+/.exec(this.#tex.slice(this.#at, this.#at + 40))?.[0]
    if (name === undefined) return this.#tex[this.#at++] ?? ''
    this.#at += name.length
    while (/[ \n]/.test(this.#tex[this.#at] ?? '')) this.#at++
    let text = SIGNS[name] ?? ''
    for (const use of ARGUMENTS[name] ?? '') {
      this.#at++
      const argument = this.text()
      if (use === 't') text += name === 'Item' || name === 'Note' ? `${argument} ` : argument
      if (use === 'n') this.notes.push(argument)
    }
    return text
  }
}

/** The words of `BOOK.tex`. */
export function wordsOfLatex(file: string): ReadingWords {
  return readingWords(readLatex(file))
}

/** What TeX would set of `BOOK.tex`, paragraph by paragraph. */
export function readLatex(file: string): ReadingText {
  const body = file.slice(file.indexOf('\\beginnumbering'), file.lastIndexOf('\\endnumbering'))
  const called = new Set([...body.matchAll(/\\hyperlink\{(\w+)\}/g)].map((match) => match[1]))
  const text: string[] = []
  const notes: string[] = []
  let inNote = false
  for (const paragraph of body.split('\\pstart').slice(1)) {
    const tex = paragraph.replace(/^\[\\medskip\]/, '').replace(/\n\\pend\n[\s\S]*$/, '')
    const isNote = tex.startsWith('\\Note')
    const target = /^\\Note\{[^}]*\}\n\\hypertarget\{(\w+)\}/.exec(tex)?.[1]
    if (!isNote) inNote = false
    else if (target) inNote = called.has(target)
    const reader = new TexReader(inNote ? tex.replace(/^\\Note\{[^}]*\}/, '\\Note{}') : tex)
    const read = reader.text()
    if (inNote) notes.push(read)
    else text.push(read)
    notes.push(...reader.notes)
  }
  return { text, notes }
}
