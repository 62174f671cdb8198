import { referenceOf } from '../tei/citation.ts'

/** A division or page of a TEI document, as DTS cites it. */
export interface Fragment {
  /** `d3`, and `d3.d7` for a division in it; `12` for a page: what `citeStructure` makes of them. */
  readonly ref: string
  /** Of the division or page alone. */
  readonly id: string
  /** `article`, `section`, `page`. */
  readonly kind: string
  /** From 1. */
  readonly level: number
  /** The reference of the division that it stands in. */
  readonly parent: string | undefined
  /** Whole elements. */
  readonly xml: string
}

/** The citation trees of a TEI document. */
export interface Fragments {
  readonly divisions: readonly Fragment[]
  readonly pages: readonly Fragment[]
}

interface OpenElement {
  readonly tag: string
  readonly name: string
  readonly ref: string | undefined
  readonly from: number
}

interface OpenPage {
  readonly ref: string
  readonly from: number
  /** The start tags of what the page begins in. */
  readonly start: string
}

const TAG = /<(\/?)([\w:.-]+)[^>]*?(\/?)>/g

/**
 * Cuts a TEI document at its divisions and at its pages: `div[@xml:id]` in `body`, and from each `pb`
 * to the next, with the elements around it closed and opened again. Linear in the document, but for
 * the divisions, which are cut once for each that they stand in.
 */
export function fragmentsOf(tei: string): Fragments {
  const divisions: (Fragment & { readonly from: number })[] = []
  const pages: Fragment[] = []
  const open: OpenElement[] = []
  let page: OpenPage | undefined
  const body = Math.max(0, tei.indexOf('<body>'))
  TAG.lastIndex = body
  for (let match = TAG.exec(tei); match; match = TAG.exec(tei)) {
    const [tag, closes, name = '', alone] = match
    if (name === 'pb' && !tag.includes(' sameAs=')) {
      const ref = / xml:id="pb([^"]+)"/.exec(tag)?.[1]
      if (page) pages.push(closed(page, match.index))
      page = ref === undefined ? undefined : { ref, from: match.index, start: opened() }
    } else if (closes) {
      if (name === 'body' && page) pages.push(closed(page, match.index))
      const element = open.pop()
      if (element?.ref !== undefined) divide(element, TAG.lastIndex)
      if (name === 'body') break
    } else if (!alone) {
      const ref = name === 'div' ? / xml:id="([^"]+)"/.exec(tag)?.[1] : undefined
      open.push({ tag, name, ref, from: match.index })
    }
  }
  divisions.sort((a, b) => a.from - b.from)
  return { divisions: divisions.map(({ from: _, ...fragment }) => fragment), pages }

  function divide({ from, ref = '', tag }: OpenElement, to: number): void {
    const around = open.flatMap((element) => element.ref ?? [])
    const kind = / type="([^"]+)"/.exec(tag)?.[1] ?? 'division'
    const parent = around.reduce(referenceOf, undefined)
    const xml = tei.slice(from, to)
    const level = around.length + 1
    divisions.push({ ref: referenceOf(parent, ref), id: ref, kind, level, parent, xml, from })
  }

  /** The start tags of the elements around a place; their ids belong to where they begin. */
  function opened(): string {
    return open
      .slice(1)
      .map(({ tag }) => tag.replace(/ xml:id="[^"]*"/, ''))
      .join('')
  }

  function closed({ from, ref, start }: OpenPage, to: number): Fragment {
    const ends = open
      .slice(1)
      .toReversed()
      .map(({ name }) => `</${name}>`)
    const xml = `${start}${tei.slice(from, to)}${ends.join('')}`
    return { ref, id: ref, kind: 'page', level: 1, parent: undefined, xml }
  }
}
