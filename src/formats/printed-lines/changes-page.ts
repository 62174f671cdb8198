import { type Correction, nearContext } from '../../model/correction.ts'
import type { Edition } from '../../model/edition.ts'
import type { BuiltFormat } from '../format.ts'

/** `BOOK.changes.html`: the corrections page by page, each in its line, with rule and evidence. */
export const changesPage: BuiltFormat = {
  name: 'changes',
  files(edition) {
    return new Map([[`${edition.book.slug}.changes.html`, pageLines(edition)]])
  },
}

const STYLE = `:root{color-scheme:light dark;font:1rem/1.5 Georgia,"Times New Roman",serif}
body{max-width:52rem;margin:2rem auto;padding:0 1rem}
h1{font-weight:normal}h2{font-size:1.1rem;margin:2rem 0 .5rem;border-bottom:1px solid color-mix(in srgb,currentColor 25%,transparent)}
ol{list-style:none;margin:0;padding:0}li{display:grid;grid-template-columns:4rem 1fr;gap:0 1rem;margin:.6rem 0}
.line{text-align:end;opacity:.75;font-variant-numeric:tabular-nums}p{margin:0;overflow-wrap:anywhere;white-space:pre-wrap}
del{color:light-dark(#93271a,#f0a08f)}ins{color:light-dark(#1d5c2f,#8fd3a3);font-weight:bold}
.why{grid-column:2;font-size:.85rem;opacity:.8}`

/** The page, a line at a time. It has no script, and takes nothing from elsewhere. */
function* pageLines({ book, corrections }: Edition): Iterable<string> {
  yield `<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n`
  yield `<meta name="viewport" content="width=device-width">\n`
  yield `<title>${escaped(book.title)}: corrections</title>\n<style>${STYLE}</style>\n</head>\n`
  yield `<body>\n<h1>${escaped(book.title)}: corrections</h1>\n`
  let page: string | undefined
  for (const correction of corrections) {
    if (correction.beatenBy !== undefined) continue
    if (correction.page !== page) {
      if (page !== undefined) yield '</ol>\n'
      page = correction.page
      yield `<h2>Page ${escaped(page)}</h2>\n<ol>\n`
    }
    yield entry(correction, book.language)
  }
  if (page === undefined) yield '<p>Nothing is corrected.</p>\n'
  else yield '</ol>\n'
  yield '</body>\n</html>\n'
}

function entry(correction: Correction, language: string): string {
  const context = nearContext(correction)
  const { id, line, sic, corr, rules, state, by, cert, evidence, notes } = correction
  const gone = sic === '' ? '' : `<del>${escaped(sic)}</del>`
  const made = corr === '' ? '' : `<ins>${escaped(corr)}</ins>`
  const who = by === undefined ? `${state}, ${cert}` : `${state} by ${by}`
  const why = [`${rules.join(', ') || 'by hand'} (${who}).`, ...evidence]
  const said = notes.map((note) => `${note.by}: ${note.text}`)
  return (
    `<li id="${escaped(id)}"><span class="line">${line}</span>` +
    `<p lang="${escaped(language)}">${escaped(context[0])}${gone}${made}${escaped(context[1])}</p>` +
    `<p class="why">${escaped([...why, ...said].join(' '))}</p></li>\n`
  )
}

/** Text as text, control characters made visible. */
function escaped(text: string): string {
  return text
    .replace(/[\0-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, pictured)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

function pictured(character: string): string {
  const code = character.charCodeAt(0)
  return code < 0x20 ? String.fromCharCode(0x2400 + code) : '\ufffd'
}
