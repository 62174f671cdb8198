import type { FormeWork, PageBeginning } from '../../model/marking.ts'
import type { Notice } from '../../model/notice.ts'
import type { Finding, Pass } from '../../model/rule.ts'
import { columnNotice } from './column-notice.ts'
import { type Furniture, findFurniture } from './furniture.ts'
import { dividePages, type PageCandidate } from './page-division.ts'
import { edgesOf } from './page-edge.ts'
import { type NumberedPage, numberPages } from './page-numbers.ts'
import { type SheetLine, sheetLines } from './page-sheet.ts'
import { bareNumber } from './printed-number.ts'

const RULE = 'page/page'

/** Finds where pages begin, their numbers, and the forme work at their edges. */
export const page: Pass = (view) => {
  const { witness, survey } = view
  const sheet = sheetLines(witness.lines)
  const begins = dividePages(sheet, survey.measure)
  const sheets = begins.map((begin, i) => printedLines(sheet, begin, begins[i + 1]))
  const edges = sheets.map(edgesOf)
  const leaves = leavesOf(begins)
  const { numbers, gaps } = numberPages(
    edges.map(({ readings }, i) => {
      return { readings, leaf: leaves[i] ?? i, size: sheets[i]?.length ?? 0 }
    }),
  )
  const sequenced = edges.map((edge, i) => ({
    ...edge,
    confirmed: edge.readings[numbers[i]?.confirmed ?? -1],
    supported: numbers[i]?.supported ?? false,
    lines: sheets[i] ?? [],
  }))
  const furniture = findFurniture(sequenced, sheet, survey.measure)
  const findings: Finding[] = []
  begins.forEach((begin, i) => {
    const number = numbers[i]
    const printed = furniture[i]?.find((found) => found.number !== undefined)
    const isSound = printed !== undefined && sequenced[i]?.confirmed?.reading === printed.number
    const at = witness.lines.from(begin.line)
    if (number) findings.push(pageMarking(begin, begins.length, at, number, printed, isSound))
    for (const found of furniture[i] ?? []) {
      findings.push(...workMarkings(found, offsetOf(found.line)))
    }
    const wrong = isSound ? undefined : sequenceNotice(begin, printed, number)
    if (wrong) findings.push(wrong)
  })
  for (const gap of gaps) {
    const line = begins[gap.page]?.printed ?? 0
    findings.push(gapNotice(line, gap.missing, numbers[gap.page]?.number ?? ''))
  }
  const columns = columnNotice(
    sheets.map((lines, i) => ({ number: numbers[i]?.number ?? '', lines })),
  )
  if (columns) findings.push(columns)
  return findings

  /** The witness offset of a sheet line's first printed character. */
  function offsetOf(line: SheetLine): number {
    return witness.lines.from(line.line) + witness.lines.content(line.line).lastIndexOf(line.text)
  }
}

/** Which page of the sheaf each page is, blank ones counted. */
function leavesOf(begins: readonly PageCandidate[]): readonly number[] {
  let leaf = -1
  return begins.map(({ blank = 0 }) => {
    leaf += 1 + blank
    return leaf
  })
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

function pageMarking(
  begin: PageCandidate,
  pages: number,
  at: number,
  number: NumberedPage,
  found: Furniture | undefined,
  isSound: boolean,
): PageBeginning {
  const shown = found?.number
  const printed =
    shown && found ? bareNumber(found.line.text.slice(shown.from, shown.to)) : undefined
  // A sound number is shown as it is printed: `XIV`, not `xiv`.
  const sound = isSound && printed !== undefined && (shown?.roman || /^\d+$/u.test(printed))
  const why = {
    start: 'the text begins here',
    'form-feed': 'a form feed',
    number: 'a bare number between blank lines',
    folio: 'a page number in the sequence of the others',
    between: 'the page numbers have a page more here, and it begins here most likely',
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
    cert: begin.kind === 'between' || (begin.kind === 'residue' && pages < 4) ? 'medium' : 'high',
    evidence: [
      why,
      isSound
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
      evidence: [
        found.number
          ? 'a title beside the number of the page, as on other pages'
          : 'the same line stands at this edge of other pages nearby',
      ],
    })
  }
  if (found.signature) {
    works.push({
      ...shape,
      work: 'signature',
      from: at + found.signature.from,
      to: at + found.signature.to,
      evidence: ['the sign of a gathering alone at the foot of the page, as on other pages'],
    })
  }
  if (found.catchword) {
    works.push({
      ...shape,
      work: 'catchword',
      from: at + found.catchword.from,
      to: at + found.catchword.to,
      evidence: ['the first word of the next page at the right end of the last line'],
    })
  }
  return works
}

function sequenceNotice(
  begin: PageCandidate,
  found: Furniture | undefined,
  number: NumberedPage | undefined,
): Notice | undefined {
  if (!found?.number || !number) return undefined
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
