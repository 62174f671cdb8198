import type { Edition } from '../../../model/edition.ts'
import { escapeText } from '../../../model/xml-text.ts'
import type { BookPlan } from '../../library/parts-of-book.ts'
import { charDecl } from '../../source/char-decl.ts'
import type { Profile } from '../profile.ts'
import { attribute } from '../xml-id.ts'
import { type Addresses, prefixDefinitions } from './addresses.ts'
import { checkedOf, editorialDeclaration } from './editorial-declaration.ts'
import { readableDate } from './element.ts'
import { referencesDeclaration } from './references-declaration.ts'
import { ruleTaxonomy } from './rule-taxonomy.ts'

/** Where the schema is that the files are valid against. */
export const SCHEMA =
  'https://www.tei-c.org/Vault/P5/4.12.0/xml/tei/custom/schema/relaxng/tei_all.rng'

/** How what bears a `rend` is printed, and how divisions are encoded. */
const TAGS = `<tagsDecl partial="true">
<rendition scheme="css" selector="hi[rend='letterspaced']">letter-spacing: 0.2em;</rendition>
<rendition scheme="css" selector="quote[rend='block']">display: block; margin: 1em 2em;</rendition>
<namespace name="http://www.tei-c.org/ns/1.0"><tagUsage gi="div">Unnumbered divs are used.</tagUsage></namespace>
</tagsDecl>
`

/** How the text was made and is encoded. */
export function encodingDescription(
  edition: Edition,
  plan: BookPlan,
  addresses: Addresses,
  profile: Profile,
): string {
  return [
    '<encodingDesc>\n',
    projectDescription(edition),
    '<samplingDecl><p>Nothing of the raw text is left out. Running heads, printed page numbers and other forme work stand in the source layer, not in the text.</p></samplingDecl>\n',
    editorialDeclaration(checkedOf(edition, plan), profile.declaration),
    TAGS,
    referencesDeclaration(edition),
    ruleTaxonomy(edition),
    charDecl(edition),
    profile.variants,
    prefixDefinitions(addresses),
    application(edition),
    `<schemaRef type="relaxng" url="${SCHEMA}"/>\n`,
    '</encodingDesc>\n',
  ].join('')
}

function projectDescription({ book: { project } }: Edition): string {
  return [
    '<projectDesc>',
    project ? `<p>${escapeText(project)}</p>` : '',
    '<p>Made from the raw text of a printed book by rules; every change is in the apparatus, and people decide.</p>',
    '</projectDesc>\n',
  ].join('')
}

/** The version as TEI allows it: numbers and small letters, without what marks a forerunner. */
function application({ book, version }: Edition): string {
  const when = attribute('when', readableDate(book.date))
  const plain = /^\d+[a-z]*\d*(?:\.\d+[a-z]*\d*){0,3}/.exec(version)?.[0] ?? '0'
  return `<appInfo><application xml:id="emend" ident="emend" version="${plain}"${when}><label>Emend</label></application></appInfo>\n`
}
