import { useRef } from 'preact/hooks'
import { progressOf } from '../series.ts'
import type { Model } from './model.ts'
import type { ViewName } from './ui.ts'

const VIEWS: readonly (readonly [ViewName, string])[] = [
  ['series', 'Series'],
  ['page', 'Page'],
  ['pages', 'Pages'],
  ['remarks', 'Remarks'],
]

/** The book, how far the work on it has come, the views, search and undo. */
export function Header({ model }: { readonly model: Model }) {
  const { book, ui } = model
  const field = useRef<HTMLInputElement>(null)
  return (
    <header>
      <div class="title">
        <h1>{book.title}</h1>
        <Progress model={model} />
      </div>
      <nav aria-label="Views">
        {VIEWS.map(([name, text]) => (
          <button
            type="button"
            key={name}
            aria-current={ui.view === name ? 'page' : undefined}
            onClick={() => show(model, name)}
          >
            {text}
          </button>
        ))}
      </nav>
      <search>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            void model.search(field.current?.value ?? '')
            field.current?.blur()
          }}
        >
          <input
            id="search"
            ref={field}
            type="search"
            aria-label="Search the raw text and the edition"
            placeholder="Search"
            onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
          />
        </form>
      </search>
      <div class="ends">
        <button
          type="button"
          disabled={book.undo === null}
          title={book.undo ? `Undo: ${book.undo.label}` : 'Nothing to undo'}
          onClick={() => void model.undo()}
        >
          Undo <kbd>u</kbd>
        </button>
        <button type="button" onClick={() => model.set({ dialog: 'help' })}>
          Keys <kbd>?</kbd>
        </button>
      </div>
    </header>
  )
}

function show(model: Model, view: ViewName): void {
  if (view === 'page') void model.openPage(model.cursor?.sheet ?? model.ui.sheet, model.cursor?.id)
  else model.set({ view })
}

function Progress({ model }: { readonly model: Model }) {
  const { decided, done, asks } = progressOf(model.book.entries)
  const all = decided + done + asks
  const text = `${decided} decided, ${done} done by rules, ${asks} to decide`
  const share = (count: number) => ({ width: all === 0 ? '0' : `${(100 * count) / all}%` })
  return (
    <div class="progress">
      <div
        class="bar"
        role="progressbar"
        aria-label="Decided"
        aria-valuemin={0}
        aria-valuemax={all}
        aria-valuenow={decided}
        aria-valuetext={text}
      >
        <span class="decided" style={share(decided)} />
        <span class="done" style={share(done)} />
      </div>
      <p>
        <span class="key decided">{`${decided} decided`}</span>
        <span class="key done">{`${done} done by rules`}</span>
        <span class="key asks">{`${asks} to decide`}</span>
      </p>
    </div>
  )
}
