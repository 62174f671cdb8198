import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Model } from './model.ts'

interface DialogProps {
  readonly model: Model
  readonly title: string
  readonly children: ComponentChildren
}

/** A dialog; the focus goes back to where it was. */
export function Dialog({ model, title, children }: DialogProps) {
  const own = useRef<HTMLDialogElement>(null)
  // With the picture and not after it: the next key may come before that.
  useLayoutEffect(() => {
    const element = own.current
    const before = document.activeElement
    const closed = () => model.closeDialog()
    element?.showModal()
    element?.addEventListener('close', closed)
    return () => {
      // It is told later that it was closed, when there may be another one.
      element?.removeEventListener('close', closed)
      element?.close()
      if (before instanceof HTMLElement) before.focus()
    }
  }, [model])
  return (
    <dialog ref={own} aria-label={title}>
      <h2>{title}</h2>
      {children}
      <p class="foot">
        <button type="button" class="link" onClick={() => model.closeDialog()}>
          Close <kbd>Esc</kbd>
        </button>
      </p>
    </dialog>
  )
}

interface OneLineProps {
  readonly label: string
  readonly value: string
  readonly button: string
  readonly onDone: (value: string) => void
}

/** A field, and what is done with it. */
export function OneLine({ label, value, button, onDone }: OneLineProps) {
  const field = useRef<HTMLInputElement>(null)
  useLayoutEffect(() => field.current?.select(), [])
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
