import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'

interface VirtualListProps {
  readonly id: string
  readonly label: string
  readonly count: number
  /** Of a row, in CSS pixels. */
  readonly height: number
  /** The row that is to be seen; -1 for none. */
  readonly cursor: number
  readonly several?: boolean
  readonly row: (index: number) => ComponentChildren
  readonly isTicked: (index: number) => boolean
  readonly onPick: (index: number) => void
  readonly empty: string
}

/** Rows above and below those in sight that are there as well, once the first picture is drawn. */
const BEYOND = 8

/**
 * A list of which only the rows in sight are in the document: as smooth with twenty thousand as with
 * twenty. It is one stop of the tabulator; the row at the cursor is its active descendant.
 */
export function VirtualList(props: VirtualListProps) {
  const { id, count, height, cursor, row } = props
  const frame = useRef<HTMLDivElement>(null)
  const [seen, setSeen] = useState({ top: 0, room: innerHeight * 0.7, beyond: 0 })
  useEffect(() => {
    const element = frame.current
    if (!element) return
    const look = () =>
      setSeen({ top: element.scrollTop, room: element.clientHeight, beyond: BEYOND })
    element.addEventListener('scroll', look, { passive: true })
    const observer = new ResizeObserver(look)
    observer.observe(element)
    return () => {
      element.removeEventListener('scroll', look)
      observer.disconnect()
    }
  }, [])
  useEffect(() => {
    const element = frame.current
    if (!element || cursor < 0) return
    const top = cursor * height
    const room = element.clientHeight
    if (top < element.scrollTop + height) element.scrollTop = Math.max(0, top - height)
    else if (top + 2 * height > element.scrollTop + room)
      element.scrollTop = top + 2 * height - room
  }, [cursor, height, count])
  const first = Math.max(0, Math.floor(seen.top / height) - seen.beyond)
  const last = Math.min(count, Math.ceil((seen.top + seen.room) / height) + seen.beyond)
  const indices = Array.from({ length: Math.max(0, last - first) }, (_, i) => first + i)
  if (cursor >= 0 && cursor < count && (cursor < first || cursor >= last)) indices.push(cursor)
  return (
    <div
      class="list"
      ref={frame}
      id={id}
      role="listbox"
      tabIndex={0}
      aria-label={props.label}
      aria-multiselectable={props.several === true}
      {...(cursor >= 0 ? { 'aria-activedescendant': `${id}-${cursor}` } : {})}
    >
      {count === 0 && (
        // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus.
        <div class="empty" role="option" aria-selected="false">
          {props.empty}
        </div>
      )}
      <div class="runway" role="presentation" style={{ height: `${count * height}px` }}>
        {indices.map((index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus.
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the page.
          <div
            key={index}
            id={`${id}-${index}`}
            class={index === cursor ? 'row here' : 'row'}
            role="option"
            aria-selected={props.several ? props.isTicked(index) : index === cursor}
            aria-posinset={index + 1}
            aria-setsize={count}
            style={{ height: `${height}px`, transform: `translateY(${index * height}px)` }}
            onClick={() => props.onPick(index)}
          >
            {row(index)}
          </div>
        ))}
      </div>
    </div>
  )
}
