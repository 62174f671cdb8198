/** A rectangle in the image of a page, in fractions of it: left, top, right, bottom. */
export type Box = readonly [left: number, top: number, right: number, bottom: number]

/** Where a printed word stands in the image of its page: a stretch of a raw line, from 1, and its box. */
export interface WordBox {
  readonly line: number
  /** UTF-16 units of the line. */
  readonly from: number
  readonly to: number
  readonly box: Box
}
