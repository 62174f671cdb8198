import type { WordBox } from '../model/word-box.ts'
import type { Act, BookState, Change, Hits, PageView, Receipt } from './wire.ts'

/** An image and its media type. */
export interface Image {
  readonly type: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

/**
 * A book that lies open for review: what the server knows of it. Whoever opens a book composes one of
 * the pipeline and the store; the server itself knows neither.
 */
export interface Desk {
  /** The whole book as the page needs it. */
  state(): BookState
  /** `state()` as JSON, kept from one call to the next. */
  stateText(): string
  /** A printed page line by line; undefined where there is none of that index. */
  page(sheet: number): PageView | undefined
  /**
   * The image of a printed page, as `book.yaml` names it; undefined where there is none of that index.
   *
   * Throws an `InputError` for one that is not there or that no browser shows.
   */
  image(sheet: number): Promise<Image | undefined>
  /**
   * Where the words of a printed page stand in its image, as far as it is known; none where `book.yaml`
   * names no boxes.
   *
   * Throws an `InputError` for a file that is not there or not understood.
   */
  boxes(sheet: number): Promise<readonly WordBox[]>
  /** Where a text stands, in the raw text and in the edition. */
  search(query: string): Hits
  /**
   * Writes what a person decided, as one act, and returns when it is on the disk. The edition follows.
   *
   * Throws an `InputError` for what is not in this book.
   */
  decide(acts: readonly Act[]): Promise<Receipt>
  /** Takes the editor's last act back, bulk or not; `saved` is 0 where there is none. */
  undo(): Promise<Receipt>
  /** Calls back after each rebuild, whoever caused it; returns what ends that. */
  subscribe(listener: (change: Change) => void): () => void
}
