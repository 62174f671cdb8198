import { isInForce } from '../../model/correction.ts'
import type { Edition } from '../../model/edition.ts'
import { directionOf } from './direction.ts'
import { attribute, escapeText } from './escape.ts'
import { isWebAddress } from './title-page.ts'
import { filled, type Words, wordsFor } from './words/words.ts'

/** What the reader is told at the end: how the edition was made, from what, and under which terms. */
export function colophon(edition: Edition): string {
  const { book, corrections, rules, version, witness } = edition
  const { source } = book
  const words = wordsFor(book.language)
  const applied = corrections.filter(isInForce).length
  const used = new Set(corrections.flatMap((correction) => correction.rules))
  const titles = rules.filter(({ id }) => used.has(id)).map(({ title }) => title)
  const rows: readonly (readonly [string, string | undefined])[] = [
    [
      words.printedSource,
      [source.title, source.place, source.publisher, source.date].filter(Boolean).join(', '),
    ],
    [words.pages, source.pages],
    [words.identifier, source.identifiers?.join(', ')],
    [words.emendations, filled(words.emendationCount, applied, corrections.length - applied)],
    [words.rules, titles.join('; ')],
    [
      words.rawText,
      `${witness.name.split('/').at(-1) ?? ''}, ${filled(words.lines, witness.lines.count)}`,
    ],
    [words.digest, witness.digest],
    [words.edition, [book.edition, book.publisher, book.date].filter(Boolean).join(', ')],
    [words.madeWith, `Emend ${version}`],
  ]
  const said = rows.map(([term, value]) =>
    value ? `<dt>${term}</dt><dd><bdi>${escapeText(value)}</bdi></dd>\n` : '',
  )
  return [
    `<section class="colophon" id="about" lang="${words.code}" dir="${directionOf(words.code)}" aria-labelledby="about-title">\n`,
    `<h2 id="about-title">${words.about}</h2>\n<p>${words.howMade}</p>\n`,
    `<dl>\n${said.join('')}${licence(edition, words)}</dl>\n${unsettled(edition, words)}</section>\n`,
  ].join('')
}

/** What the edition knows that it does not know. */
function unsettled({ notices }: Edition, words: Words): string {
  if (notices.length === 0) return ''
  const items = notices.map(({ line, message }) => {
    const place = line === 0 ? '' : `<span class="line">${line}</span> `
    return `<li>${place}<bdi>${escapeText(message)}</bdi></li>\n`
  })
  return `<h3>${words.unsettled}</h3>\n<p>${words.byLines}</p>\n<ul class="unsettled" lang="en">\n${items.join('')}</ul>\n`
}

function licence({ book: { licence } }: Edition, words: Words): string {
  if (!licence) return ''
  const name = escapeText(licence.name)
  const link = isWebAddress(licence.url)
    ? `<a rel="license"${attribute('href', licence.url)}>${name}</a>`
    : name
  return `<dt>${words.licence}</dt><dd>${link}</dd>\n`
}
