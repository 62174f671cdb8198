import { render } from 'preact'
import { useEffect, useReducer } from 'preact/hooks'
import type { BookState } from '../wire.ts'
import type { Api, Fault } from './api.ts'
import { Concordance } from './concordance.tsx'
import { Detail } from './detail.tsx'
import { Dialogs } from './dialogs.tsx'
import { Header } from './header.tsx'
import { pressed } from './keys.ts'
import { Model } from './model.ts'
import { PagesPane, RemarksPane, SearchPane } from './other-panes.tsx'
import { PagePane } from './page-pane.tsx'
import { SeriesList } from './series-list.tsx'

/** The review page of a book. */
function Desk({ model }: { readonly model: Model }) {
  const [, again] = useReducer((count: number) => count + 1, 0)
  useEffect(() => model.subscribe(() => again(undefined)), [model])
  useEffect(() => {
    const listener = (event: KeyboardEvent) => pressed(model, event)
    document.addEventListener('keydown', listener)
    document.getElementById('places')?.focus()
    return () => document.removeEventListener('keydown', listener)
  }, [model])
  const { ui, book } = model
  return (
    <>
      <Header model={model} />
      <main class={`view-${ui.view}`} lang={undefined}>
        {ui.view === 'series' && <SeriesList model={model} />}
        {ui.view === 'series' && <Concordance model={model} />}
        {ui.view === 'page' && <PagePane model={model} />}
        {ui.view === 'pages' && <PagesPane model={model} />}
        {ui.view === 'search' && <SearchPane model={model} />}
        {ui.view === 'remarks' && <RemarksPane model={model} />}
        {(ui.view === 'series' || ui.view === 'page') && <Detail model={model} />}
      </main>
      <footer>
        <p class="said" role="status" aria-live="polite">
          {ui.said}
        </p>
        <p class="who">
          {ui.lost ? (
            <strong>The server does not answer: nothing can be decided now.</strong>
          ) : (
            `Signed ${book.editor}`
          )}
        </p>
      </footer>
      {ui.fault && (
        <div class="fault" role="alert">
          <p>
            <strong>{ui.fault.message}.</strong> {ui.fault.advice}
          </p>
          <button type="button" onClick={() => model.set({ fault: undefined })}>
            Close
          </button>
        </div>
      )}
      <Dialogs model={model} />
    </>
  )
}

function Failure({ message, advice }: Fault) {
  return (
    <main class="failure">
      <h1>{message}</h1>
      <p>{advice}</p>
    </main>
  )
}

/** Draws the page as soon as the book is there, or says why it is not. */
export async function open(place: HTMLElement, api: Api, asked: Promise<BookState>): Promise<void> {
  try {
    const book = await asked
    document.title = `${book.title} – Emend`
    render(<Desk model={new Model(book, api)} />, place)
  } catch (error) {
    render(<Failure {...api.faultOf(error)} />, place)
  }
}
