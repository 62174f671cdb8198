import type { Forme } from './gold.ts'
import type { Layout, RunningHead } from './layout.ts'
import type { Page } from './make-up.ts'

/** A printed line that is not text. */
export interface FormeLine {
  readonly kind: 'forme'
  readonly what: Forme
  readonly text: string
  readonly page: Page
  /** The number that it bears. */
  readonly number?: string
}

/** The titles of a book and of the article that goes on or begins on a page. */
export interface Titles {
  readonly book: string
  readonly article: string
}

const GATHERING = 16

/** The letters that sign gatherings: neither J nor V nor W. */
const LETTERS = 'ABCDEFGHIKLMNOPQRSTUXYZ'

/** The running head of a page that has one. */
export function runningHead(
  page: Page,
  head: RunningHead,
  { book, article }: Titles,
): FormeLine | undefined {
  const { number: side = 'outside', width } = head
  const number = side === 'none' ? '' : page.number
  const verso = page.side === 'verso'
  const title = styled(fitted(verso ? (head.verso ?? book) : article, head), head)
  if (title === '' && number === '') return undefined
  const first = verso === (side === 'outside')
  const left = Math.max(1, Math.floor((width - title.length) / 2))
  const line = head.close
    ? (first ? [number, title] : [title, number]).join(' ')
    : first
      ? number + ' '.repeat(Math.max(1, left - number.length)) + title
      : (' '.repeat(left) + title).padEnd(width - number.length) + number
  const known = number === '' ? {} : { number }
  return {
    kind: 'forme',
    what: 'header',
    text: head.close ? line.trim() : line.trimEnd(),
    page,
    ...known,
  }
}

/** A title that is too long for its line loses its end. */
function fitted(title: string, { width, style }: RunningHead): string {
  const most = style === 'spaced' ? width / 2 - 8 : width - 8
  if (title.length <= most) return title
  return title.slice(0, most + 1).replace(/[\s,;:.–—-]*\s\S*$/u, '')
}

function styled(title: string, { style }: RunningHead): string {
  if (style === 'capitals') return title.toUpperCase()
  if (style !== 'spaced') return title
  return title
    .toUpperCase()
    .split(' ')
    .map((word) => [...word].join(' '))
    .join('   ')
}

/** The number of a page apart from a running head, if it stands at this place. */
export function folio(
  page: Page,
  nth: number,
  headed: boolean,
  place: 'top' | 'foot',
  layout: Layout,
): FormeLine | undefined {
  const { place: where, on, form = '#', align = 'centre' } = layout.page.folio
  if (where !== place || on === 'none' || (on === 'headless' && headed)) return undefined
  const isEvery = typeof on === 'object'
  if (isEvery && nth % on.every !== on.offset) return undefined
  const number = form.replace('#', page.number)
  const free = layout.measure - number.length
  const outside = page.side === 'verso' ? 0 : free
  const indent = isEvery ? 0 : align === 'centre' ? Math.floor(free / 2) : outside
  const text = ' '.repeat(indent) + number
  return { kind: 'forme', what: 'page-number', text, page, number: page.number }
}

/** Signature and catchword share the last line of a page. `next` is the next page's first line. */
export function directionLine(
  page: Page,
  nth: number,
  next: string | undefined,
  layout: Layout,
): FormeLine | undefined {
  const signature = signatureOf(nth, layout.page.signatures)
  const catchword = layout.page.catchwords ? (next?.trim().split(/\s+/u)[0] ?? '') : ''
  if (signature === '' && catchword === '') return undefined
  const indent = Math.floor(layout.measure * 0.4)
  const left = signature === '' ? '' : ' '.repeat(indent) + signature
  const text =
    catchword === '' ? left : `${left} `.padEnd(layout.measure - catchword.length) + catchword
  return { kind: 'forme', what: signature === '' ? 'catchword' : 'signature', text, page }
}

/** The first gathering has none: it holds the title. The second leaf bears a 2 or a star. */
function signatureOf(nth: number, style: Layout['page']['signatures']): string {
  const leaf = nth % GATHERING
  const gathering = Math.floor(nth / GATHERING)
  if (!style || gathering === 0 || (leaf !== 0 && leaf !== 2)) return ''
  if (style === 'numbers') return leaf === 0 ? String(gathering + 1) : `${gathering + 1}*`
  const letter = LETTERS.charAt(gathering % LETTERS.length)
  return leaf === 0 ? letter : `${letter} 2`
}
