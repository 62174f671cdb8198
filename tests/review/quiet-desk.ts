import { InputError } from '../../src/model/input-error.ts'
import type { Desk } from '../../src/review/desk.ts'
import type { Act, BookState, Change } from '../../src/review/wire.ts'

/** A desk without a book, which remembers what it was asked. */
export class QuietDesk implements Desk {
  readonly acts: (readonly Act[])[] = []
  readonly listeners = new Set<(change: Change) => void>()
  readonly images: number[] = []
  undone = 0

  state(): BookState {
    return {
      slug: 'quiet',
      title: 'A <script>alert(1)</script> book',
      language: 'en',
      editor: 'Ada',
      revision: 0,
      entries: [],
      sheets: [],
      remarks: [],
      orphans: [],
      words: [],
      rulesOff: [],
      rules: [],
      undo: null,
    }
  }

  stateText(): string {
    return JSON.stringify(this.state())
  }

  page(sheet: number) {
    return sheet === 0 ? { sheet, name: '1', revision: 0, lines: [] } : undefined
  }

  async image(sheet: number) {
    this.images.push(sheet)
    if (sheet === 1) throw new InputError('Nothing at raw/quiet/images/2.png', 'Put it there.')
    return sheet === 0 ? { type: 'image/png', bytes: new Uint8Array([1, 2, 3]) } : undefined
  }

  async boxes(sheet: number) {
    return sheet === 0 ? [{ line: 1, from: 0, to: 4, box: [0.1, 0.1, 0.2, 0.12] as const }] : []
  }

  search() {
    return { hits: [], total: 0 }
  }

  async decide(acts: readonly Act[]) {
    this.acts.push(acts)
    return { saved: acts.length, undo: null }
  }

  async undo() {
    this.undone++
    return { saved: 0, undo: null }
  }

  subscribe(listener: (change: Change) => void) {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }
}
