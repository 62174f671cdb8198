import { useEffect, useRef, useState } from 'preact/hooks'
import type { WordBox } from '../../model/word-box.ts'
import type { Fault } from './api.ts'
import type { Model } from './model.ts'

/**
 * The image of the printed page, with a frame round the word at the cursor where it is known where words
 * stand. It goes along with the word, else with the line, as far as lines tell.
 */
export function PageImage({ model }: { readonly model: Model }) {
  const { sheet, page } = model.ui
  const name = model.book.sheets[sheet]?.name ?? ''
  const [found, setFound] = useState<string | Fault | undefined>()
  const [boxes, setBoxes] = useState<readonly WordBox[] | Fault>([])
  const [large, setLarge] = useState(false)
  const frame = useRef<HTMLElement>(null)
  useEffect(() => {
    let left = false
    setFound(undefined)
    setBoxes([])
    model.image(sheet).then((image) => {
      if (!left) setFound(image)
    })
    model.boxes(sheet).then((known) => {
      if (!left) setBoxes(known)
    })
    return () => {
      left = true
    }
  }, [model, sheet])
  const line = model.ui.picked?.line ?? model.cursor?.line
  const framed = 'message' in boxes ? [] : boxesAt(boxes, placeOf(model))
  const top = framed[0]?.box[1]
  const goAlong = () => {
    const element = frame.current
    const lines = page?.lines ?? []
    const at = lines.findIndex((one) => one.line === line)
    if (!element || (top === undefined && at < 0)) return
    const middle = element.scrollHeight * (top ?? (at + 0.5) / lines.length)
    const left = (framed[0]?.box[0] ?? 0) * element.scrollWidth - element.clientWidth / 2
    element.scrollTo({ top: middle - element.clientHeight / 2, left })
  }
  useEffect(goAlong, [line, page, large, top])
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
          <span class="print">
            <img src={found} alt={`Page ${name} as printed`} onLoad={goAlong} />
            <svg viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
              {framed.map(({ box: [left, above, right, below] }) => (
                <rect
                  key={`${left} ${above}`}
                  x={left - EDGE}
                  y={above - EDGE}
                  width={right - left + 2 * EDGE}
                  height={below - above + 2 * EDGE}
                />
              ))}
            </svg>
          </span>
        </button>
      )}
      {'message' in boxes && <p class="empty">{`${boxes.message}. ${boxes.advice}`}</p>}
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

/** How far the frame stands off the word, in fractions of the page. */
const EDGE = 0.003

/** A stretch of a printed line. */
type Stretch = Pick<WordBox, 'line' | 'from' | 'to'>

/** What is picked, else the entry at the cursor, by its place in its line. */
function placeOf({ ui, cursor }: Model): Stretch | undefined {
  if (ui.picked) return ui.picked
  const line = ui.page?.lines.find((one) => one.line === cursor?.line)
  const own = line?.raw.filter(({ id }) => id === cursor?.id) ?? []
  const [first, last] = [own[0], own.at(-1)]
  if (!line || !first || !last) return undefined
  return { line: line.line, from: first.from, to: last.from + last.text.length }
}

/** The boxes of the words of a stretch. */
function boxesAt(boxes: readonly WordBox[], place: Stretch | undefined): readonly WordBox[] {
  if (!place) return []
  const { line, from, to } = place
  return boxes.filter((one) => one.line === line && one.from <= to && one.to >= from)
}
