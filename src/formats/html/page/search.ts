import { said } from './said.ts'

/** A block of text as one searches it. */
interface Searched {
  readonly block: HTMLElement
  /** The page on which it stands, as printed. */
  readonly page: string
  readonly text: string
  readonly folded: string
}

/** The most places that are shown. */
const MOST = 200
/** How many characters are shown around a place. */
const AROUND = 40

/** Searches the text of the book while one types; the index is made when it is first needed. */
export function listenForSearch(): void {
  const panel = document.getElementById('search')
  const input = document.querySelector<HTMLInputElement>('#wanted')
  const hits = document.getElementById('hits')
  const found = document.getElementById('found')
  if (!panel || !input || !hits || !found) return
  let index: readonly Searched[] | undefined
  let waiting = 0
  panel.addEventListener('toggle', () => {
    if (panel.matches(':popover-open')) input.focus()
  })
  input.addEventListener('input', () => {
    clearTimeout(waiting)
    waiting = setTimeout(run, 120)
  })
  input.form?.addEventListener('submit', (event) => {
    event.preventDefault()
    clearTimeout(waiting)
    run()
    hits.querySelector('a')?.focus()
  })
  hits.addEventListener('click', (event) => {
    if (!(event.target instanceof Element) || !event.target.closest('a')) return
    if (innerWidth < 1280) panel.hidePopover()
  })

  function run(): void {
    const wanted = fold((input?.value ?? '').trim().replace(/\s+/g, ' '))
    index ??= indexOf()
    const places = wanted.length < 2 ? [] : placesOf(index, wanted)
    const shown = places.slice(0, MOST).map((place) => hit(place, wanted.length))
    hits?.replaceChildren(...shown)
    if (found) found.textContent = outcome(wanted, places.length)
    highlight(places)
  }
}

interface Place {
  readonly at: number
  readonly length: number
  readonly searched: Searched
}

function placesOf(index: readonly Searched[], wanted: string): readonly Place[] {
  const places: Place[] = []
  for (const searched of index) {
    let at = searched.folded.indexOf(wanted)
    for (; at >= 0; at = searched.folded.indexOf(wanted, at + wanted.length)) {
      places.push({ at, length: wanted.length, searched })
    }
  }
  return places
}

function outcome(wanted: string, count: number): string {
  if (wanted.length < 2) return ''
  if (count === 0) return said('notFound')
  return count > MOST ? said('shown', count, MOST) : said('found', count)
}

function hit({ at, searched }: Place, length: number): HTMLElement {
  const { block, page, text } = searched
  const item = document.createElement('li')
  const link = document.createElement('a')
  const number = document.createElement('b')
  const mark = document.createElement('mark')
  link.href = `#${block.id}`
  link.lang = document.documentElement.lang
  number.textContent = page === '' ? '' : said('page', page)
  mark.textContent = text.slice(at, at + length)
  const before = text.slice(Math.max(0, at - AROUND), at)
  const after = text.slice(at + length, at + length + AROUND)
  const first = at > AROUND ? `… ${before.replace(/^\S*\s/, '')}` : before
  const last = at + length + AROUND < text.length ? `${after.replace(/\s\S*$/, '')} …` : after
  link.append(number, first, mark, last)
  item.append(link)
  return item
}

/** Every block of the text and every note, once. */
function indexOf(): readonly Searched[] {
  const index: Searched[] = []
  let page = ''
  const all = document.querySelectorAll<HTMLElement>(
    '.text .pb[id], .text [id^="l"], .text > [id^="d"], .note[id]',
  )
  for (const one of all) {
    if (one.classList.contains('pb')) {
      page = one.dataset.n ?? ''
      continue
    }
    if (one.parentElement?.closest('.note')) continue
    const text = textNodes(one)
      .map(({ data }) => data)
      .join('')
      .replace(/\s/g, ' ')
    index.push({ block: one, page, text, folded: fold(text) })
  }
  return index
}

/** The text of a block as one reads it: no readings of the print, no sigla. */
function textNodes(block: HTMLElement): readonly Text[] {
  const nodes: Text[] = []
  const walker = document.createTreeWalker(
    block,
    NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT,
    (node) =>
      node instanceof Element && node.matches('del, .hy, .call, .siglum, .pilcrow')
        ? NodeFilter.FILTER_REJECT
        : NodeFilter.FILTER_ACCEPT,
  )
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Text) nodes.push(node)
  }
  return nodes
}

/** Letters that are the same to who searches, one for one, so that places stay where they are. */
function fold(text: string): string {
  const lower = text.toLowerCase()
  const same =
    lower.length === text.length ? lower : text.replace(/[A-Z]/g, (one) => one.toLowerCase())
  return same.replace(/ё/g, 'е').replace(/ſ/g, 's').replace(/[’ʼ]/g, "'")
}

/** Marks the places in the text, without changing it. */
function highlight(places: readonly Place[]): void {
  if (!('highlights' in CSS)) return
  const ranges = places.slice(0, MOST).flatMap(({ at, length, searched }) => {
    const nodes = textNodes(searched.block)
    const from = locate(nodes, at)
    const to = locate(nodes, at + length - 1)
    if (!from || !to) return []
    const range = new StaticRange({
      startContainer: from.node,
      startOffset: from.offset,
      endContainer: to.node,
      endOffset: to.offset + 1,
    })
    return [range]
  })
  CSS.highlights.set('found', new Highlight(...ranges))
}

function locate(nodes: readonly Text[], at: number): { node: Text; offset: number } | undefined {
  let offset = at
  for (const node of nodes) {
    if (offset < node.length) return { node, offset }
    offset -= node.length
  }
  return undefined
}
