import {
  type Annotation,
  type Copy,
  type EditorsMark,
  ERROR_CLASSES,
  type ErrorClass,
} from './truth.ts'

const NBSP = '\u00a0'

/** What a copy holds besides plain characters, in the order in which it is looked for. */
const INLINE = new RegExp(
  [
    /\{(?<right>[^|{}]*)\|(?<printed>[^|{}]*)\|(?<class>[a-z]+)(?:\|(?<cert>[a-z]+))?\}/u,
    /\[\^(?<call>[^\]]+)\]/u,
    /_(?<spaced>[^_]+)_/u,
    /(?<mark>\p{L}+\[\p{Ll}+\]\.?|\p{L}+<\p{Ll}+>|\[[^\]^]+\])/u,
  ]
    .map((part) => part.source)
    .join('|'),
  'gu',
)

/**
 * Reads one stretch of running text.
 *
 * - `{right|printed|class}` or `{right|printed|class|cert}`: a misprint;
 * - `[^key]`: a call, set as `label` says;
 * - `_words_`: letters spaced;
 * - `[sic]`, `[…]`, `[… – Ed.]`, `e<tc>`: marks of the editors, found by their form;
 * - `~`: a blank at which no line may end. A dash never begins a line.
 *
 * Throws where a misprint's class is unknown.
 */
export function readCopy(source: string, label: (key: string) => string): Copy {
  let text = ''
  const annotations: Annotation[] = []
  let done = 0
  for (const match of source.matchAll(INLINE)) {
    text += plain(source.slice(done, match.index))
    done = match.index + match[0].length
    const from = text.length
    const { right, printed, class: kind, cert, call, spaced, mark } = match.groups ?? {}
    if (right !== undefined && printed !== undefined) {
      text += plain(printed)
      annotations.push({
        what: 'misprint',
        from,
        to: text.length,
        right: blanks(plain(right)),
        class: errorClass(kind, source),
        cert: cert === 'medium' || cert === 'low' ? cert : 'high',
      })
    } else if (call !== undefined) {
      text += label(call)
      annotations.push({ what: 'call', from, to: text.length, note: call })
    } else if (spaced !== undefined) {
      text += space(spaced)
      annotations.push({ what: 'emphasis', from, to: text.length, right: spaced })
    } else if (mark !== undefined) {
      text += plain(mark)
      annotations.push({ what: 'mark', from, to: text.length, mark: markOf(mark) })
    }
  }
  return { text: text + plain(source.slice(done)), annotations }
}

/** Characters of which nothing is to be known. */
export function plainCopy(text: string): Copy {
  return { text, annotations: [] }
}

/** Several copies as one, with `between` set between them. */
export function joinCopies(copies: readonly Copy[], between: string): Copy {
  let text = ''
  const annotations: Annotation[] = []
  for (const copy of copies) {
    if (text !== '') text += between
    for (const annotation of copy.annotations) {
      const { from, to } = annotation
      annotations.push({ ...annotation, from: from + text.length, to: to + text.length })
    }
    text += copy.text
  }
  return { text, annotations }
}

/** Characters as they are set: tied blanks, and dashes tied to the word before. */
function plain(source: string): string {
  return source.replaceAll('~', NBSP).replaceAll(/ (?=[–—] )/gu, NBSP)
}

/** The characters a reader sees of them. */
export function blanks(text: string): string {
  return text.replaceAll(NBSP, ' ')
}

/** Letters spaced by one blank, words by three. Lines end between the words only. */
function space(words: string): string {
  return words
    .split(' ')
    .map((word) => [...word].join(NBSP))
    .join(`${NBSP}${NBSP} `)
}

function errorClass(name: string | undefined, source: string): ErrorClass {
  const found = ERROR_CLASSES.find((known) => known === name)
  if (!found) throw new Error(`Unexpected class ${name} of a misprint in “${source}”`)
  return found
}

function markOf(mark: string): EditorsMark['mark'] {
  if (!mark.startsWith('[')) return 'expansion'
  if (mark === '[sic]') return 'sic'
  if (mark === '[…]') return 'gap'
  return /[–—] \p{L}+\.\]$/u.test(mark) ? 'editor-note' : 'supplied'
}
