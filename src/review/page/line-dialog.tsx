import { useRef } from 'preact/hooks'
import { BLOCK_ROLES } from '../../model/marking.ts'
import type { Act, Mark, Place, PrintedLine } from '../wire.ts'
import { Dialog } from './dialog.tsx'
import type { Model } from './model.ts'
import { beginningsOf, type Saying, sayingsOf, set, wholesOf } from './overruling.ts'
import { textOf, wholeLine } from './printed-line.ts'
import { roleName } from './reading.tsx'

/** All that a person may say of a printed line: what its marks are, how it begins, what its words are. */
export function LineDialog({ model }: { readonly model: Model }) {
  const { picked, page } = model.ui
  const line = page?.lines.find((one) => one.line === picked?.line)
  if (!picked || !line) return null
  const whole = wholeLine(line)
  const begins = line.marks.find(({ role }) => isBlock(role) && role !== 'page')
  const others = line.marks.filter((mark) => mark !== begins)
  return (
    <Dialog model={model} title={`Line ${line.line}`}>
      <p class="quoted">{textOf(line).trim()}</p>
      <Words key={picked.text} model={model} line={line} />
      {others.map((mark) => (
        <MarkSayings key={`${mark.role} ${mark.from}`} model={model} line={line} mark={mark} />
      ))}
      <Sayings model={model} title="The line begins" of={beginningsOf(whole, begins)} />
      <Sayings model={model} title="Not text: it is a" of={wholesOf(whole, line.marks)} />
      <fieldset class="sayings">
        <legend>Here begins</legend>
        <Named
          label="page"
          value=""
          onDone={(value) => say(model, set('page', whole, value), `Page ${value} begins here`)}
        />
        <NoteHere model={model} place={whole} />
      </fieldset>
    </Dialog>
  )
}

function isBlock(role: string): boolean {
  return BLOCK_ROLES.some((one) => one === role)
}

function say(model: Model, act: Act, text: string): void {
  model.act([act], text)
}

interface SayingsProps {
  readonly model: Model
  readonly title: string
  readonly of: readonly Saying[]
}

function Sayings({ model, title, of }: SayingsProps) {
  if (of.length === 0) return null
  return (
    <fieldset class="sayings">
      <legend>{title}</legend>
      <Choices model={model} title={title} of={of} />
    </fieldset>
  )
}

function Choices({ model, title, of }: SayingsProps) {
  return (
    <>
      {of.map(({ text, act, holds }) => (
        <button
          type="button"
          key={text}
          aria-pressed={holds}
          onClick={() => say(model, act, `${title}: ${text}`)}
        >
          {text}
        </button>
      ))}
    </>
  )
}

interface MarkSayingsProps {
  readonly model: Model
  readonly line: PrintedLine
  readonly mark: Mark
}

/** What may be said of one thing on the line: a hyphen, a call, words set apart. */
function MarkSayings({ model, line, mark }: MarkSayingsProps) {
  const { role, from, to, value } = mark
  const place = { line: line.line, from, to }
  const title = `${roleName(role)} ${quoted(line, mark)}`.trim()
  const named = role === 'page' || role === 'call'
  return (
    <fieldset class="sayings">
      <legend>{title}</legend>
      {named && (
        <Named
          label={role === 'page' ? 'has the number' : 'calls the note'}
          value={value}
          onDone={(wanted) => say(model, set(role, place, wanted), `${title}: ${wanted}`)}
        />
      )}
      <Choices model={model} title={title} of={sayingsOf(line.line, mark)} />
    </fieldset>
  )
}

/** What stands there, in a few words; of a hyphen with what is before it. */
function quoted(line: PrintedLine, { role, from, to }: Mark): string {
  const text = textOf(line)
  if (role === 'page') return ''
  const start = role === 'hyphen' ? text.lastIndexOf(' ', from) + 1 : from
  const words = text.slice(start, Math.min(to, start + 32)).trim()
  return words === '' ? '' : `“${words}”`
}

interface NamedProps {
  readonly label: string
  readonly value: string
  readonly onDone: (value: string) => void
}

/** Something that has to be named: a page, a siglum. */
function Named({ label, value, onDone }: NamedProps) {
  const field = useRef<HTMLInputElement>(null)
  return (
    <form
      class="named"
      onSubmit={(event) => {
        event.preventDefault()
        const wanted = field.current?.value.trim() ?? ''
        if (wanted !== '') onDone(wanted)
      }}
    >
      <label>
        <span>{label}</span>
        <input ref={field} type="text" size={4} defaultValue={value} autocomplete="off" />
      </label>
      <button type="submit">Set</button>
    </form>
  )
}

/** A note that no rule has found: its siglum, and the line on which it ends. */
function NoteHere({ model, place }: { readonly model: Model; readonly place: Place }) {
  const siglum = useRef<HTMLInputElement>(null)
  const last = useRef<HTMLInputElement>(null)
  const lines = model.ui.page?.lines ?? []
  return (
    <form
      class="named"
      onSubmit={(event) => {
        event.preventDefault()
        const value = siglum.current?.value.trim() ?? ''
        const end = lines.find(({ line }) => line === Number(last.current?.value))
        if (value === '' || !end) return
        const second = end.line > place.line ? wholeLine(end) : undefined
        say(model, set('note', place, value, second), `Note ${value} begins here`)
      }}
    >
      <label>
        <span>note</span>
        <input ref={siglum} type="text" size={4} autocomplete="off" />
      </label>
      <label>
        <span>to line</span>
        <input
          ref={last}
          type="number"
          min={place.line}
          max={lines.at(-1)?.line}
          defaultValue={String(place.line)}
        />
      </label>
      <button type="submit">Set</button>
    </form>
  )
}

/** The words of the line that were selected, or are written here, and what they are. */
function Words({ model, line }: { readonly model: Model; readonly line: PrintedLine }) {
  const field = useRef<HTMLInputElement>(null)
  const { picked, orphan } = model.ui
  const isPart = picked !== undefined && picked.text.trim() !== textOf(line).trim()
  const words = (): Place | undefined => {
    const wanted = field.current?.value ?? ''
    const at = textOf(line).indexOf(wanted, isPart && picked ? picked.from : 0)
    const from = at < 0 ? textOf(line).indexOf(wanted) : at
    if (wanted !== '' && from >= 0) return { line: line.line, from, to: from + wanted.length }
    model.set({ said: `“${wanted}” does not stand on this line` })
    return undefined
  }
  const onWords = (act: (place: Place) => Act, text: string): void => {
    const place = words()
    if (place) say(model, act(place), text)
  }
  return (
    <fieldset class="sayings">
      <legend>Words</legend>
      <input
        ref={field}
        type="text"
        class="words"
        aria-label="Words of the line, as printed"
        placeholder="as printed"
        defaultValue={isPart || orphan ? picked?.text.trim() : ''}
        autocomplete="off"
        spellcheck={false}
      />
      {orphan && (
        <button
          type="button"
          class="yes"
          onClick={() => {
            const to = words()
            if (to) model.putBack(to)
          }}
        >
          Put the decision back here
        </button>
      )}
      <button
        type="button"
        onClick={() => {
          const place = words()
          if (!place) return
          const text = textOf(line).slice(place.from, place.to)
          model.set({ picked: { ...place, text }, dialog: 'amend' })
        }}
      >
        Correct
      </button>
      <button
        type="button"
        onClick={() => onWords((place) => set('emphasis', place, 'set'), 'Set apart')}
      >
        Set apart
      </button>
      <Named
        label="call of note"
        value=""
        onDone={(value) => onWords((place) => set('call', place, value), `Calls note ${value}`)}
      />
    </fieldset>
  )
}
