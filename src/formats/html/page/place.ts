import { said } from './said.ts'

/** A page of the print: its number and the element where it begins. */
interface PrintedPage {
  readonly number: string
  readonly id: string
}

/** Tells the reader where they are, takes them to a page, and gives links to what they read. */
export function keepPlace(): void {
  const pages = [...document.querySelectorAll<HTMLElement>('.page')]
  const starts = startsOf(pages)
  const chapters = chaptersOf(pages)
  watch(pages, (page) => {
    tell(starts.get(page))
    markChapter(chapters.get(page))
  })
  jumpTo([...starts.values()].filter((page) => page !== undefined))
  offerLinks()
  document.getElementById('copy')?.addEventListener('click', copyPlace)
  document.getElementById('print')?.addEventListener('click', () => print())
}

/** The printed page with which each page of the edition begins. */
function startsOf(
  pages: readonly HTMLElement[],
): ReadonlyMap<HTMLElement, PrintedPage | undefined> {
  let last: PrintedPage | undefined
  return new Map(
    pages.map((page) => {
      const found = [...page.querySelectorAll<HTMLElement>('.pb[id]')].map(({ dataset, id }) => ({
        number: dataset.n ?? '',
        id,
      }))
      const start = found[0] ?? last
      last = found.at(-1) ?? last
      return [page, start]
    }),
  )
}

/** The heading that each page of the edition begins with, or is under. */
function chaptersOf(pages: readonly HTMLElement[]): ReadonlyMap<HTMLElement, string> {
  let last = ''
  return new Map(
    pages.map((page) => {
      const headings = [...page.querySelectorAll(':is(h2, h3, h4, h5, h6)[id^="d"]')]
      const chapter = headings[0]?.id ?? last
      last = headings.at(-1)?.id ?? last
      return [page, chapter]
    }),
  )
}

/** Marks in the contents what is being read. */
function markChapter(id: string | undefined): void {
  const contents = document.getElementById('contents')
  const link = contents?.querySelector(`a[href="#${CSS.escape(id ?? '')}"]`)
  const marked = contents?.querySelector('[aria-current]')
  if (!link || link === marked) return
  marked?.removeAttribute('aria-current')
  link.setAttribute('aria-current', 'location')
  const height = contents?.clientHeight ?? 0
  const top = link.getBoundingClientRect().top - (contents?.getBoundingClientRect().top ?? 0)
  if (top < 0 || top > height - 60) contents?.scrollBy(0, top - height / 3)
}

/** Calls back with the first page in view whenever it is another one. */
function watch(pages: readonly HTMLElement[], changed: (page: HTMLElement) => void): void {
  const seen = new Set<Element>()
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (isIntersecting) seen.add(target)
        else seen.delete(target)
      }
      const first = pages.find((page) => seen.has(page))
      if (first) changed(first)
    },
    { rootMargin: '-20% 0px -60% 0px' },
  )
  for (const page of pages) observer.observe(page)
}

let current: PrintedPage | undefined

function tell(page: PrintedPage | undefined): void {
  const where = document.getElementById('where')
  if (!where || page === undefined || page === current) return
  current = page
  where.textContent = page.number === '' ? '' : said('page', page.number)
}

/** Takes the reader to the page whose number they type, as printed or as it should be. */
function jumpTo(pages: readonly PrintedPage[]): void {
  const form = document.querySelector<HTMLFormElement>('.jump')
  const input = form?.querySelector('input')
  if (!form || !input) return
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const wanted = input.value.trim().toLowerCase()
    const marks = [...document.querySelectorAll<HTMLElement>('.pb[id]')]
    const page = marks.find(({ dataset }) => numbersOf(dataset.n ?? '').includes(wanted))
    input.setCustomValidity(page || wanted === '' ? '' : said('noPage', wanted))
    if (!page) {
      input.reportValidity()
      return
    }
    document.getElementById('contents')?.hidePopover?.()
    location.hash = page.id
  })
  input.addEventListener('input', () => input.setCustomValidity(''))
  input.placeholder = pages.at(-1)?.number ?? ''
}

/** `132 [123]` is page 132 to who reads and page 123 to who counts. */
function numbersOf(shown: string): readonly string[] {
  return [shown, ...shown.split(/[\s[\]]+/)].map((number) => number.toLowerCase()).filter(Boolean)
}

/** A mark beside the paragraph that the pointer is on: its permanent link. */
function offerLinks(): void {
  const main = document.getElementById('text')
  if (!main) return
  const link = document.createElement('a')
  link.className = 'pilcrow'
  link.textContent = '¶'
  link.tabIndex = -1
  link.title = said('linkToParagraph')
  link.setAttribute('aria-hidden', 'true')
  main.addEventListener('pointerover', (event) => {
    const block = event.target instanceof Element ? event.target.closest('.text [id^="l"]') : null
    if (!(block instanceof HTMLElement) || block.contains(link)) return
    link.href = `#${block.id}`
    block.append(link)
  })
}

/** Copies the address of the paragraph at the top of the window. */
async function copyPlace(event: Event): Promise<void> {
  const button = event.currentTarget
  const blocks = document.querySelectorAll<HTMLElement>('.page')
  const page = [...blocks].find((one) => one.getBoundingClientRect().bottom > innerHeight / 4)
  const block = [...(page?.querySelectorAll<HTMLElement>('.text > [id]') ?? [])].find(
    (one) => one.getBoundingClientRect().bottom > innerHeight / 6,
  )
  const address = `${location.href.split('#')[0]}#${block?.id ?? 'text'}`
  history.replaceState(null, '', address)
  let told = said('copied')
  try {
    await navigator.clipboard.writeText(address)
  } catch {
    told = said('inAddressBar')
  }
  if (!(button instanceof HTMLElement)) return
  const before = button.textContent
  button.textContent = told
  setTimeout(() => {
    button.textContent = before
  }, 2000)
}
