import { basename, extname, isAbsolute, join } from 'node:path'
import { InputError } from '../model/input-error.ts'
import { namesIn, whatIsAt } from './read-file.ts'

/** Where the raw text of a book lies. */
export interface RawText {
  readonly path: string
  /**
   * The name that the witness bears. It is the same on every machine: of a text that lies elsewhere,
   * the path as `book.yaml` has it.
   */
  readonly name: string
}

export interface AbsentText {
  readonly path: undefined
  /** One sentence without a full stop, and what to do. */
  readonly reason: string
  readonly advice: string
}

/** Variables of the environment, and what they are when they are not set. */
export type Environment = Readonly<Record<string, string | undefined>>

const DEFAULTS: Environment = { EMEND_SHARED: '../shared' }

/**
 * The files of a folder that may be the text of the book: those named `.txt`, or, where there is
 * none, all but `book.yaml`, README and hidden ones.
 */
export async function textsIn(folder: string): Promise<readonly string[]> {
  const texts: string[] = []
  for (const name of await namesIn(folder)) {
    if (isText(name) && (await whatIsAt(join(folder, name))) === 'file') texts.push(name)
  }
  const plain = texts.filter((name) => extname(name).toLowerCase() === '.txt')
  return plain.length > 0 ? plain : texts
}

/** Whether a name under `raw/` may be that of a text, or of a book's folder. Gold is no text. */
export function isText(name: string): boolean {
  return (
    !name.startsWith('.') && name !== 'book.yaml' && !/^readme(\.|$)|\.gold\.jsonl$/i.test(name)
  )
}

/** The text of a folder whose `book.yaml` does not name it; throws an `InputError` where there are two. */
export async function onlyText(folder: string, bookFile: string): Promise<RawText | AbsentText> {
  const [found, another] = await textsIn(folder)
  if (found === undefined) {
    return {
      path: undefined,
      reason: `no text lies in ${folder}`,
      advice: `Put the text there, or say in ${bookFile} where it lies: \`file: …\`.`,
    }
  }
  if (another !== undefined) {
    throw new InputError(
      `Unexpected second text ${another} beside ${found} in ${folder}, expected one`,
      `Say in ${bookFile} which one it is: \`file: ${found}\`.`,
    )
  }
  return { path: join(folder, found), name: `raw/${basename(folder)}/${found}` }
}

/** The text that `book.yaml` declares: a name beside it, or a path with variables of the environment. */
export async function declaredText(
  root: string,
  folder: string,
  declared: string,
  environment: Environment,
): Promise<RawText | AbsentText> {
  const beside = !/[/\\$]/.test(declared)
  const name = beside ? `raw/${basename(folder)}/${declared}` : declared
  let unset: string | undefined
  const expanded = declared.replace(/\$\{([A-Za-z_]\w*)\}/g, (_, variable: string) => {
    const value = environment[variable] || DEFAULTS[variable]
    if (value === undefined) unset = variable
    return value ?? ''
  })
  if (unset !== undefined) {
    return {
      path: undefined,
      reason: `its text lies in ${declared}, and ${unset} is not set`,
      advice: `Set ${unset} to the folder where the text lies.`,
    }
  }
  const path = beside
    ? join(folder, declared)
    : isAbsolute(expanded)
      ? expanded
      : join(root, expanded)
  if ((await whatIsAt(path)) === 'nothing') {
    return {
      path: undefined,
      reason: `its text is not there: ${path}`,
      advice: `Put it there, or correct \`file\` in ${join(folder, 'book.yaml')}.`,
    }
  }
  return { path, name }
}
