import type { Edition } from '../../model/edition.ts'
import { blocks } from './block.ts'
import { colophon } from './colophon.ts'
import { chaptersOf, contentsList } from './contents-list.ts'
import { controls } from './controls.ts'
import { directionOf } from './direction.ts'
import { attribute, escapeText } from './escape.ts'
import { head, script } from './head.ts'
import { inline } from './inline.ts'
import type { Manner } from './manner.ts'
import { pages } from './page.ts'
import { pageGroups } from './page-groups.ts'
import { Scribe } from './scribe.ts'
import { streamOf } from './stream.ts'
import { titlePage } from './title-page.ts'
import { filled, type Words } from './words/words.ts'

/** How a page for browsers is written: all in one file. */
const BROWSER: Manner = {
  address: (id) => `#${escapeText(id)}`,
  call: ' role="doc-noteref"',
  note: ' role="doc-footnote"',
  back: ' role="doc-backlink"',
  noteElement: 'div',
  topHeading: 2,
  asPrinted: true,
  page({ number }, id, words) {
    const shown = attribute('data-n', number === '' ? '?' : number)
    if (id === undefined) return `<span class="pb"${shown}></span>`
    const name = number === '' ? words.pageWithoutNumber : filled(words.page, number)
    return `<a class="pb" id="${id}" href="#${id}"${shown}${attribute('aria-label', name)}></a>`
  },
}

/**
 * `BOOK.html`: the edition for readers, in one file that needs nothing else. In chunks. Linear in the
 * edition.
 */
export function* htmlFile(edition: Edition): Generator<string> {
  const { book, rules } = edition
  const scribe = new Scribe(edition, BROWSER, { inline, blocks })
  const titles = new Map(rules.map(({ id, title }) => [id, title]))
  const language = `${attribute('lang', book.language)} dir="${directionOf(book.language)}"`
  yield `<!DOCTYPE html>\n<html${language}>\n${head(edition)}<body${spoken(scribe.words)}>\n`
  yield controls(edition, contentsList(chaptersOf(edition), BROWSER.address, true))
  yield `<main id="text" tabindex="-1">\n${titlePage(book)}`
  yield* pages(pageGroups(streamOf(edition)), scribe, titles)
  yield `${colophon(edition)}</main>\n${script()}</body>\n</html>\n`
}

/** The words of the script, where it finds them. */
function spoken({ code, live }: Words): string {
  const data = Object.entries(live).map(([name, text]) => attribute(`data-${dashed(name)}`, text))
  return `${attribute('data-code', code)}${data.join('')}`
}

/** `noPage` as an attribute is `no-page`. */
function dashed(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}
