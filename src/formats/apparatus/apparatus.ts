import type { BuiltFormat } from '../format.ts'
import { correctionLines } from './correction-lines.ts'
import { markingLines } from './marking-lines.ts'

/** The apparatus for programs: one entry a line, sorted by place. */
export const apparatus: BuiltFormat = {
  name: 'apparatus',
  files: (edition) =>
    new Map([
      ['apparatus.jsonl', correctionLines(edition)],
      ['markings.jsonl', markingLines(edition)],
    ]),
}
