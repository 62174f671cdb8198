import { type Confusion, confusionsOf } from '../confusions.ts'
import { type Figure, figuresOf, showFigure, showInterval } from '../figures.ts'
import { missKinds } from '../report.ts'
import type { Score } from '../score.ts'
import type { Miss } from '../task.ts'
import { html, type Markup } from './html.ts'
import { PAGE_STYLE } from './page-style.ts'

export interface ScoredBook {
  readonly slug: string
  /** The paths of the raw text and of the truth, as they are shown. */
  readonly text: string
  readonly truth: string
  /** The raw lines; the first one is line 1. */
  readonly raw: readonly string[]
  /** By raw line, what the edition reads there. */
  readonly reading: ReadonlyMap<number, string>
  readonly score: Score
}

/** Nothing may be loaded or run: the page is text and its style. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

/** Raw lines that are shown before and after a miss. */
const AROUND = 2

/** From so many misses on, those of a kind are shown when they are asked for. */
const MANY = 40

/**
 * A page that stands by itself: the figures of a book, what was taken for what, and each miss in its
 * place among the raw lines. Text of the book is text in it, never markup.
 */
export function* scorePage(book: ScoredBook): Generator<string> {
  const kinds = [...missKinds(book.score)].filter(([, misses]) => misses.length > 0)
  const confusions = confusionsOf(book.score)
  yield html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${book.slug}: evaluation</title>
`.text
  yield `<style>${PAGE_STYLE}</style>\n</head>\n<body>\n`
  yield head(book, kinds).text
  yield '<main id="main">\n'
  if (confusions.length > 0) yield confusionTable(confusions).text
  yield figureTable(figuresOf(book.score)).text
  for (const [kind, misses] of kinds) yield* missSection(kind, misses, book)
  if (kinds.length === 0) yield '<p>Nothing fell short of the truth.</p>\n'
  yield '</main>\n</body>\n</html>\n'
}

function head(book: ScoredBook, kinds: readonly (readonly [string, readonly Miss[]])[]): Markup {
  const links = kinds.map(
    ([kind, { length }]) =>
      html`<li><a href="#${idOf(kind)}">${kind} <span class="faint">${length}</span></a></li>\n`,
  )
  return html`<a class="skip" href="#main">To the content</a>
<header>
<h1>${book.slug}</h1>
<p class="about">The edition of ${book.text}, held against ${book.truth}.</p>
</header>
<nav aria-label="Misses by kind"><ul>
${links}</ul></nav>
`
}

function idOf(kind: string): string {
  return `misses-${kind.replaceAll(' ', '-')}`
}

function figureTable(figures: readonly Figure[]): Markup {
  const rows = figures.map((figure) => {
    const full = figure.value === (figure.good === 'great' ? 1 : 0)
    return html`<tr><th scope="row">${figure.name}</th><td class="number${full ? '' : ' short'}">${showFigure(figure)}</td><td class="number interval faint">${showInterval(figure)}</td></tr>
`
  })
  return html`<section class="figures" aria-labelledby="figures">
<h2 id="figures">Figures</h2>
<table>
<caption>Shares, and where they truly lie with a probability of 95 %</caption>
<thead><tr><th scope="col">Figure</th><th scope="col" class="number">Share</th><th scope="col" class="number">95 % interval</th></tr></thead>
<tbody>
${rows}</tbody>
</table>
</section>
`
}

function confusionTable(confusions: readonly Confusion[]): Markup {
  const rows = confusions.map(
    ({ kind, truth, edition, count, examples }) =>
      html`<tr><td class="number">${count}</td><td class="kind"><a href="#${idOf(kind)}">${kind}</a></td><td><span class="truth">${truth}</span> → <span class="wrong">${edition}</span>${exampleList(examples)}</td></tr>
`,
  )
  return html`<section class="confusions" aria-labelledby="confusions">
<h2 id="confusions">Taken for another</h2>
<table>
<caption>What it is → what the edition takes it for, most frequent first</caption>
<thead><tr><th scope="col" class="number">Times</th><th scope="col">Kind</th><th scope="col">Truth → edition</th></tr></thead>
<tbody>
${rows}</tbody>
</table>
</section>
`
}

function exampleList(examples: readonly string[]): readonly Markup[] {
  return examples.length === 0 ? [] : [html`<br><span class="faint">${examples.join('; ')}</span>`]
}

function* missSection(kind: string, misses: readonly Miss[], book: ScoredBook): Generator<string> {
  const open = misses.length <= MANY ? html` open` : html``
  yield html`<section id="${idOf(kind)}">
<details${open}>
<summary><h2>${kind}</h2> <span class="count">${misses.length}</span></summary>
<ol class="misses">
`.text
  for (const miss of misses) yield missItem(miss, book).text
  yield '</ol>\n</details>\n</section>\n'
}

function missItem({ line, text, truth, edition }: Miss, book: ScoredBook): Markup {
  const place = line === 0 ? html`No line is known` : html`Line ${line}`
  const what = text === '' ? [] : [html`<dt>at</dt><dd>${text}</dd>`]
  const reads = book.reading.get(line)?.trim()
  const said = reads ? [html`<dt>reads</dt><dd>${reads}</dd>`] : []
  return html`<li>
<h3>${place}</h3>
<dl>${what}<dt>truth</dt><dd class="truth">${truth}</dd><dt>edition</dt><dd class="wrong">${edition}</dd>${said}</dl>
${line === 0 ? [] : [rawLines(line, book.raw)]}</li>
`
}

/** The raw lines around a miss, with their numbers. */
function rawLines(line: number, raw: readonly string[]): Markup {
  const from = Math.max(1, line - AROUND)
  const rows = raw.slice(from - 1, line + AROUND).map((text, i) => {
    const n = from + i
    const here = n === line ? html` class="here" aria-current="true"` : html``
    return html`<li${here}><span class="n">${n}</span><span class="t">${text}</span></li>
`
  })
  return html`<ol class="lines" aria-label="Raw lines around line ${line}">
${rows}</ol>
`
}
