import type { Score } from './score.ts'
import { CERTAINTIES, type MendedFigure } from './score-errors.ts'
import { percent, type Share, showShare } from './share.ts'
import { type Miss, sayMiss } from './task.ts'

/** The figures by which books are compared, by name, as they are printed everywhere. */
export function commonFigures(score: Score): ReadonlyMap<string, string> {
  const { lines, hyphens, blocks, headings, notes, pages, emphasis, errors } = score
  const figures = new Map([
    ['lines whole', showShare(lines.figure)],
    ['hyphens soft', showShare(hyphens.figure.soft)],
    ['hyphens hard', showShare(hyphens.figure.hard)],
  ])
  if (blocks) {
    const { precision, recall } = blocks.figure
    figures.set('blocks', `P ${showShare(precision)}  R ${showShare(recall)}`)
  }
  if (headings) figures.set('headings', showFound('found ', headings.figure))
  if (notes) {
    const { bodies, linked, superfluous } = notes.figure
    const shares = `bodies ${showShare(bodies)}, linked ${showShare(linked)}`
    figures.set('notes', `${shares}, superfluous ${superfluous}`)
  }
  if (pages) figures.set('pages', showFound('', pages.figure))
  if (emphasis) figures.set('emphasis', showShare(emphasis.figure))
  if (errors) {
    const { mended, applied, unknown, pointed } = errors.figure
    for (const cert of CERTAINTIES) {
      const own = mended[cert]
      if (own) figures.set(`errors mended, ${cert}`, showMended(own))
    }
    figures.set('corrections applied', `${applied}, on a line with no known error: ${unknown}`)
    if (pointed) {
      const name = 'errors pointed at (high, medium; not comma, grammar, word)'
      figures.set(name, `${showShare(pointed)}, of ${pointed.entries} entries in the apparatus`)
    }
  }
  return figures
}

function showFound(
  lead: string,
  figure: { readonly found: Parameters<typeof showShare>[0]; readonly superfluous: number },
): string {
  return `${lead}${showShare(figure.found)}, superfluous ${figure.superfluous}`
}

function showMended({ all, classes }: MendedFigure): string {
  return `${showShare(all)}   ${showEach(classes)}`
}

/** Shares by name: `item 3/4  verse 1/1`. */
function showEach(shares: Readonly<Record<string, Share>>): string {
  const names = Object.keys(shares).sort()
  return names
    .map((name) => `${name} ${shares[name]?.hits ?? 0}/${shares[name]?.of ?? 0}`)
    .join('  ')
}

/** All figures, one a line, for people. */
export function report(score: Score): string {
  const rows = [...commonFigures(score)]
  rows.push(['page numbers', showShare(score.pageNumbers.figure)])
  rows.push(...furtherFigures(score))
  rows.push(['structure', showEach(score.structure.figure)])
  for (const [name, words] of Object.entries(score.words ?? {})) {
    const { same, changed, lost, added, moved } = words.figure
    const share = showShare({ hits: same, of: words.figure.words })
    rows.push([
      `words, ${name}`,
      `${share}, changed ${changed}, lost ${lost}, added ${added}${moved > 0 ? `, moved ${moved}` : ''}`,
    ])
  }
  return rows.map(([name, figure]) => `${name.padEnd(34)} ${figure}`).join('\n')
}

/** The figures that no other scorer has. */
function furtherFigures(score: Score): readonly [string, string][] {
  const { hyphens, forme, blocks, headings, notes, tables, contents, divided } = score
  const { removed, kinds, lost } = forme.figure
  const rows: [string, string][] = [
    ['hyphens asked', showShare(hyphens.figure.asked)],
    ['forme work removed', `${showShare(removed)}   ${showEach(kinds)}`],
    ['text lines lost', showShare(lost)],
  ]
  if (blocks) {
    rows.push(['blocks, F1', percent(blocks.figure.f1)])
    rows.push(['blocks, right kind', showShare(blocks.figure.kinds)])
  }
  if (headings) {
    const { precision, levels } = headings.figure
    const f1 = `${percent(headings.figure.f1)}, precision ${showShare(precision)}`
    rows.push(['headings, F1', `${f1}, levels ${showShare(levels)}`])
  }
  if (notes) rows.push(['false links', showShare(notes.figure.falseLinks)])
  if (tables) {
    const { found, rows: printed, superfluous } = tables.figure
    const shares = `${showShare(found)}, rows ${showShare(printed)}`
    rows.push(['tables', `${shares}, superfluous ${superfluous}`])
  }
  if (contents) {
    const { entries, linked } = contents.figure
    rows.push(['contents', `entries ${showShare(entries)}, linked ${showShare(linked)}`])
  }
  if (divided) rows.push(['divided words whole', showShare(divided.figure)])
  return rows
}

/** What fell short, by kind, for people: raw line first, then what is to be said. */
export function missesOf(score: Score): ReadonlyMap<string, readonly string[]> {
  return new Map([...missKinds(score)].map(([kind, misses]) => [kind, misses.map(sayMiss)]))
}

/** What fell short, by kind. */
export function missKinds(score: Score): ReadonlyMap<string, readonly Miss[]> {
  const { errors, words } = score
  return new Map([
    ['lines', score.lines.misses],
    ['hyphens', score.hyphens.misses],
    ['forme', score.forme.misses],
    ['blocks', score.blocks?.misses ?? []],
    ['headings', score.headings?.misses ?? []],
    ['notes', score.notes?.misses ?? []],
    ['pages', score.pages?.misses ?? []],
    ['page numbers', score.pageNumbers.misses],
    ['emphasis', score.emphasis?.misses ?? []],
    ['structure', score.structure.misses],
    ['tables', score.tables?.misses ?? []],
    ['contents', score.contents?.misses ?? []],
    ['divided words', score.divided?.misses ?? []],
    ['errors', errors?.misses ?? []],
    ['false corrections', errors?.harm ?? []],
    ['errors not pointed at', errors?.silent ?? []],
    ['words as read', words?.right.misses ?? []],
    ['words as printed', words?.printed?.misses ?? []],
  ])
}
