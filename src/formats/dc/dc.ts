import type { Edition } from '../../model/edition.ts'
import type { Format } from '../format.ts'
import { dublinCore } from '../library/dublin-core.ts'
import { XML } from '../library/xml.ts'

/** `BOOK.dc.xml`: simple Dublin Core, as OAI-PMH asks for it. */
export const dc: Format = {
  name: 'dc',
  files: (edition) => new Map([[`${edition.book.slug}.dc.xml`, [dcFile(edition)]]]),
}

export function dcFile(edition: Edition): string {
  return XML + dublinCore(edition)
}
