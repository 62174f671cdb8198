import type { Edition } from '../../../model/edition.ts'
import { planOf } from '../../library/parts-of-book.ts'
import type { Profile } from '../profile.ts'
import type { Addresses } from './addresses.ts'
import { encodingDescription } from './encoding-description.ts'
import { fileDescription } from './file-description.ts'
import { profileDescription } from './profile-description.ts'
import { revisionDescription } from './revision-description.ts'

/** The header of the edition: what is known to be true of it, and nothing else. */
export function header(edition: Edition, addresses: Addresses, profile: Profile): string {
  const plan = planOf(edition)
  return [
    '<teiHeader xml:lang="en">\n',
    fileDescription(edition, plan, profile),
    encodingDescription(edition, plan, addresses, profile),
    profileDescription(edition),
    revisionDescription(edition, plan),
    '</teiHeader>\n',
  ].join('')
}
