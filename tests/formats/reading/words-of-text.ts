import { type ReadingText, type ReadingWords, readingWords } from './words.ts'

/** The words of `BOOK.txt`: notes are set in by four blanks, their marks stand in brackets. */
export function wordsOfText(file: string): ReadingWords {
  return readingWords(readText(file))
}

/** The lines of `BOOK.txt`, without the marks of its notes. */
export function readText(file: string): ReadingText {
  const text: string[] = []
  const notes: string[] = []
  let inNote = false
  const marks = new Set<string>()
  for (const line of file.split('\n')) {
    const mark = /^ {4}(\[[^\]]*\]) /u.exec(line)?.[1]
    if (mark) marks.add(mark)
    inNote = mark !== undefined || (inNote && line.startsWith('    '))
    if (inNote) notes.push(line.slice(4 + (mark?.length ?? 0)))
    else text.push(line)
  }
  const plain = (line: string): string =>
    [...marks].reduce((rest, mark) => rest.replaceAll(mark, ''), line)
  return { text: text.map(plain), notes: notes.map(plain) }
}
