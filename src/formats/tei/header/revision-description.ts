import type { EditionState } from '../../../model/book.ts'
import type { Edition } from '../../../model/edition.ts'
import { type Session, WORK, WORKS, type Work } from '../../../model/session.ts'
import { escapeText } from '../../../model/xml-text.ts'
import type { BookPlan } from '../../library/parts-of-book.ts'
import { attribute, editorId } from '../xml-id.ts'
import { checkedOf } from './editorial-declaration.ts'
import { readableDate } from './element.ts'

/**
 * What was done to the edition, the newest first: a change for each editor and day, and the run of
 * Emend. There is no clock here: its date is that which the book bears, and without one it comes last.
 */
export function revisionDescription(edition: Edition, plan: BookPlan): string {
  const { book, rules, sessions = [], version } = edition
  const date = readableDate(book.date)
  const made = `<change xml:id="ch.0"${attribute('when', date)} who="#emend" status="proposed">Made with Emend ${escapeText(version)}, ${rules.length} rules.</change>\n`
  const before = date === undefined ? 0 : sessions.filter(({ day }) => day <= date).length
  const list = sessions.map((session, i) => change(session, `ch.${i + 1}`))
  const changes = list.toSpliced(before, 0, made).reverse().join('')
  return `<revisionDesc status="${statusOf(edition, plan)}">\n<listChange ordered="true">\n${changes}</listChange>\n</revisionDesc>\n`
}

function change({ by, counts, day }: Session, id: string): string {
  const when = attribute('when', readableDate(day))
  const done = WORKS.flatMap((work) => told(work, counts.get(work) ?? 0)).join(', ')
  return `<change xml:id="${id}"${when} who="#${editorId(by)}" status="approved">${done}.</change>\n`
}

function told(work: Work, count: number): readonly string[] {
  return count === 0 ? [] : [`${count} ${WORK[work][count === 1 ? 0 : 1]}`]
}

/**
 * How far the edition is, where `book.yaml` does not say it: a draft until somebody decides something,
 * a candidate when nothing is open and every page was looked at, approved when each was verified.
 */
function statusOf(edition: Edition, plan: BookPlan): EditionState {
  const { book, corrections, sessions = [] } = edition
  if (book.status) return book.status
  if (sessions.length === 0) return 'draft'
  const isOpen = corrections.some(({ beatenBy, state }) => !beatenBy && state === 'proposed')
  const checked = checkedOf(edition, plan)
  if (isOpen || checked === 'low') return 'unfinished'
  return checked === 'high' ? 'approved' : 'candidate'
}
