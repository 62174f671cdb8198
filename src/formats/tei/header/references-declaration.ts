import type { Edition } from '../../../model/edition.ts'
import { type CiteLevel, citeLevels, DELIMITER, hasPages, PAGES } from '../citation.ts'

/**
 * How the divisions and the pages of a text are cited, as TEI and Distributed Text Services say it: a
 * division by its id behind those that it stands in, a page by its number among the pages.
 */
export function referencesDeclaration(edition: Edition): string {
  const levels = citeLevels(edition)
  const trees = [
    levels.length > 0
      ? `<refsDecl n="divisions" default="true">\n${tree(levels)}</refsDecl>\n`
      : '',
    hasPages(edition) ? `<refsDecl n="${PAGES}">\n${PAGE}</refsDecl>\n` : '',
  ].join('')
  return trees || '<refsDecl><p>Neither divisions nor pages are known to cite.</p></refsDecl>\n'
}

const PAGE = `<citeStructure unit="page" match="//body//pb[not(@sameAs)]" use="substring-after(@xml:id, 'pb')"/>\n`

function tree(levels: readonly CiteLevel[], above = '//body/', delimiter = ''): string {
  return levels
    .map(({ unit, levels: within }) => {
      const start = `<citeStructure unit="${unit}" match="${above}div[@type='${unit}'][@xml:id]" use="@xml:id"${delimiter}>`
      return `${start}\n${TITLE}${tree(within, '', ` delim="${DELIMITER}"`)}</citeStructure>\n`
    })
    .join('')
}

const TITLE = '<citeData property="http://purl.org/dc/terms/title" use="head"/>\n'
