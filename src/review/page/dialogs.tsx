import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { Split } from '../series.ts'
import { codeOf } from '../visible.ts'
import type { Model } from './model.ts'

/** The keys, as `?` shows them; those of `git add -p` where it has them. */
export const KEYS: readonly (readonly [string, string])[] = [
  ['y', 'accept, and go on'],
  ['n', 'reject, and go on'],
  ['a', 'accept the rest of the series'],
  ['d', 'reject the rest of the series'],
  ['e', 'set another reading'],
  ['1 – 8', 'take another candidate'],
  ['j  k', 'next, previous to decide'],
  ['J  K  ↓ ↑', 'next, previous'],
  ['space', 'tick; y and n then decide on what is ticked'],
  ['t', 'tick all or none'],
  ['s', 'split the series'],
  ['x', 'the word is right everywhere in this book'],
  ['i', 'a note for the apparatus'],
  ['c', 'take your decision on this one back'],
  ['u', 'undo, a bulk act as one'],
  ['p  Enter', 'the printed page'],
  ['[  ]', 'previous, next page'],
  ['m', 'change what begins in a line'],
  ['g', 'the list of series'],
  ['w', 'the list of pages'],
  ['r', 'remarks and disagreements'],
  ['/', 'search'],
  ['Esc', 'back'],
]

/** The dialog that is open, if any. */
export function Dialogs({ model }: { readonly model: Model }) {
  switch (model.ui.dialog) {
    case 'help':
      return (
        <Dialog model={model} title="Keys">
          <dl class="keys">
            {KEYS.map(([key, what]) => (
              <div key={key}>
                <dt>
                  <kbd>{key}</kbd>
                </dt>
                <dd>{what}</dd>
              </div>
            ))}
          </dl>
        </Dialog>
      )
    case 'amend':
      return <Amend model={model} />
    case 'note':
      return <Note model={model} />
    case 'split':
      return <SplitBy model={model} />
    case 'mark':
      return <MarkLine model={model} />
    default:
      return null
  }
}

interface DialogProps {
  readonly model: Model
  readonly title: string
  readonly children: ComponentChildren
}

function Dialog({ model, title, children }: DialogProps) {
  const own = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const element = own.current
    const before = document.activeElement
    element?.showModal()
    return () => {
      element?.close()
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  return (
    <dialog ref={own} aria-label={title} onClose={() => model.set({ dialog: undefined })}>
      <h2>{title}</h2>
      {children}
      <p class="foot">
        <button type="button" class="link" onClick={() => model.set({ dialog: undefined })}>
          Close <kbd>Esc</kbd>
        </button>
      </p>
    </dialog>
  )
}

function Amend({ model }: { readonly model: Model }) {
  const { picked } = model.ui
  const { cursor } = model
  const printed = picked?.text ?? cursor?.sic ?? ''
  return (
    <Dialog model={model} title="Another reading">
      <p>
        Printed: <del>{printed === '' ? 'nothing' : printed}</del>{' '}
        <small>{[...printed].slice(0, 8).map(codeOf).join(' ')}</small>
      </p>
      <OneLine
        label="Read"
        value={picked?.text ?? cursor?.corr ?? ''}
        button="Set"
        onDone={(value) => model.amend(value)}
      />
    </Dialog>
  )
}

function Note({ model }: { readonly model: Model }) {
  return (
    <Dialog model={model} title="A note for the apparatus">
      <OneLine
        label="Note"
        value={model.cursor?.notes.find(({ by }) => by === model.book.editor)?.text ?? ''}
        button="Keep"
        onDone={(value) => model.note(value)}
      />
    </Dialog>
  )
}

interface OneLineProps {
  readonly label: string
  readonly value: string
  readonly button: string
  readonly onDone: (value: string) => void
}

function OneLine({ label, value, button, onDone }: OneLineProps) {
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.select(), [])
  return (
    <form
      class="one-line"
      onSubmit={(event) => {
        event.preventDefault()
        onDone(field.current?.value ?? value)
      }}
    >
      <label>
        <span>{label}</span>
        <input ref={field} type="text" defaultValue={value} spellcheck={false} autocomplete="off" />
      </label>
      <button type="submit" class="yes">
        {button}
      </button>
    </form>
  )
}

const SPLITS: readonly (readonly [Split | undefined, string])[] = [
  ['word', 'by the whole word'],
  ['before', 'by the word before'],
  ['after', 'by the word behind'],
  ['page', 'by page'],
  [undefined, 'not at all'],
]

function SplitBy({ model }: { readonly model: Model }) {
  return (
    <Dialog model={model} title="Split the series">
      <Choices of={SPLITS.map(([split, text]) => ({ text, choose: () => model.split(split) }))} />
    </Dialog>
  )
}

/** What a line may begin with. */
const BLOCKS = [
  ['paragraph', '', 'A paragraph begins here'],
  ['paragraph', 'joined', 'It belongs to the paragraph before'],
  ['heading', '1', 'A heading: part of the book'],
  ['heading', '2', 'A heading: article or chapter'],
  ['heading', '3', 'A heading: section'],
  ['heading', '4', 'A heading: subsection'],
  ['item', '', 'An item of a list'],
  ['verse-line', '', 'A line of verse'],
  ['forme-work', 'header', 'A running head or foot'],
  ['forme-work', 'page-number', 'The page number'],
] as const

function MarkLine({ model }: { readonly model: Model }) {
  const { picked } = model.ui
  if (!picked) return null
  const { line, from, to } = picked
  return (
    <Dialog model={model} title={`Line ${line}`}>
      <p class="quoted">{picked.text.trim()}</p>
      <Choices
        of={BLOCKS.map(([role, value, text]) => ({
          text,
          choose: () =>
            model.act([{ kind: 'marking', role, act: 'accept', line, from, to, value }], text),
        }))}
      />
    </Dialog>
  )
}

interface Choice {
  readonly text: string
  readonly choose: () => void
}

function Choices({ of }: { readonly of: readonly Choice[] }) {
  return (
    <ol class="choices">
      {of.map(({ text, choose }) => (
        <li key={text}>
          <button type="button" onClick={choose}>
            {text}
          </button>
        </li>
      ))}
    </ol>
  )
}
