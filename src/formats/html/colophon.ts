import { isInForce } from '../../model/correction.ts'
import type { Edition } from '../../model/edition.ts'
import { attribute, escapeText } from './escape.ts'
import { isWebAddress } from './title-page.ts'

/** What the reader is told at the end: how the edition was made, from what, and under which terms. */
export function colophon(edition: Edition): string {
  const { book, corrections, rules, version, witness } = edition
  const { source } = book
  const applied = corrections.filter(isInForce).length
  const used = new Set(corrections.flatMap((correction) => correction.rules))
  const titles = rules.filter(({ id }) => used.has(id)).map(({ title }) => title)
  const rows: readonly (readonly [string, string | undefined])[] = [
    [
      'Printed source',
      [source.title, source.place, source.publisher, source.date].filter(Boolean).join(', '),
    ],
    ['Pages', source.pages],
    ['Identifier', source.identifier],
    ['Emendations', `${applied} in the text, ${corrections.length - applied} not taken into it`],
    ['Rules that found them', titles.join('; ')],
    ['Raw text', `${witness.name.split('/').at(-1) ?? ''}, ${witness.lines.count} lines`],
    ['SHA-256 of the raw text', witness.digest],
    ['Edition', [book.edition, book.publisher, book.date].filter(Boolean).join(', ')],
    ['Made with', `Emend ${version}`],
  ]
  const said = rows.map(([term, value]) =>
    value ? `<dt>${term}</dt><dd><bdi>${escapeText(value)}</bdi></dd>\n` : '',
  )
  return [
    '<section class="colophon" id="about" lang="en" dir="ltr" aria-labelledby="about-title">\n',
    '<h2 id="about-title">About this edition</h2>\n',
    '<p>The reading text has the corrections made; the print’s own lines, hyphens and errors can be read as printed. ',
    'Of every change the apparatus at the foot of the page gives the line of the raw text, the reading of the edition, the reading of the print, and the reason.</p>\n',
    `<dl>\n${said.join('')}${licence(edition)}</dl>\n${unsettled(edition)}</section>\n`,
  ].join('')
}

/** What the edition knows that it does not know. */
function unsettled({ notices }: Edition): string {
  if (notices.length === 0) return ''
  const items = notices.map(({ line, message }) => {
    const place = line === 0 ? '' : `<span class="line">${line}</span> `
    return `<li>${place}<bdi>${escapeText(message)}</bdi></li>\n`
  })
  return `<h3>What is not settled</h3>\n<p>By lines of the raw text.</p>\n<ul class="unsettled">\n${items.join('')}</ul>\n`
}

function licence({ book: { licence } }: Edition): string {
  if (!licence) return ''
  const name = escapeText(licence.name)
  const link = isWebAddress(licence.url)
    ? `<a rel="license"${attribute('href', licence.url)}>${name}</a>`
    : name
  return `<dt>Licence</dt><dd>${link}</dd>\n`
}
