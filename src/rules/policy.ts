import { InputError } from '../model/input-error.ts'

/** How well a rule did where the truth was known. */
export interface Measured {
  /** Of the corrections that it is sure of, the share that was right. From 0 to 1. */
  readonly precision: number
  /** How many corrections that were. */
  readonly cases: number
  /** What it was measured on. */
  readonly source: string
}

/** Above what a rule may be applied unasked, and what was measured. `rules/policy.json`. */
export interface Policy {
  readonly bar: { readonly precision: number; readonly cases: number }
  readonly rules: Readonly<Record<string, Measured>>
}

/** Whether what was measured of a rule clears the bar. */
export function clears({ bar, rules }: Policy, id: string): boolean {
  const measured = Object.hasOwn(rules, id) ? rules[id] : undefined
  if (!measured) return false
  return measured.precision >= bar.precision && measured.cases >= bar.cases
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
    const { source } = record(value, path, id)
    if (typeof source !== 'string') throw unexpected(path, `${id}.source`, 'a string')
    return [id, { ...figures(value, path, id), source }] as const
  })
  return { bar: figures(bar, path, 'bar'), rules: Object.fromEntries(measured) }
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
