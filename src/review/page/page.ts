import { Api } from './api.ts'

/**
 * The beginning of the page. It is small, so that the book is asked for while the rest is still on its
 * way.
 */
const api = new Api()
const book = api.book()
// Whoever draws the page tells what went wrong.
book.catch(() => {})
const place = document.getElementById('desk')
const { open } = await import('./desk.tsx')
if (place) await open(place, api, book)
