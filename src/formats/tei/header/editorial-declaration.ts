import type { Edition } from '../../../model/edition.ts'
import type { BookPlan } from '../../library/parts-of-book.ts'

/** How thoroughly the text was checked, as `correction/@status` has it. */
export type Checked = 'high' | 'medium' | 'low'

/**
 * Thoroughly when somebody has verified each page after another looked at it, once when each was
 * looked at; else it must be said that it was not.
 */
export function checkedOf({ pageReviews }: Edition, { pages }: BookPlan): Checked {
  const done = pageReviews.filter(({ state }) => state === 'reviewed' || state === 'verified')
  if (done.length === 0 || done.length < pages.length) return 'low'
  return done.every(({ state }) => state === 'verified') ? 'high' : 'medium'
}

/** What was done to the text, and how thoroughly it was checked. */
export function editorialDeclaration(checked: Checked, declaration: string): string {
  return declaration.replace('<correction ', `<correction status="${checked}" `)
}

/** What was done to the corrected text alone: nothing of it shows where. */
export const PLAIN_DECLARATION = `<editorialDecl>
<correction method="silent"><p>Errors of the raw text and of the print are corrected without a sign; the edition that this text was taken from has an apparatus of them.</p></correction>
<normalization method="silent"><p>Homoglyphs, punctuation, and the white space of the layout.</p></normalization>
<punctuation marks="all" placement="external"><p>Kept as characters.</p></punctuation>
<quotation marks="all"><p>Quotation marks are kept as characters.</p></quotation>
<hyphenation eol="none"><p>A hyphen that the printer put at a line end is left out; one that nobody has decided about stays as it is printed.</p></hyphenation>
<segmentation><p>div and p; pages by pb; the lines of the print are not kept.</p></segmentation>
<interpretation><p>None.</p></interpretation>
</editorialDecl>
`

/** What was done to the text of an edition, as TEI wants it said. It is the same for all. */
export const EDITORIAL_DECLARATION = declaration(
  `<correction method="markup"><p>Errors of the raw text and of the print: choice, with corr first and sic as printed. A word omitted has an empty sic, one printed twice an empty corr. Each has an app in the apparatus, and so has what was only proposed.</p></correction>
<normalization method="markup"><p>Homoglyphs, punctuation, and words that are spelled otherwise at a line end: choice, with reg first and orig as printed.</p></normalization>`,
)

/** The same, where the apparatus stands within the text. */
export const PARALLEL_DECLARATION = declaration(
  `<correction method="markup"><p>Errors of the raw text and of the print: app. What is read is the lem; what is printed is the reading, lem or rdg, whose wit is the raw text. A word omitted has an empty rdg, one printed twice an empty lem. Where something was only proposed or is rejected, the lem is what is printed.</p></correction>
<normalization method="markup"><p>Homoglyphs and punctuation: app, as errors; its type says what it is.</p></normalization>`,
)

function declaration(changes: string): string {
  return `<editorialDecl>
${changes}
<normalization method="silent"><p>White space of the layout only: indents, runs of blanks, blanks at line ends, blank lines, blanks between the letters of letter-spaced words. It stands in the source layer.</p></normalization>
<punctuation marks="all" placement="external"><p>Kept as characters.</p></punctuation>
<quotation marks="all"><p>Quotation marks are kept as characters.</p></quotation>
<hyphenation eol="hard"><p>A hyphen that the printer put at a line end is not in the text: the lb or pb behind it has break="no" and, in rend, the character of the source. The author's hyphen is in the text before an lb with break="no". Where it is undecided, it is a pc with force="inter" before an lb with break="maybe".</p></hyphenation>
<segmentation><p>div, p, and lb for each line of the raw text, n being its number; a line that goes on in another place has its lb there again.</p></segmentation>
<interpretation><p>None.</p></interpretation>
</editorialDecl>
`
}
