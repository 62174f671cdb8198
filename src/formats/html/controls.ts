import type { Edition } from '../../model/edition.ts'
import { escapeText } from './escape.ts'

/** One of several ways to read: its id, its name, and whether it is the first that one sees. */
type Choice = readonly [id: string, name: string, chosen?: 'chosen']

const VIEWS: readonly Choice[] = [
  ['v-reading', 'Reading text', 'chosen'],
  ['v-printed', 'As printed'],
  ['v-both', 'Both'],
]

const BESIDE: readonly Choice[] = [
  ['b-nothing', 'Nothing', 'chosen'],
  ['b-raw', 'Raw text'],
]

const WITH_IMAGES: readonly Choice[] = [...BESIDE, ['b-image', 'Page image']]

const COLOURS: readonly Choice[] = [
  ['t-auto', 'As the system', 'chosen'],
  ['t-light', 'Light'],
  ['t-dark', 'Dark'],
]

const SIZES: readonly Choice[] = [
  ['s-small', 'Small'],
  ['s-medium', 'Medium', 'chosen'],
  ['s-large', 'Large'],
  ['s-huge', 'Huge'],
]

/**
 * What stands around the text: the bar, the contents, the search, and the ways to read. The ways to
 * read are plain form controls that the style sheet looks at, so that they work without a script.
 */
export function controls({ book }: Edition, contents: string): string {
  return [
    '<a class="skip" href="#text" lang="en">Skip to the text</a>\n',
    '<header class="bar" lang="en" dir="ltr">\n',
    button('contents', 'Contents', 'M3 6h18M3 12h18M3 18h12'),
    `<a class="name" href="#title" lang="${escapeText(book.language)}"><bdi>${escapeText(book.title)}</bdi></a>\n`,
    '<span class="where scripted" id="where"></span>\n',
    choices('view', 'Text', VIEWS, 'view'),
    button(
      'search',
      'Search',
      'M10.5 17a6.5 6.5 0 1 1 0-13 6.5 6.5 0 0 1 0 13ZM15.5 15.5 21 21',
      'scripted',
    ),
    '<button type="button" class="icon to-display" popovertarget="display" aria-label="Display" title="Display">Aa</button>\n',
    '</header>\n',
    `<nav id="contents" class="panel" popover="auto" aria-label="Contents">\n${jump()}${contents}`,
    '<p lang="en"><a href="#about">About this edition</a></p></nav>\n',
    search(),
    display(book.images === undefined ? BESIDE : WITH_IMAGES),
    '<div id="popup" class="panel" popover="auto" role="dialog" aria-label="Note" tabindex="-1"></div>\n',
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

function jump(): string {
  return '<form class="jump scripted" lang="en" dir="ltr"><label for="page-number">Go to page</label> <input id="page-number" autocomplete="off" size="5"/> <button type="submit">Go</button></form>\n'
}

function search(): string {
  return [
    '<section id="search" class="panel" popover="auto" lang="en" dir="ltr" aria-label="Search">\n',
    '<form role="search"><label for="wanted">Search the text</label>\n',
    '<input id="wanted" type="search" autocomplete="off" spellcheck="false" dir="auto"/></form>\n',
    '<p id="found" role="status"></p>\n<ol id="hits"></ol>\n</section>\n',
  ].join('')
}

function display(beside: readonly Choice[]): string {
  return [
    '<section id="display" class="panel" popover="auto" lang="en" dir="ltr" aria-label="Display">\n',
    choices('beside', 'Beside the text', beside, 'row'),
    '<fieldset class="row"><legend>At the foot of the page</legend>',
    '<label><input type="checkbox" id="d-apparatus" checked="checked"/><span>Apparatus</span></label></fieldset>\n',
    choices('size', 'Size', SIZES, 'row'),
    choices('colours', 'Colours', COLOURS, 'row'),
    '<p class="scripted"><button type="button" id="copy">Copy a link to this place</button> <button type="button" id="print">Print</button></p>\n',
    '</section>\n',
  ].join('')
}
