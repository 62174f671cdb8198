import { type Correction, isInForce } from '../model/correction.ts'
import type { Edition } from '../model/edition.ts'
import type { Marking } from '../model/marking.ts'
import { isWeighty } from '../model/notice.ts'
import { counted } from './counted.ts'

/** What a build found in a book, in numbers. */
export interface Summary {
  readonly pages: number
  readonly notes: { readonly all: number; readonly linked: number }
  readonly hyphens: { readonly soft: number; readonly hard: number; readonly ask: number }
  readonly corrections: {
    /** In the edition's text: applied by a rule, accepted or amended by a person. */
    readonly inForce: number
    /** Of those, by a person's decision. */
    readonly decided: number
    readonly proposed: number
    readonly rejected: number
  }
  /** In an older spelling: a variant, no error. */
  readonly olderWords: number
  readonly notices: { readonly weighty: number; readonly light: number }
}

/** What of an edition is counted. */
export type Counted = Pick<Edition, 'markings' | 'corrections' | 'notices'>

/** Counts an edition. O(n) in markings and corrections. */
export function summaryOf({ markings, corrections, notices }: Counted): Summary {
  const notes = markings.filter((marking) => marking.role === 'note')
  const called = new Set(markings.flatMap((marking) => calledBy(marking)))
  const inForce = corrections.filter(isInForce)
  const open = corrections.filter((correction) => correction.beatenBy === undefined)
  const weighty = notices.filter(isWeighty).length
  return {
    pages: markings.filter((marking) => marking.role === 'page').length,
    notes: { all: notes.length, linked: notes.filter((note) => called.has(note.from)).length },
    hyphens: {
      soft: hyphensOf(markings, 'soft'),
      hard: hyphensOf(markings, 'hard'),
      ask: hyphensOf(markings, 'ask'),
    },
    corrections: {
      inForce: inForce.length,
      decided: inForce.filter((correction) => correction.state !== 'applied').length,
      proposed: inState(open, 'proposed'),
      rejected: inState(corrections, 'rejected'),
    },
    olderWords: notices
      .filter(({ code }) => code === 'older-orthography')
      .reduce((sum, { count = 0 }) => sum + count, 0),
    notices: { weighty, light: notices.length - weighty },
  }
}

/** A summary in four lines for people, and one more where there are words in an older spelling. */
export function summaryLines(slug: string, summary: Summary): readonly string[] {
  const { pages, notes, hyphens, corrections, notices } = summary
  const linked = notes.all === 0 ? '' : `, ${notes.linked} of them linked`
  const states = [
    `${counted(corrections.inForce, 'correction')} applied`,
    ...(corrections.decided > 0 ? [`${corrections.decided} of them decided`] : []),
    `${corrections.proposed} proposed`,
    ...(corrections.rejected > 0 ? [`${corrections.rejected} rejected`] : []),
  ]
  const lists = notices.weighty + notices.light > 0 ? `: \`emend check ${slug}\` lists them` : ''
  return [
    `${counted(pages, 'page')}, ${counted(notes.all, 'note')}${linked}`,
    `hyphens at line ends: ${hyphens.soft} soft, ${hyphens.hard} hard, ${hyphens.ask} to decide`,
    states.join(', '),
    ...(summary.olderWords > 0
      ? [`${counted(summary.olderWords, 'word')} in an older spelling, which is no error`]
      : []),
    `${noticesCounted(notices)}${lists}`,
  ]
}

/** `no notices`, `3 notices, 2 of weight`. */
export function noticesCounted(notices: Summary['notices']): string {
  const all = notices.weighty + notices.light
  return `${counted(all, 'notice')}${all > 0 ? `, ${notices.weighty} of weight` : ''}`
}

function calledBy(marking: Marking): readonly number[] {
  return marking.role === 'call' && marking.note !== undefined ? [marking.note] : []
}

function hyphensOf(markings: readonly Marking[], value: 'soft' | 'hard' | 'ask'): number {
  return markings.filter((marking) => marking.role === 'hyphen' && marking.value === value).length
}

function inState(corrections: readonly Correction[], state: Correction['state']): number {
  return corrections.filter((correction) => correction.state === state).length
}
