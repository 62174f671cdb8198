import { InputError } from '../model/input-error.ts'

/**
 * The disk failed us while we wrote: it is full, read-only or closed to us. The command ends with
 * exit code 4; it is nobody's bug, so nobody is asked to report it.
 */
export class DiskFault extends Error {
  override readonly name = 'DiskFault'
  /** What to do, one sentence or two. */
  readonly advice: string

  constructor(message: string, advice: string) {
    super(message)
    this.advice = advice
  }
}

/** The system's code of an error of the disk, `ENOENT`, or an empty string for any other error. */
export function diskCode(error: unknown): string {
  if (!(error instanceof Error) || !('code' in error)) return ''
  return typeof error.code === 'string' && /^E[A-Z0-9]+$/.test(error.code) ? error.code : ''
}

/** The error to throw when `path` could not be read: what cannot be read is bad input. */
export function readFault(error: unknown, path: string): unknown {
  switch (diskCode(error)) {
    case '':
      return error
    case 'ENOENT':
      return new InputError(`Nothing found at ${path}, expected a file`, 'Check the path.')
    case 'EACCES':
    case 'EPERM':
      return new InputError(
        `No permission to read ${path}`,
        'Give yourself the right to read it (chmod u+rX), or run Emend as its owner.',
      )
    case 'EISDIR':
      return new InputError(`Unexpected folder at ${path}, expected a file`, 'Name a file in it.')
    case 'ENOTDIR':
      return new InputError(
        `Unexpected file on the way to ${path}, expected a folder`,
        'Move the file that stands in the place of the folder.',
      )
    default:
      return new InputError(
        `The disk would not hand over ${path} (${diskCode(error)})`,
        'Check the path and the disk.',
      )
  }
}

/** The error to throw when `path` could not be written. What stood there before stands still. */
export function writeFault(error: unknown, path: string): unknown {
  const still = 'what stood there before stands still'
  switch (diskCode(error)) {
    case '':
      return error
    case 'ENOSPC':
    case 'EDQUOT':
      return new DiskFault(
        `The disk is full: ${path} was not written, ${still}`,
        'Make room and run the same command again.',
      )
    case 'EFBIG':
      return new DiskFault(
        `A file at ${path} would be larger than the system allows: nothing was written, ${still}`,
        'Raise the limit (ulimit -f) or write to another disk, then run the same command again.',
      )
    case 'EROFS':
      return new DiskFault(
        `The disk of ${path} can only be read: nothing was written, ${still}`,
        'Work in a folder that can be written.',
      )
    case 'EACCES':
    case 'EPERM':
      return new DiskFault(
        `No permission to write ${path}: nothing was written, ${still}`,
        'Give yourself the right to write there (chmod u+w), or run Emend as the owner.',
      )
    case 'EISDIR':
      return new InputError(
        `Unexpected folder at ${path}, expected a file or nothing`,
        'Move the folder away.',
      )
    case 'ENOTDIR':
    case 'EEXIST':
      return new InputError(
        `Unexpected file at ${path} or on the way to it, expected a folder or nothing`,
        'Move the file away.',
      )
    case 'ENOENT':
      return new InputError(
        `No folder to write ${path} in`,
        'Make the folder, or name one that is there.',
      )
    default:
      return new DiskFault(
        `The disk refused ${path} (${diskCode(error)}): nothing was written, ${still}`,
        'Check the disk and run the same command again.',
      )
  }
}
