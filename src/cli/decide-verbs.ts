import { PAGE_STATES } from '../model/decision.ts'

/** What can be decided on the command line, and what each needs to be told. */
export const VERBS = {
  accept: 'read what is proposed',
  reject: 'read what is printed',
  amend: 'read VALUE',
  note: 'put VALUE into the apparatus',
  clear: 'take your last decision back',
  emend: 'read VALUE in place of --text on --line, where nothing is proposed',
  set: 'give the stretch at --line the role of --role, with VALUE',
  unset: 'take the role of --role from the stretch at --line',
  word: 'VALUE is right everywhere',
  'rule-off': 'switch the rule VALUE off for the book',
  'rule-on': 'switch it on again',
  page: `the page of --page is VALUE: ${PAGE_STATES.join(', ')}`,
  orphans: 'list the decisions whose place is gone',
  'put-back': 'the decision VALUE of these belongs to --text on --line',
  'give-up': 'the decision VALUE of these belongs nowhere any more',
  events: 'decide as the lines of the file VALUE say, or of - (the standard input)',
  undo: 'take your last act back, or the one that VALUE names',
} as const

export type Verb = keyof typeof VERBS
