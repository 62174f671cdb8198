import type { Edition } from '../../model/edition.ts'
import { directionOf } from './direction.ts'
import { escapeText } from './escape.ts'
import { type Words, wordsFor } from './words/words.ts'

/** One of several ways to read: its id, its name, and whether it is the first that one sees. */
type Choice = readonly [id: string, name: string, chosen?: 'chosen']

/**
 * What stands around the text: the bar, the contents, the search, and the ways to read. The ways to
 * read are plain form controls that the style sheet looks at, so that they work without a script.
 */
export function controls({ book }: Edition, contents: string): string {
  const words = wordsFor(book.language)
  const lang = `lang="${words.code}" dir="${directionOf(words.code)}"`
  return [
    `<a class="skip" href="#text" ${lang}>${words.skip}</a>\n`,
    `<header class="bar" ${lang}>\n`,
    button('contents', words.contents, 'M3 6h18M3 12h18M3 18h12'),
    `<a class="name" href="#title" lang="${escapeText(book.language)}"><bdi>${escapeText(book.title)}</bdi></a>\n`,
    '<span class="where scripted" id="where"></span>\n',
    choices('view', words.text, views(words), 'view'),
    button(
      'search',
      words.search,
      'M10.5 17a6.5 6.5 0 1 1 0-13 6.5 6.5 0 0 1 0 13ZM15.5 15.5 21 21',
      'scripted',
    ),
    `<button type="button" class="icon to-display" popovertarget="display" aria-label="${words.display}" title="${words.display}">Aa</button>\n`,
    '</header>\n',
    `<nav id="contents" class="panel" popover="auto" aria-label="${words.contents}">\n${jump(words, lang)}${contents}`,
    `<p ${lang}><a href="#about">${words.about}</a></p></nav>\n`,
    search(words, lang),
    display(words, lang, book.images !== undefined),
    `<div id="popup" class="panel" popover="auto" role="dialog" aria-label="${words.live.note}" tabindex="-1"></div>\n`,
  ].join('')
}

function button(target: string, name: string, path: string, more = ''): string {
  const icon = `<svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true"><path d="${path}"/></svg>`
  const className = more === '' ? `icon to-${target}` : `icon to-${target} ${more}`
  return `<button type="button" class="${className}" popovertarget="${target}" aria-label="${name}" title="${name}">${icon}</button>\n`
}

function choices(group: string, title: string, all: readonly Choice[], className: string): string {
  const inputs = all.map(
    ([id, name, chosen]) =>
      `<label><input type="radio" name="${group}" id="${id}"${chosen ? ' checked="checked"' : ''}/><span>${name}</span></label>\n`,
  )
  return `<fieldset class="${className}"><legend>${title}</legend>\n${inputs.join('')}</fieldset>\n`
}

function jump({ go, goToPage }: Words, lang: string): string {
  return `<form class="jump scripted" ${lang}><label for="page-number">${goToPage}</label> <input id="page-number" autocomplete="off" size="5"/> <button type="submit">${go}</button></form>\n`
}

function search(words: Words, lang: string): string {
  return [
    `<section id="search" class="panel" popover="auto" ${lang} aria-label="${words.search}">\n`,
    `<form role="search"><label for="wanted">${words.searchText}</label>\n`,
    '<input id="wanted" type="search" autocomplete="off" spellcheck="false" dir="auto"/></form>\n',
    '<p id="found" role="status"></p>\n<ol id="hits"></ol>\n</section>\n',
  ].join('')
}

function display(words: Words, lang: string, hasImages: boolean): string {
  return [
    `<section id="display" class="panel" popover="auto" ${lang} aria-label="${words.display}">\n`,
    choices('beside', words.besideText, beside(words, hasImages), 'row'),
    `<fieldset class="row"><legend>${words.footOfPage}</legend>`,
    `<label><input type="checkbox" id="d-apparatus" checked="checked"/><span>${words.apparatus}</span></label></fieldset>\n`,
    choices('size', words.size, sizes(words), 'row'),
    choices('colours', words.colours, colours(words), 'row'),
    `<p class="scripted"><button type="button" id="copy">${words.copyLink}</button> <button type="button" id="print">${words.print}</button></p>\n`,
    '</section>\n',
  ].join('')
}

function views({ readingText, asPrinted, both }: Words): readonly Choice[] {
  return [
    ['v-reading', readingText, 'chosen'],
    ['v-printed', asPrinted],
    ['v-both', both],
  ]
}

function beside(words: Words, hasImages: boolean): readonly Choice[] {
  const image: readonly Choice[] = hasImages ? [['b-image', words.pageImage]] : []
  return [['b-nothing', words.nothingBeside, 'chosen'], ['b-raw', words.rawText], ...image]
}

function colours({ asSystem, light, dark }: Words): readonly Choice[] {
  return [
    ['t-auto', asSystem, 'chosen'],
    ['t-light', light],
    ['t-dark', dark],
  ]
}

function sizes({ small, medium, large, huge }: Words): readonly Choice[] {
  return [
    ['s-small', small],
    ['s-medium', medium, 'chosen'],
    ['s-large', large],
    ['s-huge', huge],
  ]
}
