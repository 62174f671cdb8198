import type { Edition } from '../../../model/edition.ts'
import { attribute } from '../xml-id.ts'
import { readableDate } from './element.ts'

/** When the edition was made, if its book says so: there is no clock here. */
export function revisionDescription({ book, version }: Edition): string {
  const date = readableDate(book.date)
  if (date === undefined) return ''
  const change = `<change${attribute('when', date)} who="#emend">Made with Emend ${version}.</change>`
  return `<revisionDesc>${change}</revisionDesc>\n`
}
