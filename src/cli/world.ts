import type { Screen } from './screen.ts'

/** Asks somebody at a terminal. */
export interface Asker {
  /** The answer; undefined when no more shall be asked. Throws an `InputError` when all is to be left. */
  readonly ask: (question: string) => Promise<string | undefined>
  /** Whether no more questions are answered. */
  readonly isOver: () => boolean
  /** Gives the terminal back. */
  readonly end: () => void
}

/** What a command may touch besides the disk. */
export interface World {
  /** The working folder, as paths in messages shall begin: `.`. */
  readonly root: string
  readonly environment: Readonly<Record<string, string | undefined>>
  /** The clock, for the decisions that people make; nothing else looks at it. */
  readonly now?: () => Date
  /** Somebody to ask; undefined where nobody sits at a terminal. */
  readonly asker?: () => Asker
  /** For results. */
  readonly out: Screen
  /** For messages and progress. */
  readonly err: Screen
}
