import { InputError } from '../../src/model/input-error.ts'

/** The `InputError` that `work` throws; fails when it throws none, or another error. */
export async function inputErrorOf(work: () => unknown): Promise<InputError> {
  try {
    await work()
  } catch (error) {
    if (error instanceof InputError) return error
    throw error
  }
  throw new Error('Expected an InputError, but nothing was thrown')
}
