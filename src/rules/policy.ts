import { InputError } from '../model/input-error.ts'

/** How well a rule did where the truth was known. */
export interface Measured {
  /** Of the corrections that it is sure of, the share that was right. From 0 to 1. */
  readonly precision: number
  /** How many corrections that were. */
  readonly cases: number
  /** Of the errors that were planted, the share that it mended. From 0 to 1. */
  readonly recall?: number
  /** What it was measured on. */
  readonly source: string
  /** The same where the errors are those of a book, and people have annotated them. */
  readonly nature?: Omit<Measured, 'nature'>
}

/** Above what a rule may be applied unasked, and what was measured. `rules/policy.json`. */
export interface Policy {
  readonly bar: { readonly precision: number; readonly cases: number }
  readonly rules: Readonly<Record<string, Measured>>
}

/** Whether what was measured of a rule, by nature and by planted errors together, clears the bar. */
export function clears({ bar, rules }: Policy, id: string): boolean {
  const measured = Object.hasOwn(rules, id) ? rules[id] : undefined
  if (!measured) return false
  const { nature } = measured
  const cases = measured.cases + (nature?.cases ?? 0)
  const right = measured.precision * measured.cases + (nature ? nature.precision * nature.cases : 0)
  // Shares are written with few digits: a case is a case.
  return right >= bar.precision * cases - 1e-9 * cases && cases >= bar.cases
}

/** Reads a policy from parsed JSON. Throws an `InputError` that names the file and the value. */
export function readPolicy(json: unknown, path: string): Policy {
  const whole = record(json, path, '')
  const unknown = Object.keys(whole).find((key) => key !== 'bar' && key !== 'rules')
  if (unknown !== undefined) {
    throw new InputError(`Unexpected key \`${unknown}\` in ${path}, expected none but bar, rules`)
  }
  const { bar, rules } = whole
  const measured = Object.entries(record(rules, path, 'rules')).map(([id, value]) => {
    const { nature } = record(value, path, id)
    const own = measuredOf(value, path, id)
    if (nature === undefined) return [id, own] as const
    return [id, { ...own, nature: measuredOf(nature, path, `${id}.nature`) }] as const
  })
  return { bar: figures(bar, path, 'bar'), rules: Object.fromEntries(measured) }
}

function measuredOf(value: unknown, path: string, key: string): Omit<Measured, 'nature'> {
  const { source, recall } = record(value, path, key)
  if (typeof source !== 'string') throw unexpected(path, `${key}.source`, 'a string')
  const own = { ...figures(value, path, key), source }
  if (recall === undefined) return own
  if (typeof recall === 'number' && recall >= 0 && recall <= 1) return { ...own, recall }
  throw unexpected(path, `${key}.recall`, 'a number from 0 to 1')
}

function figures(
  value: unknown,
  path: string,
  key: string,
): { readonly precision: number; readonly cases: number } {
  const { precision, cases } = record(value, path, key)
  if (typeof precision !== 'number' || !(precision >= 0 && precision <= 1)) {
    throw unexpected(path, `${key}.precision`, 'a number from 0 to 1')
  }
  if (typeof cases !== 'number' || !Number.isInteger(cases) || cases < 0) {
    throw unexpected(path, `${key}.cases`, 'a whole number')
  }
  return { precision, cases }
}

function record(value: unknown, path: string, key: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw unexpected(path, key, 'an object')
  }
  return { ...value }
}

function unexpected(path: string, key: string, expected: string): InputError {
  const what = key === '' ? 'the file' : `\`${key}\``
  return new InputError(`Unexpected value of ${what} in ${path}, expected ${expected}`)
}
