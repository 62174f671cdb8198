import type { Edition } from '../../../model/edition.ts'

/** Where the files of an edition are, as they point to each other. */
export interface Addresses {
  /** Of the raw text. */
  readonly raw: string
  /** Of the source layer; empty where it is in the same file. */
  readonly source: string
  /** Of the text of the edition; empty where it is in the same file. */
  readonly text: string
}

/** The addresses of files that stand apart, as seen from one of them. */
export function addressesApart(edition: Edition): Addresses {
  const slug = encodeURIComponent(edition.book.slug)
  return { raw: rawAddress(edition), source: `${slug}.source.xml`, text: `${slug}.xml` }
}

/** The addresses within one file. */
export function addressesTogether(edition: Edition): Addresses {
  return { raw: rawAddress(edition), source: '', text: '' }
}

/** The addresses as seen from a folder in that of the edition, where the text is in a file of this name. */
export function addressesBelow(edition: Edition, text: string): Addresses {
  const { raw, source } = addressesApart(edition)
  return { raw: `../${raw}`, source: `../${source}`, text: encodeURIComponent(text) }
}

/** Editions are made two folders below the one in which `raw/` lies. */
function rawAddress({ witness: { name } }: Edition): string {
  const steps = name.split('/').map(encodeURIComponent)
  return steps[0] === 'raw' ? ['..', '..', ...steps].join('/') : (steps.at(-1) ?? '')
}

/** The prefixes of the pointers, which are the same whether the files stand apart or not. */
export function prefixDefinitions({ raw, source, text }: Addresses): string {
  return [
    '<listPrefixDef>\n',
    `<prefixDef ident="raw" matchPattern="([0-9]+),([0-9]+)" replacementPattern="${raw}#char=$1,$2"><p>A range of code points of the decoded raw text, a byte order mark included (RFC 5147).</p></prefixDef>\n`,
    `<prefixDef ident="src" matchPattern="([A-Za-z0-9._-]+)" replacementPattern="${source}#$1"><p>A page or line of the source layer.</p></prefixDef>\n`,
    `<prefixDef ident="ed" matchPattern="([A-Za-z0-9._-]+)" replacementPattern="${text}#$1"><p>An element of the edition.</p></prefixDef>\n`,
    '</listPrefixDef>\n',
  ].join('')
}
