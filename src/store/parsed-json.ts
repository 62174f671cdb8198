import { InputError } from '../model/input-error.ts'

/** Parses the JSON of a file that people write; throws an `InputError` with what is wrong. */
export function parsedJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    const what = error instanceof Error ? error.message : 'not JSON'
    throw new InputError(`Unexpected JSON in ${path}: ${what}`, 'Correct the file.')
  }
}
