import type { Desk } from '../../src/review/desk.ts'
import type { Act, BookState, Change } from '../../src/review/wire.ts'

/** A desk without a book, which remembers what it was asked. */
export class QuietDesk implements Desk {
  readonly acts: (readonly Act[])[] = []
  readonly listeners = new Set<(change: Change) => void>()
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
