import { InputError } from '../model/input-error.ts'
import { gitUserName } from '../store/git.ts'
import type { World } from './world.ts'

/**
 * Who decides: the name given, that of the environment (`EMEND_EDITOR`), or that of git.
 *
 * Throws an `InputError` when nobody is known: a decision without a name is none.
 */
export async function editorName(given: string | undefined, world: World): Promise<string> {
  const name = given === undefined ? await editorIfKnown(world) : given.trim()
  if (name) return name
  throw new InputError(
    'Unexpected decision by nobody, expected the name of an editor',
    'Give it with --by "Your Name", or set EMEND_EDITOR.',
  )
}

/** The name of the environment or of git; undefined when nobody is known. */
export async function editorIfKnown({ environment, root }: World): Promise<string | undefined> {
  return (environment.EMEND_EDITOR ?? (await gitUserName(root)))?.trim() || undefined
}
