/**
 * Bad input: something a person gave is not as it must be. It is shown as one clear sentence and
 * ends the command with exit code 3, never with a stack trace.
 *
 * Write *Unexpected X at raw/book.txt:351, expected Y*, and in `advice` what to do.
 */
export class InputError extends Error {
  override readonly name = 'InputError'
  /** What to do, one sentence or two; empty when the message says it. */
  readonly advice: string

  constructor(message: string, advice = '') {
    super(message)
    this.advice = advice
  }
}
