import type { FlowLine } from '../../model/flow.ts'
import type { Span } from '../../model/span.ts'

/** The lines of a page, or of several, that hold notes. */
export interface NoteZone {
  readonly lines: readonly FlowLine[]
  /** Index of the page on which the zone begins. */
  readonly page: number
  /** What parts it from the text. */
  readonly by: 'separator' | 'heading' | 'label'
  /** A printed rule that opens the zone. */
  readonly rule: Span | undefined
  /** Whether it holds the notes of its page, or those of the article that ends there. */
  readonly scope: 'page' | 'article'
  /** Raw lines at which the notes begin to count anew, below the title of a chapter. */
  readonly anew: ReadonlySet<number>
  /** The form of its first label. */
  readonly form: string | undefined
}
