import { useEffect, useRef, useState } from 'preact/hooks'
import type { Fault } from './api.ts'
import type { Model } from './model.ts'

/** The image of the printed page. It goes along with the line at the cursor, as far as lines tell. */
export function PageImage({ model }: { readonly model: Model }) {
  const { sheet, page } = model.ui
  const name = model.book.sheets[sheet]?.name ?? ''
  const [found, setFound] = useState<string | Fault | undefined>()
  const [large, setLarge] = useState(false)
  const frame = useRef<HTMLElement>(null)
  useEffect(() => {
    let left = false
    setFound(undefined)
    model.image(sheet).then((image) => {
      if (!left) setFound(image)
    })
    return () => {
      left = true
    }
  }, [model, sheet])
  const line = model.ui.picked?.line ?? model.cursor?.line
  const goAlong = () => {
    const element = frame.current
    const lines = page?.lines ?? []
    const at = lines.findIndex((one) => one.line === line)
    if (!element || at < 0) return
    const middle = (element.scrollHeight * (at + 0.5)) / lines.length
    element.scrollTo({ top: middle - element.clientHeight / 2 })
  }
  useEffect(goAlong, [line, page, large])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by key.
    <section class="image" aria-label="Image of the page" ref={frame} tabIndex={0}>
      {typeof found === 'string' && (
        <button
          type="button"
          aria-label={large ? 'Fit the image into the pane' : 'Enlarge the image'}
          class={large ? 'large' : ''}
          onClick={() => setLarge(!large)}
        >
          <img src={found} alt={`Page ${name} as printed`} onLoad={goAlong} />
        </button>
      )}
      {found === undefined && <p class="empty">The image comes …</p>}
      {typeof found === 'object' && (
        <p class="empty">
          {`${found.message}. `}
          {found.advice}
        </p>
      )}
    </section>
  )
}
