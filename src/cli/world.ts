import type { Screen } from './screen.ts'

/** What a command may touch besides the disk. */
export interface World {
  /** The working folder, as paths in messages shall begin: `.`. */
  readonly root: string
  readonly environment: Readonly<Record<string, string | undefined>>
  /** The clock, for the decisions that people make; nothing else looks at it. */
  readonly now?: () => Date
  /** For results. */
  readonly out: Screen
  /** For messages and progress. */
  readonly err: Screen
}
