import type { Edition } from '../../model/edition.ts'
import { escapeText } from '../../model/xml-text.ts'
import { charDecl } from '../source/char-decl.ts'
import { sourceDoc } from '../source/source-doc.ts'
import { body } from './body.ts'
import { translated } from './dialect.ts'
import { dtabf } from './dtabf/dtabf.ts'
import { addressesApart, addressesTogether, prefixDefinitions } from './header/addresses.ts'
import { SCHEMA } from './header/encoding-description.ts'
import { header } from './header/header.ts'
import { EDITION, PARALLEL, PLAIN, type Profile } from './profile.ts'
import { PROLOG, prolog, startOfBook } from './prolog.ts'
import { simplePrint } from './simple-print.ts'
import { standOff } from './stand-off.ts'
import { tokensOf, written } from './tokens.ts'

/** `BOOK.xml`: the header and the text. */
export function textFile(edition: Edition): Iterable<string> {
  return profiled(edition, EDITION)
}

/** `BOOK.plain.xml`: the corrected text alone. */
export function plainFile(edition: Edition): Iterable<string> {
  return profiled(edition, PLAIN)
}

/** `BOOK.parallel.xml`: the text with its apparatus in it. */
export function parallelFile(edition: Edition): Iterable<string> {
  return profiled(edition, PARALLEL)
}

function* profiled(edition: Edition, profile: Profile): Iterable<string> {
  yield PROLOG
  yield* document(edition, profile)
}

/** The root of a file, with all that is in it. */
function* document(edition: Edition, profile: Profile): Iterable<string> {
  yield `${startOfBook(edition)}${header(edition, addressesApart(edition), profile)}`
  yield* body(edition, profile)
  yield '</TEI>\n'
}

/** `BOOK.simplePrint.xml`: the edition in TEI simplePrint. */
export function* simplePrintFile(edition: Edition): Iterable<string> {
  yield prolog(SIMPLE_PRINT)
  yield* written(translated(tokensOf(document(edition, EDITION)), simplePrint))
}

/** `BOOK.dtabf.xml`: the edition in the base format of the Deutsches Textarchiv. */
export function* dtabfFile(edition: Edition): Iterable<string> {
  yield `${prolog(DTABF)}<TEI xmlns="http://www.tei-c.org/ns/1.0">\n`
  yield* dtabf(edition)
  yield '</TEI>\n'
}

const DTABF = 'https://www.deutschestextarchiv.de/basisformat.rng'

const SIMPLE_PRINT = SCHEMA.replace('tei_all', 'tei_simplePrint')

/** `BOOK.apparatus.xml`: every decision on the text, apart from it. */
export function* apparatusFile(edition: Edition): Iterable<string> {
  const title = escapeText(edition.book.title)
  yield `${PROLOG}<TEI xmlns="http://www.tei-c.org/ns/1.0">\n<teiHeader xml:lang="en">\n`
  yield `<fileDesc><titleStmt><title>Apparatus of ${title}</title></titleStmt><publicationStmt><p>Part of the edition.</p></publicationStmt><sourceDesc><p>See the edition.</p></sourceDesc></fileDesc>\n`
  yield `<encodingDesc>\n${charDecl(edition)}${EDITION.variants}`
  yield `${prefixDefinitions(addressesApart(edition))}</encodingDesc>\n</teiHeader>\n`
  yield* standOff(edition)
  yield '</TEI>\n'
}

/** Everything in one file: header, source layer, apparatus, text. */
export function* bundleFile(edition: Edition): Iterable<string> {
  yield `${PROLOG}${startOfBook(edition)}${header(edition, addressesTogether(edition), EDITION)}`
  yield* sourceDoc(edition)
  yield* standOff(edition)
  yield* body(edition, EDITION)
  yield '</TEI>\n'
}
