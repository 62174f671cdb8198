import { type Correction, isInForce } from '../model/correction.ts'
import { InputError } from '../model/input-error.ts'
import { fileAt } from '../store/git.ts'

/** A correction that has come into force since, has gone out of it, or reads otherwise. */
export interface Moved {
  readonly how: 'new' | 'gone' | 'other reading'
  readonly correction: Pick<Correction, 'id' | 'line' | 'context' | 'sic' | 'corr'>
}

/** What of an entry is compared. */
interface Known {
  readonly id: string
  readonly line: number
  readonly context: readonly [string, string]
  readonly sic: string
  readonly corr: string
}

/**
 * What is in force in an edition otherwise than in a revision of git, in the order of the lines.
 *
 * Throws an `InputError` when the edition was not there then. O(n) in the entries.
 */
export async function lastState(
  folder: string,
  revision: string,
  corrections: readonly Correction[],
): Promise<readonly Moved[]> {
  const text = await fileAt(folder, revision, 'apparatus.jsonl')
  if (text === undefined) {
    throw new InputError(
      `Unexpected revision \`${revision}\` of ${folder}, expected one in which git has its apparatus.jsonl`,
      `\`git log -- ${folder}\` lists them.`,
    )
  }
  const then = new Map(knownOf(text, revision).map((entry) => [entry.id, entry]))
  const now = new Map(corrections.filter(isInForce).map((entry) => [entry.id, entry]))
  const moved: Moved[] = []
  for (const [id, correction] of now) {
    const before = then.get(id)
    if (!before) moved.push({ how: 'new', correction })
    else if (before.corr !== correction.corr) moved.push({ how: 'other reading', correction })
  }
  for (const [id, correction] of then) if (!now.has(id)) moved.push({ how: 'gone', correction })
  return moved.sort((a, b) => a.correction.line - b.correction.line)
}

/** The entries that were in force. */
function knownOf(text: string, revision: string): readonly Known[] {
  const known: Known[] = []
  for (const [index, line] of text.split('\n').entries()) {
    if (line === '') continue
    const entry = parsed(line)
    if (!isEntry(entry)) {
      throw new InputError(
        `Unexpected line at ${revision}:apparatus.jsonl:${index + 1}, expected an entry of the apparatus`,
      )
    }
    const { state, beatenBy } = entry
    const inForce = state === 'applied' || state === 'accepted' || state === 'amended'
    if (inForce && beatenBy === undefined) known.push(entry)
  }
  return known
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

function isEntry(value: unknown): value is Known & { state: string; beatenBy?: string } {
  if (typeof value !== 'object' || value === null) return false
  const entry = new Map<string, unknown>(Object.entries(value))
  const context = entry.get('context')
  return (
    ['id', 'sic', 'corr', 'state'].every((key) => typeof entry.get(key) === 'string') &&
    typeof entry.get('line') === 'number' &&
    Array.isArray(context) &&
    context.length === 2
  )
}
