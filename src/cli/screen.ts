import { printable } from './printable.ts'

/** What a stream of Node has and a test can imitate. */
export interface Stream {
  write(text: string | Uint8Array): unknown
  readonly isTTY?: boolean
  readonly columns?: number
}

export type Style = 'strong' | 'faint' | 'good' | 'warn' | 'bad'

export interface Styled {
  readonly text: string
  readonly style: Style
}

const CODES: Readonly<Record<Style, readonly [string, string]>> = {
  strong: ['1', '22'],
  faint: ['2', '22'],
  good: ['32', '39'],
  warn: ['33', '39'],
  bad: ['31', '39'],
}

/** The piece of a line that shall look so. */
export function styled(style: Style, text: string): Styled {
  return { text, style }
}

/**
 * A stream that people look at. All text that goes through it is made printable; only the screen
 * itself writes escape codes, and only on a terminal.
 */
export class Screen {
  readonly isTerminal: boolean
  /** The width at which lines are broken, or undefined where a program reads. */
  readonly columns: number | undefined
  readonly #stream: Stream
  readonly #colours: boolean
  readonly #beside: Screen | undefined
  #transient = false

  /** `beside` is a screen on the same terminal, whose progress must make way. */
  constructor(
    stream: Stream,
    environment: Readonly<Record<string, string | undefined>>,
    beside?: Screen,
  ) {
    this.#stream = stream
    this.#beside = beside
    this.isTerminal = stream.isTTY === true
    this.#colours = this.isTerminal && !environment.NO_COLOR && environment.TERM !== 'dumb'
    const set = Number.parseInt(environment.COLUMNS ?? '', 10)
    const asked = set > 0 ? set : undefined
    // A terminal that does not know its width says 0.
    this.columns = this.isTerminal ? stream.columns || asked || 80 : asked
  }

  /** Writes a line, broken between words where it is too long; further lines are set in by `hang`. */
  line(
    pieces: string | Styled | readonly (string | Styled)[] = [],
    indent = 0,
    hang = indent,
  ): void {
    this.clear()
    const list = typeof pieces === 'string' || 'text' in pieces ? [pieces] : pieces
    for (const line of broken(list, indent, hang, this.columns)) {
      this.#stream.write(
        `${trimmed(line)
          .map((piece) => this.#paint(piece))
          .join('')}\n`,
      )
    }
  }

  /** Writes what is no text, for programs: no breaking, nothing made printable. */
  raw(bytes: string | Uint8Array): void {
    this.clear()
    this.#stream.write(bytes)
  }

  /** Shows what is being done, on a terminal only, until the next line is written. */
  show(text: string): void {
    if (!this.isTerminal) return
    this.clear()
    const most = (this.columns ?? 80) - 1
    this.#stream.write([...printable(text)].slice(0, most).join(''))
    this.#transient = true
  }

  /** Takes away what `show` has shown. */
  clear(): void {
    this.#beside?.clear()
    if (this.#transient) this.#stream.write('\r\u001b[2K')
    this.#transient = false
  }

  #paint(piece: string | Styled): string {
    if (typeof piece === 'string') return piece
    if (!this.#colours) return piece.text
    const [on, off] = CODES[piece.style]
    return `\u001b[${on}m${piece.text}\u001b[${off}m`
  }
}

/** Breaks pieces into lines of at most `columns`, between words. */
function broken(
  pieces: readonly (string | Styled)[],
  indent: number,
  hang: number,
  columns: number | undefined,
): readonly (readonly (string | Styled)[])[] {
  const lines: (string | Styled)[][] = []
  let line: (string | Styled)[] = [' '.repeat(indent)]
  let width = indent
  let mayBreak = false
  for (const piece of pieces) {
    const text = printable(typeof piece === 'string' ? piece : piece.text)
    for (const word of text.split(/(?<= )(?! )/)) {
      const wide = widthOf(word.trimEnd())
      if (columns !== undefined && mayBreak && width + wide > columns) {
        lines.push(line)
        line = [' '.repeat(hang)]
        width = hang
      }
      line.push(typeof piece === 'string' ? word : { text: word, style: piece.style })
      width += widthOf(word)
      mayBreak = word.endsWith(' ')
    }
  }
  return [...lines, line]
}

/** A line without the blanks at its end, before paint hides them. */
function trimmed(line: readonly (string | Styled)[]): readonly (string | Styled)[] {
  const last = line.at(-1)
  if (last === undefined) return line
  const text = (typeof last === 'string' ? last : last.text).trimEnd()
  const rest = line.slice(0, -1)
  if (text === '') return trimmed(rest)
  return [...rest, typeof last === 'string' ? text : { text, style: last.style }]
}

const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\uff01-\uff60]/u

/** How many cells of a terminal a text takes up. */
export function widthOf(text: string): number {
  let width = 0
  for (const character of text.replace(/\p{M}/gu, '')) width += WIDE.test(character) ? 2 : 1
  return width
}
