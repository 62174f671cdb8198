import { useEffect, useRef, useState } from 'preact/hooks'
import { PAGE_STATES } from '../../model/decision.ts'
import type { PrintedLine, Segment } from '../wire.ts'
import type { Model } from './model.ts'
import { PageImage } from './page-image.tsx'
import { textOf, wholeLine } from './printed-line.ts'
import { roleName } from './reading.tsx'
import { Seeking } from './seeking.tsx'
import { Text } from './text.tsx'

const SHEET_STATES = ['untouched', ...PAGE_STATES] as const

/** A printed page line by line: what was extracted, and beside it what the edition reads. */
export function PagePane({ model }: { readonly model: Model }) {
  const { ui, book } = model
  const { sheet, page } = ui
  const frame = useRef<HTMLDivElement>(null)
  const hasImage = book.sheets[sheet]?.image === true
  useEffect(() => {
    const wanted = ui.picked ? '.picked' : '.here'
    frame.current?.querySelector(wanted)?.scrollIntoView({ block: 'center' })
  }, [ui.cursor, ui.picked?.line, page])
  return (
    <section class="page" aria-label={`Page ${book.sheets[sheet]?.name ?? ''}`}>
      <div class="tools">
        <h2>
          {`Page ${book.sheets[sheet]?.name ?? ''}`}
          <small>{`${sheet + 1} of ${book.sheets.length}`}</small>
        </h2>
        <div class="buttons">
          <button type="button" disabled={sheet === 0} onClick={() => model.openPage(sheet - 1)}>
            Previous <kbd>[</kbd>
          </button>
          <button
            type="button"
            disabled={sheet + 1 >= book.sheets.length}
            onClick={() => model.openPage(sheet + 1)}
          >
            Next <kbd>]</kbd>
          </button>
          <button type="button" onClick={() => model.step(1, true)}>
            Next to decide <kbd>j</kbd>
          </button>
          {hasImage && (
            <button
              type="button"
              aria-pressed={ui.image}
              onClick={() => model.set({ image: !ui.image })}
            >
              Image <kbd>v</kbd>
            </button>
          )}
          <PageStateChoice model={model} />
        </div>
      </div>
      <Seeking model={model} />
      <div class="sides">
        {hasImage && ui.image && <PageImage model={model} />}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by key. */}
        <section class="lines" ref={frame} aria-label="Printed lines" tabIndex={0}>
          <p class="columns" aria-hidden="true">
            <span />
            <span>As extracted</span>
            <span>As the edition reads</span>
          </p>
          {page?.lines.map((line) => (
            <LineRow key={line.line} model={model} line={line} />
          ))}
          <Connections of={page?.lines} />
        </section>
      </div>
    </section>
  )
}

/** How far the page is. Nobody verifies what they have reviewed themselves. */
function PageStateChoice({ model }: { readonly model: Model }) {
  const { sheet } = model.ui
  const { state, by } = model.book.sheets[sheet] ?? { state: 'untouched', by: null }
  return (
    <label>
      <span>This page is</span>
      <select
        value={state}
        onChange={(event) => {
          const wanted = SHEET_STATES.find((one) => one === event.currentTarget.value)
          if (wanted) model.act([{ kind: 'page', sheet, state: wanted }], `The page is ${wanted}`)
        }}
      >
        {SHEET_STATES.map((one) => (
          <option key={one} value={one}>
            {one.replaceAll('-', ' ')}
          </option>
        ))}
      </select>
      {by !== null && <small>{` said ${by}`}</small>}
    </label>
  )
}

function LineRow({ model, line }: { readonly model: Model; readonly line: PrintedLine }) {
  const { begins } = line
  const blank = line.raw.every(({ text }) => text.trim() === '')
  const picked = model.ui.picked?.line === line.line
  const same = readsAsPrinted(line)
  const kinds = Object.entries({ 'in-note': line.inNote, blank, begins, picked, same })
  const look = kinds.filter(([, is]) => is).map(([kind]) => kind)
  return (
    <div class={`line ${look.join(' ')}`} data-line={line.line}>
      <span class="gutter">
        <button
          type="button"
          class="block"
          onClick={() => model.set({ dialog: 'mark', picked: wholeLine(line) })}
        >
          <span class="sr">Line </span>
          <span class="number">{line.line}</span>
          <span class="sign" aria-hidden="true">
            {begins ? signOf(begins.role, begins.level) : ''}
          </span>
          <span class="sr">{`${begins ? `, ${roleName(begins.role)} begins` : ''}: change`}</span>
        </button>
      </span>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a selection with the mouse; `e` amends by key. */}
      <span class="raw" dir="auto" onMouseUp={(event) => pick(model, line, event.currentTarget)}>
        {line.raw.map((segment) => (
          <Piece
            key={`${segment.from} ${segment.text}`}
            model={model}
            segment={segment}
            side="raw"
          />
        ))}
      </span>
      <span class="read" dir="auto">
        {line.read.map((segment) => (
          <Piece
            key={`${segment.from} ${segment.text}`}
            model={model}
            segment={segment}
            side="read"
          />
        ))}
      </span>
    </div>
  )
}

/** Whether the edition reads what is printed, but for a hyphen of the printer's. */
function readsAsPrinted({ raw, read }: PrintedLine): boolean {
  const printed = raw.filter(({ is }) => !is.includes('hyphen-soft')).map(({ text }) => text)
  const reading = read.map(({ text }) => text)
  return printed.join('').trimEnd() === reading.join('').trimEnd()
}

function Piece({
  model,
  segment,
  side,
}: {
  readonly model: Model
  readonly segment: Segment
  readonly side: 'raw' | 'read'
}) {
  const { text, is, id, note, from } = segment
  if (is.length === 0) return <Text text={text} />
  const title = is.map((one) => TITLES[one] ?? roleName(one)).join(', ')
  const here = id !== undefined && id === model.ui.cursor
  const look = `piece ${is.join(' ')}${here ? ' here' : ''}`
  const data = { 'data-from': from, ...(note ? { 'data-note': `${side} ${note}` } : {}) }
  if (id === undefined) {
    return (
      <span class={look} title={title} {...data}>
        <Text text={text} />
      </span>
    )
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: j and k go from one to the next.
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys of the page do the same.
    <span
      class={look}
      title={title}
      {...data}
      onClick={() => model.set({ cursor: id, picked: undefined })}
    >
      {text === '' ? <span class="caret">‸</span> : <Text text={text} />}
    </span>
  )
}

const TITLES: Readonly<Record<string, string>> = {
  header: 'Running head',
  'page-number': 'Page number',
  signature: 'Signature',
  catchword: 'Catchword',
  rule: 'Rule',
  'hyphen-soft': 'Soft hyphen: the line end parts one word',
  'hyphen-hard': 'Hard hyphen: it belongs to the word',
  'hyphen-ask': 'Hyphen to decide',
  call: 'Note call',
  'call-alone': 'Note call without a note',
  label: 'Note',
  emphasis: 'Letter-spaced',
  spacing: 'Letter-spacing',
}

/** The sign of a block in the margin. */
function signOf(role: string, level: number | undefined): string {
  if (role === 'heading') return `H${level ?? ''}`
  const signs: Readonly<Record<string, string>> = {
    paragraph: '¶',
    item: '•',
    'verse-line': '♪',
    row: '▤',
    entry: '…',
    divider: '⁂',
  }
  return signs[role] ?? '◦'
}

/** Takes what is selected in a raw line as the stretch that `e` corrects. */
function pick(model: Model, line: PrintedLine, element: HTMLElement): void {
  const selection = getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return
  const range = selection.getRangeAt(0)
  if (!element.contains(range.startContainer) || !element.contains(range.endContainer)) return
  const text = textOf(line)
  const wanted = selection.toString()
  const lead = document.createRange()
  lead.selectNodeContents(element)
  lead.setEnd(range.startContainer, range.startOffset)
  const near = lead.toString().length
  const from = nearest(text, wanted, near)
  if (from < 0 || wanted === '') return
  model.set({ picked: { line: line.line, from, to: from + wanted.length, text: wanted } })
}

/** Where a text stands nearest to an offset; -1 where it stands nowhere. */
function nearest(text: string, wanted: string, near: number): number {
  let best = -1
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    if (best < 0 || Math.abs(at - near) < Math.abs(best - near)) best = at
  }
  return best
}

/** Lines from the calls of a page to their notes, drawn over the raw text. */
function Connections({ of }: { readonly of: readonly PrintedLine[] | undefined }) {
  const own = useRef<SVGSVGElement>(null)
  const [paths, setPaths] = useState<readonly string[]>([])
  useEffect(() => {
    const frame = own.current?.parentElement
    if (!frame) return
    const draw = () => setPaths(pathsIn(frame))
    draw()
    const observer = new ResizeObserver(draw)
    observer.observe(frame)
    return () => observer.disconnect()
  }, [of])
  return (
    <svg class="connections" ref={own} aria-hidden="true">
      {paths.map((path) => (
        <path key={path} d={path} />
      ))}
    </svg>
  )
}

function pathsIn(frame: HTMLElement): readonly string[] {
  const origin = frame.getBoundingClientRect()
  const places = [...frame.querySelectorAll<HTMLElement>('.raw [data-note]')]
  const labels = new Map(
    places.filter((one) => one.classList.contains('label')).map((one) => [one.dataset.note, one]),
  )
  return places.flatMap((call) => {
    const label = labels.get(call.dataset.note)
    if (!call.classList.contains('call') || !label) return []
    const a = call.getBoundingClientRect()
    const b = label.getBoundingClientRect()
    const [x1, y1] = [a.left + a.width / 2 - origin.left, a.bottom - origin.top + frame.scrollTop]
    const [x2, y2] = [b.left - origin.left - 2, b.top + b.height / 2 - origin.top + frame.scrollTop]
    const bend = Math.max(24, (y2 - y1) / 3)
    return [`M${x1} ${y1} C${x1} ${y1 + bend} ${x2 - 28} ${y2 - bend} ${x2} ${y2}`]
  })
}
