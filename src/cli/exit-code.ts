/** What scripts can trust. */
export const EXIT = {
  done: 0,
  findings: 1,
  usage: 2,
  badInput: 3,
  fault: 4,
} as const

export type ExitCode = (typeof EXIT)[keyof typeof EXIT]
