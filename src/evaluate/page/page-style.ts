/** How the page looks: one column that fits a telephone, light and dark, no font from elsewhere. */
export const PAGE_STYLE = `
:root { color-scheme: light dark;
  --paper: #fdfcf9; --ink: #1d1b18; --faint: #625d54; --line: #ded9cf; --sheet: #f4f1ea;
  --mark: #fbe8b0; --truth: #1b6131; --wrong: #a32218; --link: #14508c; }
@media (prefers-color-scheme: dark) { :root {
  --paper: #191816; --ink: #e9e5dd; --faint: #a8a196; --line: #3a3732; --sheet: #23211e;
  --mark: #4d3f10; --truth: #86d39c; --wrong: #ff9c8f; --link: #8ec1f5; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1rem clamp(.75rem, 3vw, 2.5rem) 4rem; max-width: 68rem;
  background: var(--paper); color: var(--ink); overflow-wrap: break-word;
  font: 1rem/1.5 system-ui, sans-serif; }
h1 { font-size: 1.6rem; line-height: 1.2; margin: .5rem 0; }
h2 { font-size: 1.2rem; margin: 0; display: inline; }
a { color: var(--link); }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; left: -99rem; }
.skip:focus { position: static; }
.about { color: var(--faint); margin: 0 0 1rem; }
nav ul { display: flex; flex-wrap: wrap; gap: .4rem .5rem; list-style: none; padding: 0; margin: 1rem 0; }
nav a { display: block; padding: .3rem .65rem; border: 1px solid var(--line); border-radius: 1rem;
  text-decoration: none; }
section { margin-top: 2rem; }
table { border-collapse: collapse; width: 100%; margin-top: .75rem; }
caption { text-align: left; color: var(--faint); padding-bottom: .4rem; }
th, td { text-align: left; vertical-align: top; padding: .3rem .75rem .3rem 0;
  border-bottom: 1px solid var(--line); font-weight: normal; }
thead th { color: var(--faint); font-size: .85rem; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
td.number:first-child, th.number:first-child { width: 4rem; }
td.kind { white-space: nowrap; }
td.short { color: var(--wrong); font-weight: 600; }
.faint { color: var(--faint); }
summary { cursor: pointer; padding: .5rem 0; border-bottom: 2px solid var(--line); }
.count { color: var(--faint); margin-left: .4rem; }
ol.misses { list-style: none; margin: 0; padding: 0; }
ol.misses > li { padding: 1rem 0; border-bottom: 1px solid var(--line); }
h3 { font-size: 1rem; margin: 0 0 .4rem; }
.truth { color: var(--truth); } .wrong { color: var(--wrong); }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem .75rem; margin: 0 0 .5rem; }
dt { color: var(--faint); } dd { margin: 0; unicode-bidi: isolate; white-space: pre-wrap;
  overflow-wrap: anywhere; }
.lines { background: var(--sheet); border-radius: .3rem; padding: .4rem 0; margin: 0;
  list-style: none; font: .85rem/1.5 ui-monospace, monospace; }
.lines li { display: grid; grid-template-columns: 3.6rem 1fr; gap: .75rem; padding: 0 .6rem; }
.lines .n { color: var(--faint); text-align: right; user-select: none; }
.lines .t { white-space: pre-wrap; overflow-wrap: anywhere; unicode-bidi: isolate; }
.lines li.here { background: var(--mark); }
@media (max-width: 40rem) {
  .figures thead { position: absolute; left: -99rem; }
  .figures tr { display: grid; grid-template-columns: 1fr auto; border-bottom: 1px solid var(--line);
    column-gap: 1rem; padding: .3rem 0; }
  .figures th, .figures td { border: 0; padding: 0; }
  .figures td.interval { grid-column: 1 / -1; text-align: left; font-size: .85rem; }
    .confusions td.kind { white-space: normal; }
  .figures td.interval:empty { display: none; }
  .lines { font-size: .78rem; }
  .lines li { grid-template-columns: 2.6rem 1fr; gap: .5rem; padding: 0 .4rem; } }
@media print { nav, .skip { display: none; } }
`
