import type { Edition } from '../../model/edition.ts'
import { chaptersOf, contentsList } from '../html/contents-list.ts'
import { escapeText } from '../html/escape.ts'
import type { Manner } from '../html/manner.ts'
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
  const chapters = chaptersOf(edition)
  const contents =
    chapters.length > 0
      ? contentsList(chapters, manner.address, false)
      : `<ol>\n<li><a href="${first}">${escapeText(book.title)}</a></li>\n</ol>`
  const withAbout = contents.replace(
    /<\/ol>$/u,
    '<li lang="en"><a href="apparatus.xhtml">Apparatus</a></li>\n<li lang="en"><a href="about.xhtml">About this edition</a></li>\n</ol>',
  )
  const body = [
    `<nav epub:type="toc" role="doc-toc" aria-labelledby="contents">\n<h1 id="contents" lang="en">Contents</h1>\n${withAbout}\n</nav>\n`,
    pageList(pages, manner),
    '<nav epub:type="landmarks" hidden="hidden" lang="en" aria-label="Landmarks">\n<ol>\n',
    '<li><a epub:type="titlepage" href="title.xhtml">Title page</a></li>\n',
    '<li><a epub:type="toc" href="nav.xhtml">Contents</a></li>\n',
    `<li><a epub:type="bodymatter" href="${first}">Text</a></li>\n`,
    '</ol>\n</nav>\n',
  ]
  return xhtml(book, book.title, 'frontmatter', body.join(''))
}

function pageList(pages: readonly ListedPage[], { address }: Manner): string {
  if (pages.length === 0) return ''
  const items = pages.map(
    ({ id, number }) => `<li><a href="${address(id)}">${escapeText(number)}</a></li>\n`,
  )
  return `<nav epub:type="page-list" role="doc-pagelist" hidden="hidden" aria-label="Pages">\n<ol>\n${items.join('')}</ol>\n</nav>\n`
}
