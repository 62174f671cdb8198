import { page } from '../../../src/passes/page/page.ts'
import { mulberry32 } from '../../support/random.ts'
import { markingsIn, viewOf } from '../../support/view-of.ts'

const WORDS =
  'the compositor sets each line by hand and locks it in the stick until a galley is full of type so that proofs can be pulled read marked and corrected before any sheet goes to press with ink and damp paper'.split(
    ' ',
  )

/** Lines of running text, no two of them the same, about `measure` characters long. */
export function prose(lines: number, seed: number, measure = 60): string[] {
  const random = mulberry32(seed)
  return Array.from({ length: lines }, () => {
    let text = ''
    while (text.length < measure - 8) {
      text += `${text === '' ? '' : ' '}${WORDS[Math.floor(random() * WORDS.length)]}`
    }
    return text
  })
}

/** A line in the middle of the column. */
export function centred(text: string, measure = 60): string {
  return ' '.repeat(Math.max(0, Math.floor((measure - text.length) / 2))) + text
}

/** A line at the right edge of the column. */
export function right(text: string, measure = 60): string {
  return text.padStart(measure)
}

/** What the page pass finds: pages as `line: number` (an asterisk for a printed one), forme work, notices. */
export function found(text: string): {
  readonly pages: readonly string[]
  readonly work: readonly string[]
  readonly kinds: ReadonlySet<string>
  readonly notices: readonly string[]
} {
  const view = viewOf(text)
  const findings = page(view)
  const { lines } = view.witness
  const markings = markingsIn(findings)
  const work = markings.flatMap((one) => (one.role === 'forme-work' ? [one] : []))
  return {
    pages: markings.flatMap((one) =>
      one.role === 'page' ? [`${lines.at(one.from)}: ${one.number}${one.printed ? '*' : ''}`] : [],
    ),
    work: work.map(({ from, to }) => text.slice(from, to)),
    kinds: new Set(work.map((one) => one.work)),
    notices: findings.flatMap((one) => (one.kind === 'notice' ? [one.code] : [])),
  }
}

/** The numbers of the pages that were found, with an asterisk for a printed one. */
export function numbersIn(text: string): readonly string[] {
  return found(text).pages.map((one) => one.replace(/^\d+: /u, ''))
}

/** The numbers from one to another, both in, as found where they are printed. */
export function printedFrom(from: number, to: number): readonly string[] {
  return Array.from({ length: to - from + 1 }, (_, i) => `${from + i}*`)
}
