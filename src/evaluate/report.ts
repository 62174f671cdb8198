import type { Score } from './score.ts'
import { CERTAINTIES, type MendedFigure } from './score-errors.ts'
import { showShare } from './share.ts'

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
      const own = mended.get(cert)
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
  const names = [...classes.keys()].sort()
  const each = names.map((name) => {
    const { hits, of } = classes.get(name) ?? { hits: 0, of: 0 }
    return `${name} ${hits}/${of}`
  })
  return `${showShare(all)}   ${each.join('  ')}`
}

/** All figures, one a line, for people. */
export function report(score: Score): string {
  const rows = [...commonFigures(score)]
  rows.push(['page numbers', showShare(score.pageNumbers.figure)])
  const kinds = [...score.structure.figure].map(([kind, { hits, of }]) => `${kind} ${hits}/${of}`)
  rows.push(['structure', kinds.join('  ')])
  for (const [name, words] of Object.entries(score.words ?? {})) {
    const { same, changed, lost, added } = words.figure
    const share = showShare({ hits: same, of: words.figure.words })
    rows.push([`words, ${name}`, `${share}, changed ${changed}, lost ${lost}, added ${added}`])
  }
  return rows.map(([name, figure]) => `${name.padEnd(34)} ${figure}`).join('\n')
}

/** What fell short, by kind, for people: raw line first, then what is to be said. */
export function missesOf(score: Score): ReadonlyMap<string, readonly string[]> {
  const { errors, words } = score
  return new Map([
    ['lines', score.lines.misses],
    ['hyphens', score.hyphens.misses],
    ['blocks', score.blocks?.misses ?? []],
    ['headings', score.headings?.misses ?? []],
    ['notes', score.notes?.misses ?? []],
    ['pages', score.pages?.misses ?? []],
    ['page numbers', score.pageNumbers.misses],
    ['emphasis', score.emphasis?.misses ?? []],
    ['structure', score.structure.misses],
    ['errors', errors?.misses ?? []],
    ['false corrections', errors?.harm ?? []],
    ['errors not pointed at', errors?.silent ?? []],
    ['words as read', words?.right.misses ?? []],
    ['words as printed', words?.printed.misses ?? []],
  ])
}
