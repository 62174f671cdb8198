import type { Model } from './model.ts'
import { wholeLine } from './printed-line.ts'

/** What the keys do. They work wherever the focus is, but where text is written. */
export function pressed(model: Model, event: KeyboardEvent): void {
  if (model.ui.dialog !== undefined) {
    // Now and not with the browser's own event, so that the next key is not lost.
    if (event.key === 'Escape') model.closeDialog()
    return
  }
  if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return
  if (event.key === 'Enter' || event.key === ' ') {
    // A button has its own use for them.
    if (event.target instanceof HTMLButtonElement || event.target instanceof HTMLSelectElement)
      return
  }
  const act = ACTS[event.key]
  if (act) {
    event.preventDefault()
    act(model)
    return
  }
  const candidate = /^[1-8]$/.test(event.key) ? Number(event.key) - 1 : -1
  const { cursor } = model
  const other = cursor?.candidates.filter((one) => one !== cursor.corr)[candidate]
  if (other !== undefined && cursor?.kind === 'correction') model.amend(other)
}

const ACTS: Readonly<Record<string, (model: Model) => void>> = {
  y: (model) => model.decide('accept'),
  n: (model) => model.decide('reject'),
  a: (model) => model.decideRest('accept'),
  d: (model) => model.decideRest('reject'),
  j: (model) => model.step(1, true),
  k: (model) => model.step(-1, true),
  J: (model) => model.step(1, false),
  K: (model) => model.step(-1, false),
  ArrowDown: (model) => down(model, 1),
  ArrowUp: (model) => down(model, -1),
  ' ': (model) => model.ui.cursor !== '' && model.toggle(model.ui.cursor),
  t: (model) => model.tickAll(),
  s: (model) => model.set({ dialog: 'split' }),
  e: (model) => (model.cursor || model.ui.picked) && model.set({ dialog: 'amend' }),
  i: (model) => model.cursor && model.set({ dialog: 'note' }),
  c: (model) => model.clear(),
  x: (model) => model.wordRight(),
  u: (model) => void model.undo(),
  p: toPage,
  Enter: enter,
  '[': (model) => void model.openPage(model.ui.sheet - 1),
  ']': (model) => void model.openPage(model.ui.sheet + 1),
  m: markLine,
  v: (model) => model.set({ image: !model.ui.image }),
  g: (model) => {
    model.set({ view: 'series' })
    focus('series')
  },
  w: (model) => model.set({ view: 'pages' }),
  r: (model) => model.set({ view: 'remarks' }),
  '/': () => focus('search'),
  '?': (model) => model.set({ dialog: 'help' }),
  Escape: back,
}

/** In the list of series the arrows go from series to series, elsewhere from place to place. */
function down(model: Model, by: 1 | -1): void {
  if (document.activeElement?.id !== 'series') {
    model.step(by, false)
    return
  }
  const { series, ui } = model
  const at = series.findIndex(({ key }) => key === ui.group)
  const next = series[at + by]
  if (next) model.openSeries(next.key)
}

/** From the list of series into its places, from a place to its page. */
function enter(model: Model): void {
  if (document.activeElement?.id === 'series') focus('places')
  else toPage(model)
}

function toPage(model: Model): void {
  const { cursor } = model
  void model.openPage(cursor?.sheet ?? model.ui.sheet, cursor?.id)
}

/** Opens what may be said of the line at the focus, or at the cursor, or of the first one. */
function markLine(model: Model): void {
  const { cursor, ui } = model
  if (ui.view !== 'page' || !ui.page) return
  const own = document.activeElement?.closest<HTMLElement>('[data-line]')?.dataset.line
  const wanted = ui.picked?.line ?? (own === undefined ? cursor?.line : Number(own))
  const line = ui.page.lines.find((one) => one.line === wanted) ?? ui.page.lines[0]
  if (line) model.set({ dialog: 'mark', picked: ui.picked ?? wholeLine(line) })
}

function back(model: Model): void {
  if (model.ui.fault) model.set({ fault: undefined })
  else if (model.ui.orphan)
    model.set({ orphan: undefined, said: 'The decision stays without a place' })
  else if (model.ui.ticked.size > 0) model.set({ ticked: new Set() })
  else if (model.ui.view !== 'series') model.set({ view: 'series' })
  document.getElementById('places')?.focus()
}

/** Sets the focus before the next key comes: what is typed must not be taken for keys. */
function focus(id: string): void {
  const element = document.getElementById(id)
  if (element) element.focus()
  // A view that was chosen just now is drawn as soon as nothing else runs.
  else queueMicrotask(() => document.getElementById(id)?.focus())
}

function isWriting(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return target.type !== 'checkbox'
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
}
