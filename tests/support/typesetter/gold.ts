import type { EditorsMark, ErrorClass, HeadingRole } from './truth.ts'

/**
 * What is known of a raw text, line by line. Lines are counted from 1.
 *
 * The kinds and fields are those in which people annotate books by hand; `number` of a page and the
 * kinds `forme`, `table`, `toc`, `columns` and `divided` are additions.
 */
export type GoldRecord = { readonly line: number } & (
  | {
      readonly kind: 'page'
      /** The number as it is printed, or null. `line` is the first line of the page's text. */
      readonly printed: string | null
      /** The line on which the number or the running head stands. */
      readonly number_line?: number
      /** The number that the page truly has. */
      readonly number: string
      readonly cert?: Cert
    }
  /** A printed line that is not text. */
  | { readonly kind: 'forme'; readonly what: Forme }
  | { readonly kind: 'join'; readonly why?: string; readonly cert?: Cert }
  | { readonly kind: 'split'; readonly page?: boolean; readonly cert?: Cert }
  | {
      readonly kind: 'heading'
      readonly to: number
      readonly level: number
      readonly text: string
      readonly role: HeadingRole
      readonly cert?: Cert
    }
  | {
      readonly kind: 'source' | 'byline' | 'dateline' | 'signed' | 'salute'
      readonly to: number
      readonly text: string
    }
  | { readonly kind: 'divider' }
  /** A table, a listing or formulas, kept line by line. */
  | { readonly kind: 'table'; readonly to: number }
  /** An entry of a table of contents, with the page that it names. */
  | { readonly kind: 'toc'; readonly to: number; readonly page: string }
  /** Lines of two columns side by side. */
  | { readonly kind: 'columns'; readonly to: number }
  /**
   * A word that is printed in two pieces, and is not what remains when they are put together: c that
   * became k before a division, a consonant that came back, an initial that stands apart. A division
   * is a hyphen, an initial a blank.
   */
  | { readonly kind: 'divided'; readonly printed: string; readonly whole: string }
  | { readonly kind: 'epigraph' | 'verse' | 'quote' | 'item'; readonly to: number }
  | {
      readonly kind: 'note'
      readonly to: number
      readonly more?: readonly (readonly [number, number])[]
      readonly label: string
      readonly place: 'foot' | 'end'
      readonly anchor_line: number | null
      readonly anchor_after?: string
      /** The line on which the call stands alone, over the line on which it belongs. */
      readonly call_line?: number
    }
  | { readonly kind: 'emph'; readonly to: number; readonly raw: string; readonly text: string }
  | {
      readonly kind: 'error'
      readonly raw: string
      readonly corr: string
      readonly class: ErrorClass | 'comma'
      readonly cert: Cert
      readonly why?: string
    }
  | { readonly kind: 'mark'; readonly raw: string; readonly what: EditorsMark['mark'] }
  | { readonly kind: 'hyphen'; readonly hyphen: 'soft' | 'hard'; readonly cert?: Cert }
)

export type Forme = 'header' | 'page-number' | 'signature' | 'catchword' | 'rule'

export type Cert = 'high' | 'medium' | 'low'

export type GoldKind = GoldRecord['kind']

/** The records of one kind. */
export type GoldOf<K extends GoldKind> = Extract<GoldRecord, { readonly kind: K }>

/** The order of records of one line in a file. */
const ORDER: readonly GoldKind[] = [
  'page',
  'forme',
  'heading',
  'source',
  'byline',
  'dateline',
  'salute',
  'signed',
  'divider',
  'columns',
  'table',
  'toc',
  'epigraph',
  'verse',
  'quote',
  'item',
  'note',
  'join',
  'split',
  'emph',
  'mark',
  'error',
  'divided',
  'hyphen',
]

/** One record a line, in the order of the raw text. A hyphen is written without its kind. */
export function writeGold(records: readonly GoldRecord[]): string {
  const sorted = [...records].sort(
    (a, b) => a.line - b.line || ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind),
  )
  return sorted.map((record) => `${JSON.stringify(shown(record))}\n`).join('')
}

function shown(record: GoldRecord): unknown {
  if (record.kind === 'hyphen') return { line: record.line, hyphen: record.hyphen }
  const { kind, line, ...rest } = record
  return { kind, line, ...rest }
}
