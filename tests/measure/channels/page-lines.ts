/** The lines of each page, counted from 1: a page begins at the line with a form feed. O(n). */
export function pagesOf(raw: string): readonly (readonly number[])[] {
  const pages: number[][] = [[]]
  raw.split('\n').forEach((line, i) => {
    for (const _ of line.matchAll(/\f/gu)) pages.push([])
    pages.at(-1)?.push(i + 1)
  })
  return pages
}
