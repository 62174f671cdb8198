import { z } from 'zod'

const entry = z.object({
  line: z.int().positive(),
  from: z.int().min(0).exactOptional(),
  to: z.int().min(0).exactOptional(),
  sic: z.string().exactOptional(),
  corr: z.string().exactOptional(),
  candidates: z.array(z.string()).exactOptional(),
  rule: z.array(z.string()).exactOptional(),
  state: z.string().exactOptional(),
  beatenBy: z.string().exactOptional(),
})

/** An entry of `apparatus.jsonl`, as far as it is counted. Offsets are UTF-16 units in its raw line. */
export type Entry = z.infer<typeof entry>

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
