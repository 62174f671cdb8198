import { blanks } from './read-copy.ts'
import type { Copy } from './truth.ts'

/** Where a line of a copy came to stand. */
export interface CopyLine {
  readonly from: number
  readonly to: number
  readonly hyphen: 'soft' | 'hard' | undefined
  /** What is set behind `to`. */
  readonly mark: string
  /** The raw line, from 1. */
  readonly raw: number
}

/** A copy, and the raw lines that it was set in. */
export interface SetCopy {
  readonly copy: Copy
  readonly lines: readonly CopyLine[]
}

/** The lines that hold a stretch of a copy. */
export function linesOf({ lines }: SetCopy, from: number, to: number): readonly CopyLine[] {
  return lines.filter((line) => line.from < to && from < line.to)
}

/** A stretch as the raw text shows it: soft hyphens stand, a line end is a blank or nothing. */
export function shown(set: SetCopy, from: number, to: number): string {
  return linesOf(set, from, to)
    .map((line) => {
      const text = set.copy.text.slice(Math.max(from, line.from), Math.min(to, line.to))
      if (line.to >= to) return text
      return text + (line.hyphen ? line.mark : ' ')
    })
    .map(blanks)
    .join('')
}

/** How a copy is read: `right` with its misprints mended, `printed` with them. */
export type Mode = 'right' | 'printed'

/** A stretch as a reader reads it: no hyphens of the layout, no spaced letters. Calls stay. */
export function read(copy: Copy, from: number, to: number, mode: Mode): string {
  let text = ''
  let at = from
  for (const annotation of copy.annotations) {
    if (annotation.to <= from || annotation.from >= to || annotation.from < at) continue
    const mended = mode === 'right' && annotation.what === 'misprint'
    if (!mended && annotation.what !== 'emphasis' && annotation.what !== 'initial') continue
    text += copy.text.slice(at, annotation.from) + annotation.right
    at = annotation.to
  }
  return blanks(text + copy.text.slice(at, Math.max(at, to)))
}

/** A whole copy as a reader reads it, without the calls of notes. */
export function readWhole(copy: Copy, mode: Mode): string {
  let text = ''
  let at = 0
  for (const { what, from, to } of copy.annotations) {
    if (what !== 'call') continue
    text += read(copy, at, from, mode)
    at = to
  }
  return text + read(copy, at, copy.text.length, mode)
}
