import type { Division, Edition, EditionNode, GroupNode, Line } from '../../../model/edition.ts'
import { escapeText } from '../../../model/xml-text.ts'
import { plain } from '../../library/xml.ts'
import { notesOf } from '../../reading/passage.ts'
import { readOf } from '../../reading/run.ts'
import { type Notes, runsOf } from '../../reading/running-text.ts'
import { attribute } from '../xml-id.ts'

/** The place, where one is named before the first figure, and the day or year that follows it. */
const DATELINE = /^(?:([^,\d]+),\s*)?(.*\d.*)$/su

const YEAR = /(?<!\d)(?:1[4-9]|20)\d\d(?!\d)/gu

/**
 * Who sent each letter of a book, from where and when, as it is printed there; to whom, nothing says.
 * A letter that bears neither signature nor date is not told of. Linear.
 */
export function correspondence(edition: Edition): string {
  const notes = notesOf(edition)
  const told: string[] = []
  const stack: EditionNode[] = [...edition.children].reverse()
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (!('children' in node)) continue
    const inner = isLetter(node) ? node.children.filter(isDivision) : node.children
    if (isLetter(node)) told.push(letter(node, notes))
    stack.push(...[...inner].reverse())
  }
  return told.join('')
}

/** A letter, or a division that is one: it has a salutation of its own. */
function isLetter(node: EditionNode): node is Division | GroupNode {
  if (node.type === 'letter') return true
  return isDivision(node) && node.children.some(({ type }) => type === 'salute')
}

function isDivision(node: EditionNode): node is Division {
  return node.type === 'division'
}

/** A division can have the last lines of its letter in a group of their own. */
function letter({ children }: Division | GroupNode, notes: Notes): string {
  const lines = children.flatMap((child) => (child.type === 'letter' ? child.children : [child]))
  const read = (type: Line['type']): readonly string[] =>
    lines
      .filter((child): child is Line => child.type === type)
      .map((line) => plain(runsOf(line.children, notes).map(readOf).join('').trim()))
  const known = [
    ...read('signed').map((name) => `<persName>${escapeText(name)}</persName>`),
    ...read('dateline').map(placeAndDate),
  ].join('')
  if (known === '') return ''
  return `<correspDesc><correspAction type="sent">${known}</correspAction></correspDesc>\n`
}

function placeAndDate(dateline: string): string {
  const [, place, date] = DATELINE.exec(dateline) ?? [undefined, dateline, undefined]
  const [year, ...others] = date?.match(YEAR) ?? []
  const when = attribute('when', others.length === 0 ? year : undefined)
  return [
    place ? `<placeName>${escapeText(place.trim())}</placeName>` : '',
    date ? `<date${when}>${escapeText(date)}</date>` : '',
  ].join('')
}
