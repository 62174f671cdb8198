import type { Correction } from '../../model/correction.ts'
import { isInForce } from '../../model/correction.ts'
import { escapeText } from '../../model/xml-text.ts'
import type { CodePoints } from './code-points.ts'
import { agentOf } from './correction-attributes.ts'
import { attribute, correctionId, editorId, entryId, pointers, ruleId } from './xml-id.ts'

/** What an entry of the apparatus needs to know besides itself. */
export interface Surroundings {
  readonly codePoints: CodePoints
  /** The correction whose id the word in the text bears, for each correction that is in one. */
  readonly words: ReadonlyMap<string, string>
}

/**
 * An entry of the apparatus: where, the reading kept as `lem`, the others as `rdg`, page and line as
 * `witDetail`, and why as `note`.
 */
export function entry(one: Correction, { codePoints, words }: Surroundings): string {
  const word = words.get(one.id)
  const attributes = [
    ` xml:id="${entryId(one.id)}"`,
    ` type="${one.error}" subtype="${one.beatenBy === undefined ? one.state : 'beaten'}"`,
    attribute('from', word && `ed:${correctionId(word)}`),
    attribute('ana', pointers('ed:', one.rules.map(ruleId))),
    attribute('corresp', one.beatenBy && `#${entryId(one.beatenBy)}`),
    attribute(
      'source',
      pointers(
        'raw:',
        one.parts.map((part) => codePoints.range(part)),
      ),
    ),
  ]
  const place = one.page === '' ? `line ${one.line}` : `p. ${one.page}, line ${one.line}`
  return [
    `<app${attributes.join('')}>`,
    readings(one),
    `<witDetail wit="ed:ocr">${escapeText(place)}</witDetail>`,
    ...one.evidence.map((why) => `<note type="evidence">${escapeText(why)}</note>`),
    ...one.notes.map(({ by, text }) => {
      return `<note type="editor" resp="ed:${editorId(by)}">${escapeText(text)}</note>`
    }),
    '</app>\n',
  ].join('')
}

function readings(one: Correction): string {
  const who = `${attribute('resp', `ed:${agentOf(one)}`)}${attribute('cert', one.cert)}`
  const others = one.candidates
    .filter((reading) => reading !== one.corr && reading !== one.sic)
    .map((reading) => `<rdg type="candidate" resp="ed:emend">${escapeText(reading)}</rdg>`)
    .join('')
  if (isInForce(one)) {
    const printed = `<rdg source="ed:ocr">${escapeText(one.sic)}</rdg>`
    return `<lem${who}>${escapeText(one.corr)}</lem>${printed}${others}`
  }
  const type = one.state === 'rejected' ? 'rejected' : 'conjecture'
  const proposed = `<rdg type="${type}"${who}>${escapeText(one.corr)}</rdg>`
  return `<lem source="ed:ocr">${escapeText(one.sic)}</lem>${proposed}${others}`
}
