import { text } from 'node:stream/consumers'
import type { Decision } from '../model/decision.ts'
import { InputError } from '../model/input-error.ts'
import { decisionOf } from '../store/decision-schema.ts'
import { readBytes } from '../store/read-file.ts'

/**
 * Events that a program wrote, a line of JSON each, as they stand in a log: `act`, `target`, and `note` where
 * there is one. Who decides, when, and in which act is set here, whatever the lines say.
 *
 * Throws an `InputError` with the line for what is no event; then none of them counts.
 */
export async function readEvents(
  path: string,
  signature: Pick<Decision, 'at' | 'by' | 'batch'>,
): Promise<readonly Decision[]> {
  const given =
    path === '-' ? await text(process.stdin) : new TextDecoder().decode(await readBytes(path))
  const events: Decision[] = []
  for (const [index, line] of given.split('\n').entries()) {
    if (line.trim() === '') continue
    const value = parsed(line)
    const found = decisionOf(value && { ...value, ...signature })
    if (typeof found === 'string') {
      throw new InputError(
        `Unexpected line at ${path === '-' ? 'standard input' : path}:${index + 1}, expected an event (${found})`,
        'Nothing was decided. `emend decide BOOK … --dry-run --json` shows what events look like.',
      )
    }
    events.push(found)
  }
  return events
}

function parsed(line: string): object | undefined {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null ? value : undefined
  } catch {
    return undefined
  }
}
