import type { BrokenWord } from './broken-word.ts'
import { hard, soft, type Verdict } from './hyphen-verdict.ts'

/** A hyphen at a line end, and what was said of it. */
export interface Judged {
  readonly word: BrokenWord
  readonly verdict: Verdict
}

/** So many sure verdicts show what a glyph is for: of the printer's there are always more. */
const ENOUGH_SOFT = 30
const ENOUGH_HARD = 5

/** At least so large a part of the sure verdicts on a glyph has to agree. */
const NEARLY_ALL = 0.9

/**
 * Lets the glyph decide where a text has one for the hyphens of the printer and another for those of
 * the author, as the text layer of a PDF often has. What is known for certain of the words shows
 * whether it is so; then the glyph is better evidence than any word. O(n) in the hyphens.
 */
export function byTheirGlyphs(judged: readonly Judged[]): readonly Judged[] {
  const softGlyph = glyphOfThePrinter(judged)
  if (softGlyph === undefined) return judged
  return judged.map((one) => {
    const { word, verdict } = one
    if (word.dash || verdict.value === 'none' || verdict.editor) return one
    const value = word.shape === softGlyph ? 'soft' : 'hard'
    if (verdict.value === value) return one
    const why = `The book has the glyph ${shown(softGlyph)} where a printer divides, others elsewhere`
    return { word, verdict: value === 'soft' ? soft('medium', why) : hard('medium', why) }
  })
}

/** The glyph that is the printer's, where all others are the author's. */
function glyphOfThePrinter(judged: readonly Judged[]): string | undefined {
  const tally = new Map<string, { soft: number; hard: number }>()
  for (const { word, verdict } of judged) {
    if (word.dash || verdict.cert !== 'high' || verdict.value === 'none') continue
    const counts = tally.get(word.shape) ?? { soft: 0, hard: 0 }
    tally.set(word.shape, counts)
    if (verdict.value === 'soft') counts.soft++
    else counts.hard++
  }
  const glyphs = [...tally].sort(([, a], [, b]) => b.soft - a.soft)
  const [first, ...others] = glyphs
  if (!first) return undefined
  const [glyph, own] = first
  const rest = others.reduce(
    (sum, [, counts]) => ({ soft: sum.soft + counts.soft, hard: sum.hard + counts.hard }),
    { soft: 0, hard: 0 },
  )
  const isThePrinters = own.soft >= ENOUGH_SOFT && own.soft >= NEARLY_ALL * (own.soft + own.hard)
  const isTheAuthors = rest.hard >= ENOUGH_HARD && rest.hard >= NEARLY_ALL * (rest.soft + rest.hard)
  return isThePrinters && isTheAuthors ? glyph : undefined
}

/** A soft hyphen is not seen: it is named. */
function shown(glyph: string): string {
  return glyph === '\u00ad' ? 'U+00AD' : glyph
}
