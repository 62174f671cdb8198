import { readEntries } from '../../src/evaluate/read-entries.ts'
import { readGold } from '../../src/evaluate/read-gold.ts'
import { missesOf, report } from '../../src/evaluate/report.ts'
import { score } from '../../src/evaluate/score.ts'
import type { Notice } from '../../src/model/notice.ts'
import { writeGold } from '../support/typesetter/gold.ts'
import type { Layout } from '../support/typesetter/layout.ts'
import type { Truth } from '../support/typesetter/truth.ts'
import { typeset } from '../support/typesetter/typeset.ts'
import { type Causes, causesOf } from './causes.ts'
import { type Channel, reprint } from './channels/reprint.ts'
import { type Figures, figuresOf } from './figures.ts'
import { makeEdition } from './make-edition.ts'

/** An edition of a text in a layout, measured. */
export interface Measured {
  readonly figures: Figures
  readonly pages: number
  /** Of making the edition, without the typesetting. */
  readonly seconds: number
  /** What fell short, by kind. */
  readonly misses: ReadonlyMap<string, readonly string[]>
  readonly causes: Causes
  /** Files for people who look at a place, by name. */
  readonly files: ReadonlyMap<string, string>
}

/** How a text gets from the typesetter to us: as it was set, or through a PDF or pictures. */
export type Via = 'text' | Channel

/** Sets a text, makes its edition and scores it. */
export async function measureCase(
  slug: string,
  truth: Truth,
  layout: Layout,
  via: Via,
): Promise<Measured> {
  const { right, printed, pages, ...print } = typeset(
    truth,
    via === 'text' ? layout : plain(layout),
  )
  const { raw, gold } = via === 'text' ? print : await reprint(print, via, truth.language)
  const began = performance.now()
  const { edition, files: made } = await makeEdition(slug, truth.language, raw)
  const files = new Map([...made].map(([name, chunks]) => [name, [...chunks].join('')]))
  const seconds = (performance.now() - began) / 1000
  const jsonl = writeGold(gold)
  const scored = score(files.get(`${slug}.xml`) ?? '', {
    raw,
    gold: readGold(jsonl),
    apparatus: readEntries(files.get('apparatus.jsonl') ?? ''),
    // Nobody says where the reading of pictures went wrong, so its words are no loss of ours.
    ...(via.startsWith('ocr') ? {} : { truth: { right, printed } }),
  })
  return {
    figures: figuresOf(scored),
    pages: pages.length,
    seconds,
    misses: missesOf(scored),
    causes: causesOf(scored),
    files: new Map([
      ...files,
      ['raw.txt', raw],
      ['gold.jsonl', jsonl],
      ['reading.txt', right],
      ['report.txt', `${report(scored)}\n`],
      ['notices.txt', edition.notices.map(sayNotice).join('')],
    ]),
  }
}

/** A layout that a printer can print: the PDF has lies of its own. */
export function plain(layout: Layout): Layout {
  const lies = { ...layout.lies, blankInside: 0, blankLost: 0, strayBlank: 0, trailingBlank: false }
  const { calls: _, ...notes } = layout.notes
  return { ...layout, lies, notes, page: { ...layout.page, begins: 'form-feed' } }
}

function sayNotice({ line, code, message }: Notice): string {
  return `${line}\t${code}\t${message}\n`
}
