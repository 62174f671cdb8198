import type { FormeWork } from '../../model/marking.ts'
import type { Span } from '../../model/span.ts'
import { escapeRaw } from './raw-character.ts'

/** A raw line, or a part of one, with the forme work in it. */
export interface LinePart extends Span {
  /** The raw line, from 1. */
  readonly line: number
  /** Which part of the line it is, from 1. */
  readonly part: number
  /** Its line end; nothing where there is none, or another part of the line follows. */
  readonly end: string
  /** In order, none beyond the part. */
  readonly works: readonly FormeWork[]
}

const ENDS: Readonly<Record<string, string>> = {
  '\n': '',
  '\r\n': ' rend="CRLF"',
  '\r': ' rend="CR"',
  '': ' rend="none"',
}

const TYPES: Readonly<Record<FormeWork['work'], string>> = {
  'page-number': 'pageNum',
  header: 'header',
  signature: 'sig',
  catchword: 'catch',
  rule: 'rule',
}

/** `<line xml:id="r351" n="351">…</line>`; the line end is in `rend` where it is not LF. */
export function lineElement(text: string, line: LinePart): string {
  const id = line.part === 1 ? `r${line.line}` : `r${line.line}.${line.part}`
  const start = `<line xml:id="${id}" n="${line.line}"${ENDS[line.end] ?? ''}`
  return line.from === line.to ? `${start}/>` : `${start}>${content(text, line)}</line>`
}

function content(text: string, { from, to, works }: LinePart): string {
  let written = ''
  let at = from
  for (const work of works) {
    const start = Math.max(at, work.from)
    const end = Math.min(to, work.to)
    if (start >= end) continue
    const wrapped = escapeRaw(text.slice(start, end))
    written += escapeRaw(text.slice(at, start))
    written += `<fw type="${TYPES[work.work]}" place="${work.place}">${wrapped}</fw>`
    at = end
  }
  return written + escapeRaw(text.slice(at, to))
}
