import type { Edition } from '../../model/edition.ts'
import { chaptersOf, contentsList } from '../html/contents-list.ts'
import { escapeText } from '../html/escape.ts'
import type { Manner } from '../html/manner.ts'
import { type Words, wordsFor } from '../html/words/words.ts'
import type { ListedPage } from './e-reader.ts'
import { xhtml } from './xhtml.ts'

/** `nav.xhtml`: the contents, the pages of the print, and where the text begins. */
export function navigation(
  edition: Edition,
  pages: readonly ListedPage[],
  manner: Manner,
  first: string,
): string {
  const { book } = edition
  const words = wordsFor(book.language)
  const lang = `lang="${words.code}"`
  const chapters = chaptersOf(edition)
  const contents =
    chapters.length > 0
      ? contentsList(chapters, manner.address, false)
      : `<ol>\n<li><a href="${first}">${escapeText(book.title)}</a></li>\n</ol>`
  const withAbout = contents.replace(
    /<\/ol>$/u,
    `<li ${lang}><a href="apparatus.xhtml">${words.apparatus}</a></li>\n<li ${lang}><a href="about.xhtml">${words.about}</a></li>\n</ol>`,
  )
  const body = [
    `<nav epub:type="toc" role="doc-toc" aria-labelledby="contents">\n<h1 id="contents" ${lang}>${words.contents}</h1>\n${withAbout}\n</nav>\n`,
    pageList(pages, manner, words),
    `<nav epub:type="landmarks" hidden="hidden" ${lang} aria-label="${words.text}">\n<ol>\n`,
    `<li><a epub:type="titlepage" href="title.xhtml">${words.titlePage}</a></li>\n`,
    `<li><a epub:type="toc" href="nav.xhtml">${words.contents}</a></li>\n`,
    `<li><a epub:type="bodymatter" href="${first}">${words.text}</a></li>\n`,
    '</ol>\n</nav>\n',
  ]
  return xhtml(book, book.title, 'frontmatter', body.join(''))
}

function pageList(pages: readonly ListedPage[], { address }: Manner, words: Words): string {
  if (pages.length === 0) return ''
  const items = pages.map(
    ({ id, number }) => `<li><a href="${address(id)}">${escapeText(number)}</a></li>\n`,
  )
  return `<nav epub:type="page-list" role="doc-pagelist" hidden="hidden" lang="${words.code}" aria-label="${words.pages}">\n<ol>\n${items.join('')}</ol>\n</nav>\n`
}
