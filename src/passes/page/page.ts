import type { FormeWork, PageBeginning } from '../../model/marking.ts'
import type { Notice } from '../../model/notice.ts'
import type { Finding, Pass } from '../../model/rule.ts'
import { dividePages, type PageCandidate } from './page-division.ts'
import { type NumberedPage, numberPages } from './page-numbers.ts'
import { type SheetLine, sheetLines } from './page-sheet.ts'
import { bareNumber } from './printed-number.ts'
import { type Furniture, findFurniture } from './running-head.ts'

const RULE = 'page/page'

/** How many printed lines at each edge of a page may be forme work. */
const EDGE = 2

/** Finds where pages begin, their numbers, and the forme work at their edges. */
export const page: Pass = (view) => {
  const { witness, survey } = view
  const sheet = sheetLines(witness.lines)
  const begins = dividePages(sheet, survey.measure)
  const sheets = begins.map((begin, i) => printedLines(sheet, begin, begins[i + 1]))
  const edges = findFurniture(sheets.map(edgesOf), survey.measure)
  const shown = edges.map((found) => found.find((f) => f.number !== undefined))
  const { numbers, gaps } = numberPages(
    sheets.map((lines, i) => ({ printed: shown[i]?.number?.read, size: lines.length })),
  )
  // A number amid the text that fits no sequence is a number of the text.
  const furniture = edges.map((found, i) =>
    found.filter((f) => !f.doubtful || numbers[i]?.confirmed),
  )
  const printed = furniture.map((found) => found.find((f) => f.number !== undefined))
  const findings: Finding[] = []
  begins.forEach((begin, i) => {
    const number = numbers[i]
    const at = witness.lines.from(begin.line)
    if (number) findings.push(pageMarking(begin, begins.length, at, number, printed[i]))
    for (const found of furniture[i] ?? []) {
      findings.push(...workMarkings(found, offsetOf(found.line)))
    }
    const wrong = sequenceNotice(begin, printed[i], number)
    if (wrong) findings.push(wrong)
  })
  for (const gap of gaps) {
    const line = begins[gap.page]?.printed ?? 0
    findings.push(gapNotice(line, gap.missing, numbers[gap.page]?.number ?? ''))
  }
  return findings

  /** The witness offset of a sheet line's first printed character. */
  function offsetOf(line: SheetLine): number {
    return witness.lines.from(line.line) + witness.lines.content(line.line).lastIndexOf(line.text)
  }
}

function printedLines(
  sheet: readonly SheetLine[],
  begin: PageCandidate,
  next: PageCandidate | undefined,
): readonly SheetLine[] {
  return sheet
    .slice(begin.line - 1, (next?.line ?? sheet.length + 1) - 1)
    .filter((l) => l.text !== '')
}

function edgesOf(lines: readonly SheetLine[]): {
  readonly top: readonly SheetLine[]
  readonly bottom: readonly SheetLine[]
} {
  const top = lines.slice(0, EDGE)
  return { top, bottom: lines.slice(Math.max(top.length, lines.length - EDGE)).reverse() }
}

function pageMarking(
  begin: PageCandidate,
  pages: number,
  at: number,
  number: NumberedPage,
  found: Furniture | undefined,
): PageBeginning {
  const shown = found?.number
  const printed =
    shown && found ? bareNumber(found.line.text.slice(shown.from, shown.to)) : undefined
  // A sound number is shown as it is printed: `XIV`, not `xiv`.
  const sound =
    number.confirmed && printed !== undefined && (shown?.read.roman || /^\d+$/u.test(printed))
  const why = {
    start: 'the text begins here',
    'form-feed': 'a form feed',
    number: 'a bare number between blank lines',
    residue: 'one leading blank in a text without indents, at the distance of a page',
  }[begin.kind]
  return {
    kind: 'marking',
    role: 'page',
    rule: RULE,
    from: at,
    to: at,
    number: sound ? printed : number.number,
    printed,
    cert: begin.kind === 'residue' && pages < 4 ? 'medium' : 'high',
    evidence: [
      why,
      number.confirmed
        ? 'the printed number fits the sequence'
        : number.number === ''
          ? 'no number tells which page it is'
          : 'the number is inferred from the sequence of the printed ones',
    ],
  }
}

function workMarkings(found: Furniture, at: number): readonly FormeWork[] {
  const shape = {
    kind: 'marking',
    role: 'forme-work',
    rule: RULE,
    place: found.place,
    cert: 'high',
  } as const
  const works: FormeWork[] = []
  if (found.number) {
    works.push({
      ...shape,
      work: 'page-number',
      from: at + found.number.from,
      to: at + found.number.to,
      evidence: ['a page number at the edge of the page'],
    })
  }
  if (found.head) {
    works.push({
      ...shape,
      work: 'header',
      from: at + found.head.from,
      to: at + found.head.to,
      evidence: ['the same line stands at this edge of other pages nearby'],
    })
  }
  return works
}

function sequenceNotice(
  begin: PageCandidate,
  found: Furniture | undefined,
  number: NumberedPage | undefined,
): Notice | undefined {
  if (!found?.number || !number || number.confirmed) return undefined
  const text = found.line.text.slice(found.number.from, found.number.to)
  const expected = number.number === '' ? 'a number that fits the others' : number.number
  return {
    kind: 'notice',
    code: 'page-number-out-of-sequence',
    line: begin.printed,
    message: `Unexpected page number ${text}, expected ${expected}; compare the printed page`,
  }
}

function gapNotice(line: number, missing: number, number: string): Notice {
  const what = missing === 1 ? 'One page is' : `${missing} pages are`
  return {
    kind: 'notice',
    code: 'page-numbers-missing',
    line,
    message: `${what} missing before page ${number} in the sequence of page numbers; blank pages are often left out`,
  }
}
