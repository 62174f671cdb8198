import { InputError } from '../model/input-error.ts'
import { type Gold, goldOf } from './read-gold.ts'

/** From so many hyphens on, their places tell whether gold is of a text. */
const ENOUGH = 10

/**
 * Makes sure that gold is of this raw text. `name` is that of the gold, `path` that of the text, for
 * messages. Throws an `InputError`.
 */
export function checkGold(
  gold: readonly Gold[],
  raw: readonly string[],
  name: string,
  path: string,
): void {
  const [first] = gold
  if (!first) throw new InputError(`No record in ${name}, expected what is known of ${path}`)
  const last = gold.reduce((most, { line }) => Math.max(most, line), 0)
  if (last > raw.length) {
    throw new InputError(
      `Unexpected line ${last} in ${name}, expected at most ${raw.length}, as ${path} has`,
      'It is of another text, or of another extraction of this one.',
    )
  }
  const hyphens = goldOf(gold, 'hyphen')
  const absent = hyphens.filter(
    ({ line }) => !/\p{Pd}\s*$|[\u00ad¬=⸗]\s*$/u.test(raw[line - 1] ?? ''),
  )
  if (hyphens.length < ENOUGH || absent.length * 10 < hyphens.length) return
  throw new InputError(
    `Of ${hyphens.length} hyphens in ${name}, ${absent.length} do not stand at the ends of their lines in ${path}`,
    'It is of another text, or of another extraction of this one.',
  )
}
