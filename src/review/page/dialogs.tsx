import type { Split } from '../series.ts'
import { codeOf } from '../visible.ts'
import { Dialog, OneLine } from './dialog.tsx'
import { LineDialog } from './line-dialog.tsx'
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
  ['m', 'what a line and its words are: heading, note, hyphen …'],
  ['v', 'the image of the page, where there is one'],
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
      return <LineDialog model={model} />
    default:
      return null
  }
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
