import type { PageBeginningNode } from '../../model/edition.ts'
import { breaking } from './line-beginning.ts'
import type { Scribe } from './scribe.ts'
import { attribute } from './xml-id.ts'

/**
 * `<pb n="12" xml:id="pb12" facs="src:s12"/>`. An inferred number says so; a page that begins within
 * a note points to where it begins in the text.
 */
export function pageBeginning(node: PageBeginningNode, scribe: Scribe): void {
  const id = `pb${node.key}`
  const place = node.inNote ? ` sameAs="#${id}"` : ` xml:id="${id}"`
  const number = attribute('n', node.number)
  const inferred = node.number.startsWith('[')
    ? `${attribute('cert', scribe.certaintyOfPage(node.from))} resp="#emend"`
    : ''
  const facs = ` facs="src:s${node.key}"`
  scribe.markup(`<pb${number}${place}${facs}${inferred}${breaking(scribe)}/>`)
}
