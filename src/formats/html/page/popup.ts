import { said } from './said.ts'

/** Shows notes, and what the apparatus says of a word, beside the place where they are called. */
export function listenForPopups(): void {
  const popup = document.getElementById('popup')
  const main = document.getElementById('text')
  if (!popup || !main || typeof popup.showPopover !== 'function') return
  let caller: HTMLAnchorElement | undefined
  main.addEventListener('click', (event) => {
    const plain = !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
    const link = event.target instanceof Element ? event.target.closest('a') : null
    if (!plain || !link?.matches('.call, .cor')) return
    const shown = document.getElementById(decodeURIComponent(link.hash.slice(1)))
    if (!shown) return
    event.preventDefault()
    caller = link
    fill(popup, shown, link)
    popup.showPopover()
    place(popup, link)
    popup.focus()
  })
  for (const panel of [popup, document.getElementById('contents')]) {
    panel?.addEventListener('click', (event) => {
      if (event.target instanceof Element && event.target.closest('a')) panel.hidePopover()
    })
  }
  popup.addEventListener('toggle', (event) => {
    const open = 'newState' in event && event.newState === 'open'
    const within =
      popup.contains(document.activeElement) || document.activeElement === document.body
    if (!open && within) caller?.focus({ preventScroll: true })
  })
}

function fill(popup: HTMLElement, shown: HTMLElement, link: HTMLAnchorElement): void {
  const isNote = link.classList.contains('call')
  const copy = shown.cloneNode(true)
  if (copy instanceof Element) {
    for (const one of [copy, ...copy.querySelectorAll('[id]')]) one.removeAttribute('id')
    for (const one of copy.querySelectorAll('.siglum, .pb')) one.remove()
  }
  const list = document.createElement(isNote ? 'div' : 'ul')
  if (copy instanceof HTMLElement && isNote) list.append(...copy.childNodes)
  else list.append(copy)
  const more = document.createElement('p')
  more.lang = said('code')
  const way = document.createElement('a')
  way.href = link.hash
  way.textContent = said(isNote ? 'atFoot' : 'inApparatus')
  more.append(way)
  popup.setAttribute('aria-label', said(isNote ? 'note' : 'correction'))
  popup.replaceChildren(list, more)
}

/** Puts the popup under its link, or over it where there is more room. */
function place(popup: HTMLElement, link: HTMLElement): void {
  const gap = 8
  const at = link.getBoundingClientRect()
  const { offsetWidth: width, offsetHeight: height } = popup
  const left = Math.min(Math.max(gap, at.left - width / 3), innerWidth - width - gap)
  const below = at.bottom + gap
  const above = at.top - gap - height
  const top = below + height > innerHeight - gap && above > gap ? above : below
  popup.style.left = `${left}px`
  popup.style.top = `${Math.min(top, Math.max(gap, innerHeight - height - gap))}px`
}
