import { Api } from './api.ts'

/**
 * The beginning of the page. It is small and waits for nothing, so that the book is asked for while the
 * rest, the style sheet too, is still on its way.
 */
const api = new Api()
const book = api.book()
api.keep()
// Whoever draws the page tells what went wrong.
book.catch(() => {})
const { open } = await import('./desk.tsx')
const place = document.getElementById('desk')
if (place) await open(place, api, book)
