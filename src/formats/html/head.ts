import type { Edition } from '../../model/edition.ts'
import { attribute, escapeText } from './escape.ts'
import { SCRIPT, SCRIPT_HASH, STYLE, STYLE_HASH } from './page-bundle.ts'

/**
 * What the page may load and run: its own script and style, known by their digests, and images that lie
 * beside it. Nothing goes out, and no text of the book can become a program.
 */
const POLICY = [
  "default-src 'none'",
  `script-src '${SCRIPT_HASH}'`,
  `style-src '${STYLE_HASH}'`,
  "img-src 'self' data: file:",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
].join('; ')

/** The head of the page. */
export function head({ book, version }: Edition): string {
  const { authors, date, language, licence, publisher, source, subtitle, title } = book
  const long = subtitle ? `${title}: ${subtitle}` : title
  return [
    '<head>\n<meta charset="utf-8"/>\n',
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}"/>\n`,
    '<meta name="viewport" content="width=device-width, initial-scale=1"/>\n',
    '<meta name="color-scheme" content="light dark"/>\n',
    '<meta name="referrer" content="no-referrer"/>\n',
    `<meta name="generator" content="Emend ${escapeText(version)}"/>\n`,
    meta('DC.title', long),
    ...authors.map(({ name }) => meta('DC.creator', name)),
    meta('DC.language', language),
    meta('DC.date', date),
    meta('DC.publisher', publisher),
    meta(
      'DC.source',
      [source.title ?? title, source.place, source.publisher, source.date]
        .filter(Boolean)
        .join(', '),
    ),
    meta('DC.rights', licence && [licence.name, licence.url].filter(Boolean).join(', ')),
    `<title>${escapeText(title)}</title>\n`,
    `<style>${STYLE}</style>\n</head>\n`,
  ].join('')
}

/** The script of the page, at its end. */
export function script(): string {
  return `<script>${SCRIPT}</script>\n`
}

function meta(name: string, content: string | undefined): string {
  return content ? `<meta name="${name}"${attribute('content', content)}/>\n` : ''
}
