import { InputError } from '../model/input-error.ts'
import { DiskFault } from '../store/disk-fault.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import { styled } from './screen.ts'
import type { World } from './world.ts'

/** Says what went wrong, in one sentence and an advice, and returns the exit code for it. */
export function tellFailure(error: unknown, world: World): ExitCode {
  const { err } = world
  if (error instanceof InputError || error instanceof DiskFault) {
    err.line([styled('bad', 'emend: '), ...sentence(error.message, error.advice)], 0, 2)
    if (world.environment.EMEND_DEBUG === '1') tellStack(error, world)
    return error instanceof InputError ? EXIT.badInput : EXIT.fault
  }
  const what = error instanceof Error ? error.message : String(error)
  err.line(
    [
      styled('bad', 'emend: '),
      `This is a fault of Emend: ${ended(firstLine(what))} `,
      'Please report it with the command you gave; EMEND_DEBUG=1 shows where it happened.',
    ],
    0,
    2,
  )
  if (world.environment.EMEND_DEBUG === '1') tellStack(error, world)
  return EXIT.fault
}

/** A message and its advice as sentences. */
export function sentence(message: string, advice: string): readonly string[] {
  return advice === '' ? [ended(message)] : [`${ended(message)} `, advice]
}

function ended(message: string): string {
  return /[.!?…]$/.test(message) ? message : `${message}.`
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? ''
}

function tellStack(error: unknown, world: World): void {
  const stack = error instanceof Error ? (error.stack ?? '') : ''
  for (const line of stack.split('\n')) world.err.line(line)
}
