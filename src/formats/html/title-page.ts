import type { Book, Responsible } from '../../model/book.ts'
import { attribute, escapeText } from './escape.ts'

/** The title page: the book, who made it, and from which print it comes. */
export function titlePage({ title, subtitle, authors, editors, edition, source }: Book): string {
  const imprint = [source.place, source.publisher, source.date].filter((part) => part)
  return [
    '<header class="title">\n',
    authors.length > 0 ? `<p class="authors">${people(authors)}</p>\n` : '',
    `<h1 id="title">${escapeText(title)}</h1>\n`,
    subtitle ? `<p class="subtitle">${escapeText(subtitle)}</p>\n` : '',
    editors.length > 0 ? `<p class="editors">${people(editors)}</p>\n` : '',
    edition ? `<p class="edition">${escapeText(edition)}</p>\n` : '',
    imprint.length > 0 ? `<p class="imprint">${escapeText(imprint.join(' · '))}</p>\n` : '',
    '</header>\n',
  ].join('')
}

function people(names: readonly Responsible[]): string {
  return names.map(person).join(', ')
}

/** A name, linked to its authority record where there is one. */
function person({ name, refs, role }: Responsible): string {
  const ref = refs?.find(isWebAddress)
  const link = isWebAddress(ref)
    ? `<a${attribute('href', ref)}>${escapeText(name)}</a>`
    : escapeText(name)
  return role ? `${link} <span class="role">(${escapeText(role)})</span>` : link
}

/** Whether an address may be linked: never one that would run something. */
export function isWebAddress(address: string | undefined): address is string {
  return address !== undefined && /^https?:\/\//u.test(address)
}
