import { type Gap, gapsOf } from '../formats/library/gaps.ts'
import type { TeiFault } from '../formats/tei/schema/validate.ts'
import { isWeighty, type Notice } from '../model/notice.ts'
import { lostBoxes } from './boxes-of-page.ts'
import { counted } from './counted.ts'
import { editBook } from './edit-book.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import { forEachBook } from './for-each-book.ts'
import { styled } from './screen.ts'
import { noticesCounted } from './summary.ts'
import type { Workshop } from './workshop.ts'
import type { World } from './world.ts'

/**
 * `emend check`: makes the editions without writing them and lists what is to be known about the
 * books, each notice with file and line, and what a library will miss. The exit code is 1 when one of them is of weight.
 */
export async function check(
  names: readonly string[],
  options: { readonly json?: boolean },
  world: World,
  shop: Workshop,
): Promise<ExitCode> {
  return forEachBook(
    names,
    world,
    { json: options.json === true, doing: 'Checking' },
    async (slug) => {
      const edited = await editBook(slug, world, shop, false)
      if (!('output' in edited)) return edited
      const notices = [...edited.output.edition.notices].sort((a, b) => a.line - b.line)
      const faults = await shop.teiFaults(edited.output)
      const gaps = gapsOf(edited.output.edition)
      const lost = await lostBoxes(edited.output.edition, edited.book.folder)
      if (!options.json) {
        tellNotices(edited.text.path, notices, world)
        for (const fault of faults) tellFault(fault, edited.book.edition, world)
        for (const file of lost) tellLost(file, edited.book.folder, world)
        tellGaps(gaps, edited.book.folder, world)
        tellSum(slug, notices, gaps, world)
      }
      const found = notices.some(isWeighty) || lost.length > 0 ? EXIT.findings : EXIT.done
      return {
        code: faults.length > 0 ? EXIT.fault : found,
        json: {
          state: 'checked',
          text: edited.text.path,
          notices: notices.map((notice) => ({
            code: notice.code,
            weighty: isWeighty(notice),
            line: notice.line,
            message: notice.message,
          })),
          tei: faults,
          library: gaps,
          boxes: lost,
        },
      }
    },
  )
}

/** TEI that is not valid is our fault, and no edition to hand over. */
function tellFault({ file, line, message }: TeiFault, folder: string, { out }: World): void {
  const place = line === 0 ? `${folder}/${file}` : `${folder}/${file}:${line}`
  out.line([`${place}: `, styled('bad', 'fault: '), message], 0, 4)
}

function tellNotices(path: string, notices: readonly Notice[], { out }: World): void {
  for (const notice of notices) {
    const place = notice.line === 0 ? path : `${path}:${notice.line}`
    const weight = isWeighty(notice) ? styled('warn', 'notice: ') : styled('faint', 'remark: ')
    out.line(
      [`${place}: `, weight, `${notice.message} `, styled('faint', `[${notice.code}]`)],
      0,
      4,
    )
  }
}

/** A file that `book.yaml` names and that is not there. */
function tellLost(file: string, folder: string, { out }: World): void {
  out.line(
    [
      `${folder}/book.yaml: `,
      styled('warn', 'notice: '),
      `Nothing found at ${file}, expected the places of words. Put it there, or take \`boxes\` out.`,
    ],
    0,
    4,
  )
}

/** What a library will miss, each with its field in MARC. */
function tellGaps(gaps: readonly Gap[], folder: string, { out }: World): void {
  if (gaps.length === 0) return
  out.line(`For libraries, in ${folder}/book.yaml:`)
  for (const { advice, marc, what } of gaps) {
    out.line([`${what} `, styled('faint', `(MARC ${marc})`), `: ${advice}`], 2, 4)
  }
}

function tellSum(
  slug: string,
  notices: readonly Notice[],
  gaps: readonly Gap[],
  { out }: World,
): void {
  const weighty = notices.filter(isWeighty).length
  const light = notices.length - weighty
  const missed = gaps.length === 0 ? '' : `; ${counted(gaps.length, 'gap')} for libraries`
  out.line([styled('strong', slug), `: ${noticesCounted({ weighty, light })}${missed}`])
}
