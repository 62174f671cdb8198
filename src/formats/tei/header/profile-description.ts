import type { Edition } from '../../../model/edition.ts'
import { attribute } from '../xml-id.ts'

/** The language of the book. */
export function profileDescription({ book }: Edition): string {
  const language = `<language${attribute('ident', book.language)}/>`
  return `<profileDesc><langUsage>${language}</langUsage></profileDesc>\n`
}
