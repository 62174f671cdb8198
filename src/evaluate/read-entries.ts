import { z } from 'zod'
import { InputError } from '../model/input-error.ts'

const entry = z.object({
  line: z.int().positive(),
  from: z.int().min(0).exactOptional(),
  to: z.int().min(0).exactOptional(),
  sic: z.string().exactOptional(),
  corr: z.string().exactOptional(),
  candidates: z.array(z.string()).exactOptional(),
  rule: z.array(z.string()).exactOptional(),
  cert: z.string().exactOptional(),
  state: z.string().exactOptional(),
  beatenBy: z.string().exactOptional(),
})

/** An entry of `apparatus.jsonl`, as far as it is counted. Offsets are UTF-16 units in its raw line. */
export type Entry = z.infer<typeof entry>

/**
 * Reads the entries of an `apparatus.jsonl`, one a line. Throws an `InputError` with the line; `name`
 * is that of the file.
 */
export function readEntries(jsonl: string, name = 'apparatus.jsonl'): readonly Entry[] {
  return jsonl.split('\n').flatMap((text, i) => {
    if (text.trim() === '') return []
    const parsed = entry.safeParse(parsedJson(text))
    if (parsed.success) return [parsed.data]
    throw new InputError(
      `Unexpected text at ${name}:${i + 1}, expected an entry of the apparatus`,
      '`emend build` writes it anew.',
    )
  })
}

/** What JSON says; undefined where it is none. */
function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
