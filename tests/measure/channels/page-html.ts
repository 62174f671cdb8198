import type { Piece, PrintedBook, PrintedLine, PrintedPage } from './printed-pages.ts'

/** How a book looks in print. Lengths are in CSS pixels, 96 to the inch. */
export interface Look {
  readonly font: string
  readonly size: number
  readonly leading: number
  readonly margin: number
}

export const LOOK: Look = { font: 'Liberation Serif', size: 14, leading: 17, margin: 64 }

/**
 * The pages as HTML, one printed page each, each line a block of its own. All text stands in it as
 * text. A script in it measures the lines, and justifies those that are full.
 */
export function pagesHtml(book: PrintedBook, language: string, look: Look = LOOK): string {
  const rows = Math.max(...book.pages.map(rowsOf), 1)
  const pages = book.pages.map((page) => pageHtml(page))
  return `<!DOCTYPE html><html lang="${escaped(language)}"><head><meta charset="utf-8"><style>
@page { margin: 0 }
:root { --cell: 1px; --column: 1px; --note: 1px; --notesize: 1px }
* { margin: 0; padding: 0 }
body { font: ${look.size}px/${look.leading}px "${look.font}", serif; hyphens: manual }
.page { box-sizing: border-box; padding: ${look.margin}px; display: flex; flex-direction: column;
  height: ${rows * look.leading + 2 * look.margin + look.leading}px; break-after: page; overflow: hidden }
.page:last-child { break-after: auto }
.foot { margin-top: auto }
.line { position: relative; width: var(--column); height: ${look.leading}px; white-space: pre }
.line > span { position: absolute; left: calc(var(--from) * var(--cell)) }
.line > span.right { left: auto; right: calc(var(--back) * var(--cell)) }
.centre { text-align: center }
.centre > span { position: static }
.heading { font-weight: bold }
.note { font-size: var(--notesize) }
.note > span { left: calc(var(--from) * var(--note)) }
.rule { border-top: 1px solid black; height: 6px }
i { font-style: normal }
sup { font-size: 66%; line-height: 0 }
</style></head><body data-measure="${book.measure}" data-shift="${Math.max(0, ...book.pages.map(({ margin }) => margin))}" data-note="${book.noteMeasure}" data-size="${look.size}" data-margin="${look.margin}">
${pages.join('\n')}
<script>${SCRIPT}</script></body></html>
`
}

function rowsOf(page: PrintedPage): number {
  return page.lines.reduce((sum, { gap }) => sum + 1 + gap, 0)
}

function pageHtml({ lines, foot, margin }: PrintedPage): string {
  const head = lines.slice(0, foot).map(lineHtml).join('\n')
  const below = lines.slice(foot).map(lineHtml).join('\n')
  const style = `margin-left: calc(${margin} * var(--cell))`
  return `<div class="page" style="${style}"><div>${head}</div><div class="foot">${below}</div></div>`
}

function lineHtml(line: PrintedLine): string {
  const { set, align, gap } = line
  const space = '<div class="line"></div>'.repeat(gap)
  if (set === 'rule') {
    const length = line.parts.reduce((sum, { from, to }) => sum + to - from, 0)
    const indent = line.parts[0]?.from ?? 0
    const style = `width: calc(${length} * var(--cell)); margin-left: calc(${indent} * var(--cell))`
    return `${space}<div class="rule" style="${style}"></div>`
  }
  const many = line.parts.length > 1
  const parts = line.parts.map(({ from, to, pieces }, i) => {
    const text = pieces.map(pieceHtml).join('')
    const last = many && i === line.parts.length - 1
    const full = align === 'justified' ? ' data-full' : ''
    return `<span data-from="${from}" data-to="${to}"${full}${last ? ' data-last' : ''}>${text}</span>`
  })
  return `${space}<div class="line ${set} ${align}">${parts.join('')}</div>`
}

/** A leader of dots is an element of its own: it is what is stretched. */
function pieceHtml({ text, raised }: Piece): string {
  if (raised) return `<sup>${escaped(text)}</sup>`
  const [leader = ''] = /^(?:\. ?){3,}/u.exec(text) ?? []
  return (leader && `<i>${leader}</i>`) + escaped(text.slice(leader.length))
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

/**
 * Finds the width of a column in which nearly all full lines fit, and stretches each to it: up to a
 * fortieth between the letters, the rest between the words, as compositors do; a line that would have
 * to be torn apart stays short.
 */
const SCRIPT = `
const root = document.documentElement.style
const { measure, note, size, margin, shift } = Object.fromEntries(
  Object.entries(document.body.dataset).map(([name, value]) => [name, Number(value)]))
const spans = [...document.querySelectorAll('.line > span')]
for (const span of spans) span.style.setProperty('--from', span.dataset.from)
const widthOf = (span) => span.getBoundingClientRect().width
const isNote = (span) => span.parentElement.classList.contains('note')
const share = (list, part) => list.sort((a, b) => a - b)[Math.floor(list.length * part)]
const full = spans.filter((span) => 'full' in span.dataset)
root.setProperty('--notesize', size + 'px')
const perCharacter = (list) => list.map((span) => widthOf(span) / (span.dataset.to - span.dataset.from))
const text = full.filter((span) => !isNote(span))
const cell = share(perCharacter(text), 0.95) ?? size * 0.48
const column = cell * measure
const small = share(perCharacter(full.filter(isNote)), 0.95) ?? cell
const unit = Math.min(column / note, small * 0.92)
const noteSize = Math.max(0.75, Math.min(0.92, unit / small)) * size
root.setProperty('--notesize', noteSize + 'px')
root.setProperty('--cell', cell + 'px')
root.setProperty('--note', unit + 'px')
root.setProperty('--column', column + 'px')
for (const span of spans) {
  if (!('last' in span.dataset)) continue
  const back = measure - span.dataset.to
  if (back > 2) continue
  span.classList.add('right')
  span.style.setProperty('--back', Math.max(0, back))
}
const found = spans.map((span) => {
  const [step, wide] = isNote(span) ? [unit, unit * note] : [cell, column]
  const next = span.nextElementSibling
  const before = span.firstElementChild?.localName === 'i' && span.previousElementSibling
  const room = before ? column - before.dataset.from * cell - widthOf(before) - cell / 2
    : 'full' in span.dataset || !next ? wide - span.dataset.from * step
    : next.classList.contains('right') ? Infinity : (next.dataset.from - span.dataset.from - 1) * step
  return { span, room, width: widthOf(span), leader: before && span.firstElementChild }
})
for (const { span, room, width, leader } of found) {
  const over = room - width
  if (leader) {
    leader.style.letterSpacing = over / leader.textContent.length + 'px'
    continue
  }
  if (!('full' in span.dataset) && over >= 0) continue
  const letters = span.textContent.length - 1
  const words = span.textContent.split(' ').length - 1
  const most = width / 40
  const between = words === 0 ? over : Math.max(-most, Math.min(most, over))
  span.style.letterSpacing = between / Math.max(1, letters) + 'px'
  if (words > 0) span.style.wordSpacing = Math.min(size * 0.35, (over - between) / words) + 'px'
}
const page = document.querySelector('.page')
const sheet = document.createElement('style')
sheet.textContent = '@page { size: ' + Math.ceil(column + shift * cell + 2 * margin) + 'px ' + Math.ceil(page.getBoundingClientRect().height) + 'px }'
document.head.append(sheet)
`
