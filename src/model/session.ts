/** What can be done in a session, as the revision history tells it: in the past tense, behind a number. */
export const WORK = {
  accepted: ['proposal accepted', 'proposals accepted'],
  rejected: ['proposal rejected', 'proposals rejected'],
  amended: ['reading amended', 'readings amended'],
  cleared: ['decision taken back', 'decisions taken back'],
  noted: ['note', 'notes'],
  words: ['word declared right', 'words declared right'],
  rules: ['rule switched off', 'rules switched off'],
  pages: ['page looked at', 'pages looked at'],
} as const satisfies Readonly<Record<string, readonly [one: string, many: string]>>

export type Work = keyof typeof WORK

/** In the order in which they are told. */
export const WORKS: readonly Work[] = [
  'accepted',
  'rejected',
  'amended',
  'cleared',
  'noted',
  'words',
  'rules',
  'pages',
]

/** What an editor decided on one day. */
export interface Session {
  readonly by: string
  /** As the decisions have it, in the time zone of the editor: `2026-11-20`. */
  readonly day: string
  readonly counts: ReadonlyMap<Work, number>
}
