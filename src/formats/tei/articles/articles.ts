import type { Edition } from '../../../model/edition.ts'
import { planOf } from '../../library/parts-of-book.ts'
import { body } from '../body.ts'
import { addressesBelow } from '../header/addresses.ts'
import { header } from '../header/header.ts'
import { EDITION } from '../profile.ts'
import { PROLOG, startOfBook } from '../prolog.ts'
import { tokensOf, written } from '../tokens.ts'
import { articleEditions } from './article-editions.ts'
import { articleFile, splitText } from './split.ts'

/** Where all this stands in the folder of the edition. */
const FOLDER = 'articles'

/**
 * Each article as a TEI file with a header of its own, and one of the whole book that includes them: with
 * its includes done it has the text of `BOOK.xml`, but that an article points to others by a prefix.
 */
export function articleFiles(edition: Edition): ReadonlyMap<string, Iterable<string>> {
  const plan = planOf(edition)
  const articles = articleEditions(edition, plan)
  const ids = new Set(articles.map(({ id }) => id))
  const split = splitText(tokensOf(body(edition, EDITION)), ids)
  const files = new Map<string, Iterable<string>>()
  const { slug } = edition.book
  files.set(`${FOLDER}/${slug}.xml`, [
    `${PROLOG}${startOfBook(edition)}${header(edition, addressesBelow(edition, ''), EDITION)}`,
    ...written(split.whole),
    '</TEI>\n',
  ])
  for (const article of articles) {
    const addresses = addressesBelow(edition, `${slug}.xml`)
    const own = header(article.edition, addresses, EDITION, article)
    files.set(`${FOLDER}/${articleFile(article.id)}`, [
      `${PROLOG}${startOfBook(edition, article.id)}${own}<text>\n<body>\n`,
      ...written(split.articles.get(article.id) ?? []),
      '\n</body>\n</text>\n</TEI>\n',
    ])
  }
  return files
}
