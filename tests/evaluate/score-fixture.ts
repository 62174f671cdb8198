/** A small raw text with a bit of everything, for the tests of the scorer. */
export const RAW = [
  'Of Ink-balls',
  'and Rollers',
  '',
  'J. Oates',
  '',
  'Before there were rollers there were ink-',
  'balls, stuffed with wool, and before that a good deal of lan-',
  '',
  'guage.1 Nobody re-',
  'grets them; they were hea vy.',
  '__________',
  '1 See the Man-',
  'ual, p. 4.',
  '\f8          OF INK-BALLS',
  '',
  'But the s m e l l of them was tbe',
  'best thing in the shop.',
  '– first, wool;',
  '– then, patience.',
  '',
].join('\n')

/** What is known of it. */
export const GOLD = [
  { kind: 'page', line: 1, printed: null, number: '7' },
  { kind: 'heading', line: 1, to: 2, level: 2, text: 'Of Ink-balls and Rollers', role: 'article' },
  { kind: 'byline', line: 4, to: 4, text: 'J. Oates' },
  { line: 6, hyphen: 'hard' },
  { line: 7, hyphen: 'soft' },
  { kind: 'join', line: 9 },
  { line: 9, hyphen: 'soft' },
  { kind: 'error', line: 10, raw: 'hea vy', corr: 'heavy', class: 'space', cert: 'medium' },
  { kind: 'forme', line: 11, what: 'rule' },
  {
    kind: 'note',
    line: 12,
    to: 13,
    label: '1',
    place: 'foot',
    anchor_line: 9,
    anchor_after: 'guage.',
  },
  { kind: 'split', line: 12 },
  { line: 12, hyphen: 'soft' },
  { kind: 'page', line: 16, printed: '8', number_line: 14, number: '8' },
  { kind: 'emph', line: 16, to: 16, raw: 's m e l l', text: 'smell' },
  { kind: 'error', line: 16, raw: 'was tbe', corr: 'was the', class: 'ocr', cert: 'high' },
  { kind: 'item', line: 18, to: 18 },
  { kind: 'split', line: 18 },
  { kind: 'item', line: 19, to: 19 },
  { kind: 'split', line: 19 },
]

/** An edition of it in which nothing is amiss. */
export const EDITION = `<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0">
<teiHeader><fileDesc><titleStmt><title>Of Ink-balls</title></titleStmt></fileDesc></teiHeader>
<text><body>
<div type="article"><pb n="[7]" cert="high"/>
<head><lb n="1"/>Of Ink-balls <lb n="2"/>and Rollers</head>
<byline><lb n="4"/>J. Oates</byline>
<p><lb n="6"/>Before there were rollers there were ink-<lb n="7" break="no"/>balls, stuffed with wool, and before that a good deal of lan<lb n="9" break="no" rend="-"/>guage.<ref type="noteAnchor" target="#n1" xml:id="ref1">1</ref><note xml:id="n1" n="1" place="bottom" target="#ref1"><p><lb n="12"/><label>1</label> See the Man<lb n="13" break="no" rend="-"/>ual, p. 4.</p></note> Nobody re<lb n="10" break="no" rend="-"/>grets them; they were <choice xml:id="c.1"><corr>heavy</corr><sic>hea vy</sic></choice>.</p>
<p><pb n="8" xml:id="pb8"/><lb n="16"/>But the <hi rend="letterspaced">smell</hi> of them was <choice xml:id="c.2"><corr>the</corr><sic>tbe</sic></choice>
<lb n="17"/>best thing in the shop.</p>
<list rend="bulleted"><item><lb n="18"/><label>–</label> first, wool;</item><item><lb n="19"/><label>–</label> then, patience.</item></list>
</div>
</body></text>
</TEI>
`

/** As a reader reads it, notes last. */
export const TRUTH = {
  right: `Of Ink-balls and Rollers
J. Oates
Before there were rollers there were ink-balls, stuffed with wool, and before that a good deal of
language. Nobody regrets them; they were heavy.
But the smell of them was the best thing in the shop.
– first, wool;
– then, patience.
See the Manual, p. 4.`,
  printed: `Of Ink-balls and Rollers
J. Oates
Before there were rollers there were ink-balls, stuffed with wool, and before that a good deal of
language. Nobody regrets them; they were hea vy.
But the smell of them was tbe best thing in the shop.
– first, wool;
– then, patience.
See the Manual, p. 4.`,
}
