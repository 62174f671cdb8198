import type { WitnessPlace } from '../formats/markdown/witness-place.ts'
import type { CallNode, PageBeginningNode } from '../model/edition.ts'

/** What stands among the characters of a passage and is none. */
export type Sign =
  | { readonly kind: 'call'; readonly label: string; readonly call: CallNode | undefined }
  | { readonly kind: 'page'; readonly shown: string; readonly page: PageBeginningNode | undefined }
  | { readonly kind: 'line break' }
  | { readonly kind: 'unknown'; readonly what: string }

/** Stands in the text of a passage for a sign. */
export const SIGN = '\ufffc'

/** A block of Markdown that holds text, as far as it matters: how it is written does not show. */
export interface Passage {
  /** `paragraph`, `heading 2`, `code`, `divider`, or `end` for the pages behind the last block. */
  readonly kind: string
  /** The lists and quotations that it stands in, outermost first; `!` where it is their first. */
  readonly frame: string
  /** One blank for each run of white space, `SIGN` for each sign. */
  readonly text: string
  /** Of each UTF-16 unit of the text: its place in the witness. None in an edited file. */
  readonly places: readonly (WitnessPlace | undefined)[]
  /** Of each unit: whether it is emphasised. */
  readonly emphasised: readonly boolean[]
  /** Of each unit: its line in the file, from 1. */
  readonly lines: readonly number[]
  /** The signs, by their offsets in the text. */
  readonly signs: ReadonlyMap<number, Sign>
  /** The first line in the file, from 1. */
  readonly line: number
}

/** A note as Markdown defines it. */
export interface Definition {
  readonly label: string
  readonly passages: readonly Passage[]
  readonly line: number
}

/** A Markdown tree as it is read: the text, and each note by itself, wherever it is defined. */
export interface ReadText {
  readonly text: readonly Passage[]
  readonly notes: readonly Definition[]
}

/** The lists and quotations of a passage, whether it is their first or not. */
export function framesOf({ frame }: Passage): string {
  return frame.replaceAll('!', '')
}
