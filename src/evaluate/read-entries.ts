import { z } from 'zod'
import type { Entry } from './score-errors.ts'

const entry = z.object({ line: z.int().positive() })

/** Reads the entries of an `apparatus.jsonl`, one a line. */
export function readEntries(jsonl: string): readonly Entry[] {
  return jsonl
    .split('\n')
    .filter((text) => text.trim() !== '')
    .map((text) => {
      const known: unknown = JSON.parse(text)
      return entry.parse(known)
    })
}
