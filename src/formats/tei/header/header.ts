import type { Edition } from '../../../model/edition.ts'
import type { Addresses } from './addresses.ts'
import { encodingDescription } from './encoding-description.ts'
import { fileDescription } from './file-description.ts'
import { profileDescription } from './profile-description.ts'
import { revisionDescription } from './revision-description.ts'

/** The header of the edition: what is known to be true of it, and nothing else. */
export function header(edition: Edition, addresses: Addresses, plain = false): string {
  return [
    '<teiHeader xml:lang="en">\n',
    fileDescription(edition),
    encodingDescription(edition, addresses, plain),
    profileDescription(edition),
    revisionDescription(edition),
    '</teiHeader>\n',
  ].join('')
}
