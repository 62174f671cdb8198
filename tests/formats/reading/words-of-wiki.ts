import type { ReadingText } from './words.ts'

const NAMES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' }

/**
 * What MediaWiki would show of pages, and their notes. Throws where it finds markup that is none of
 * Emend's: then a text was taken for markup.
 */
export function readWiki(pages: readonly string[]): ReadingText {
  const text: string[] = []
  const notes: string[] = []
  for (const page of pages) {
    const body =
      /^<noinclude>[^{}]*?<\/noinclude>([\s\S]*)<noinclude>\n<references\/><\/noinclude>$/.exec(
        page,
      )?.[1]
    if (body === undefined) throw new Error('Expected a head and a foot')
    const main = body
      .replace(/\n?\{\{nop\}\}\n?/g, '')
      .replace(/<ref (?:name|follow)="n\d+">([\s\S]*?)<\/ref>/g, (_, note: string) => {
        notes.push(...note.split('<br/>').map(plain))
        return ''
      })
      .replace(/<ref name="n\d+"\/>/g, '')
    text.push(...main.split('\n').map(plain))
  }
  return { text: text.filter((line) => line !== ''), notes }
}

function plain(wiki: string): string {
  const line = wiki.replace(/^(={2,6}) ([^\n]*) \1$/u, '$2').replace(/^:/u, '')
  const shown = line
    .replace(/<\/?(?:blockquote|poem|span(?: style="letter-spacing:0.15em")?)>|<nowiki\/>/g, '')
    .replace(/<sup>[^<]*<\/sup>/g, '')
    .replace(/\{\{SIC\|[^|{}]*\|([^|{}]*)\}\}/g, '$1')
  const odd = /[<>[\]{}|]|~~|__|''|:\/\//.exec(shown) ?? /^[*#:;=!]|^-{4}/.exec(line)
  if (odd) throw new Error(`Unexpected markup \`${odd[0]}\` in ${JSON.stringify(wiki)}`)
  return shown.replace(/&(?:#(\d+)|(\w+));/g, (_, code: string | undefined, name: string) =>
    code ? String.fromCodePoint(Number(code)) : (NAMES[name] ?? '?'),
  )
}
