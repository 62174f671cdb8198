import type { Book } from '../../../model/book.ts'
import type { Edition } from '../../../model/edition.ts'
import { dublinCore } from '../../library/dublin-core.ts'
import { type BookPlan, planOf } from '../../library/parts-of-book.ts'
import type { Profile } from '../profile.ts'
import type { Addresses } from './addresses.ts'
import { encodingDescription } from './encoding-description.ts'
import { fileDescription } from './file-description.ts'
import { profileDescription } from './profile-description.ts'
import { revisionDescription } from './revision-description.ts'

/** A part of a book that has a file of its own. */
export interface Part {
  /** Of the part, with the page on which it begins. */
  readonly plan: BookPlan
  /** The book that it is part of. */
  readonly host: Book
}

/**
 * The header of an edition, or of a part that is one of its own: what is known to be true of it, and
 * nothing else.
 */
export function header(
  edition: Edition,
  addresses: Addresses,
  profile: Profile,
  part?: Part,
): string {
  const plan = part?.plan ?? planOf(edition)
  return [
    '<teiHeader xml:lang="en">\n',
    fileDescription(edition, plan, profile, part?.host),
    encodingDescription(edition, plan, addresses, profile),
    profileDescription(edition),
    // A part has no record of its own.
    part ? '' : `<xenoData type="dc">\n${dublinCore(edition)}</xenoData>\n`,
    revisionDescription(edition, plan),
    '</teiHeader>\n',
  ].join('')
}
