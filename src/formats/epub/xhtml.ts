import type { Book } from '../../model/book.ts'
import { directionOf } from '../html/direction.ts'
import { attribute, escapeText } from '../html/escape.ts'

/** A content document of the e-book. `what` is what its body is, in the words of EPUB. */
export function xhtml(book: Book, title: string, what: string, body: string): string {
  const { language } = book
  const lang = `${attribute('lang', language)}${attribute('xml:lang', language)}`
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n',
    '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"',
    `${lang} dir="${directionOf(language)}">\n`,
    `<head>\n<meta charset="UTF-8"/>\n<title>${escapeText(title)}</title>\n`,
    '<link rel="stylesheet" type="text/css" href="style.css"/>\n</head>\n',
    `<body epub:type="${what}">\n${body}</body>\n</html>\n`,
  ].join('')
}
