/** The style sheet of the e-book. Faces, sizes, margins and colours are the reader's own choice. */
export const STYLE = `body { margin: 0 5%; line-height: 1.45; hyphens: auto; -webkit-hyphens: auto; }
h1, h2, h3, h4, h5, h6 { margin: 1.6em 0 0.8em; font-weight: normal; line-height: 1.25; text-align: center; hyphens: none; -webkit-hyphens: none; break-after: avoid; page-break-after: avoid; }
h1 { margin-top: 2.5em; font-size: 1.5em; }
h2 { font-size: 1.3em; }
h3 { font-size: 1.15em; }
h4, h5, h6 { font-size: 1em; font-style: italic; }
p { margin: 0; orphans: 2; widows: 2; }
p + p { text-indent: 1.4em; }
.title { text-align: center; }
.title p, .byline, .source, .dateline, .signed, .salute, .divider { text-indent: 0 !important; }
.title h1 { margin: 0.5em 0 0.3em; font-size: 2em; }
.title { margin-top: 20%; }
.subtitle, .byline, .dateline, .signed { font-style: italic; }
.imprint { margin-top: 3em; }
.byline, .source, .divider { text-align: center; }
.byline, .source { margin-bottom: 0.8em; }
.source, .edition, .imprint { font-size: 0.9em; }
.dateline, .signed { margin: 0.6em 0; text-align: right; }
.salute { margin: 0.8em 0 0.4em; }
.divider { margin: 1.2em 0; }
blockquote { margin: 1em 0 1em 1.5em; font-size: 0.95em; }
.epigraph { margin-left: 30%; font-style: italic; }
.letter { margin: 1em 0; }
.verse { margin: 1em 0 1em 1.5em; }
.verseLine, .entry, li { padding-left: 1.5em; text-indent: -1.5em !important; }
ul { margin: 0.7em 0; padding: 0; list-style: none; }
.table { margin: 1em 0; font-size: 0.9em; }
td { padding: 0.2em 1em 0.2em 0; vertical-align: top; }
.row { text-indent: 0 !important; white-space: pre-wrap; font-family: monospace; font-size: 0.85em; }
em { font-style: normal; letter-spacing: 0.12em; }
.call { font-size: 0.75em; line-height: 1; vertical-align: super; text-decoration: none; }
.cor { color: inherit; text-decoration: underline; text-decoration-style: dotted; }
.notes { margin-top: 2em; padding-top: 0.8em; border-top: 1px solid; }
.note { margin: 0.5em 0; font-size: 0.9em; }
.siglum { text-decoration: none; }
.apparatus li { margin: 0.3em 0; font-size: 0.9em; }
.lemma { color: inherit; }
.why { font-size: 0.85em; }
dt { margin-top: 0.6em; font-size: 0.85em; }
dd { margin: 0; overflow-wrap: anywhere; }
nav ol { padding-left: 1.2em; list-style: none; }
`
