/** What can be noticed about a book. Closed: to notice something new, name it here. */
export const NOTICE_CODES = {
  'call-without-note': 'weighty',
  'note-without-call': 'weighty',
  'page-number-out-of-sequence': 'weighty',
  'page-numbers-missing': 'light',
  'hyphen-undecided': 'weighty',
  'bytes-undecodable': 'weighty',
  'decision-orphaned': 'weighty',
  'decisions-disagree': 'weighty',
  'decision-stands-alone': 'light',
  'page-verified-alone': 'light',
  'language-not-that-declared': 'light',
  'lexicon-missing': 'weighty',
  'older-orthography': 'light',
  'private-use': 'light',
  'no-line-end-hyphens': 'light',
  'two-columns': 'weighty',
  'contents-page-missing': 'light',
} as const satisfies Readonly<Record<string, 'weighty' | 'light'>>

export type NoticeCode = keyof typeof NOTICE_CODES

/** Something that a person should know about the book's structure. It has a place and changes nothing. */
export interface Notice {
  readonly kind: 'notice'
  readonly code: NoticeCode
  /** The raw line, from 1; 0 for the book as a whole. */
  readonly line: number
  /** Of a notice that speaks of many places: how many. */
  readonly count?: number
  /** One sentence: *Unexpected X, expected Y*, and what to do. */
  readonly message: string
}

/** Whether `emend check` fails for it. */
export function isWeighty(notice: Notice): boolean {
  return NOTICE_CODES[notice.code] === 'weighty'
}
