import type { Responsible } from '../../../model/book.ts'
import { escapeText } from '../../../model/xml-text.ts'
import { relatorAddress } from '../../library/codes.ts'
import { attribute } from '../xml-id.ts'

/** The value of `ref`: addresses of authority records. */
export function addresses(refs: readonly string[] = []): string {
  return refs.map((ref) => encodeURI(ref)).join(' ')
}

/** A person or an institution, with its authority records. */
export function agent({ isInstitution, name, refs }: Responsible): string {
  const element = isInstitution ? 'orgName' : 'persName'
  return `<${element}${attribute('ref', addresses(refs))}>${escapeText(name)}</${element}>`
}

/** An author or editor. */
export function maker(element: 'author' | 'editor', who: Responsible): string {
  const role = attribute('role', who.role?.trim().replaceAll(/\s+/gu, '-'))
  return `<${element}${role}>${agent(who)}</${element}>`
}

/** What somebody did, with the address of the relator term where there is one. */
export function resp(role: string): string {
  return `<resp${attribute('ref', relatorAddress(role))}>${escapeText(role)}</resp>`
}

/** Somebody and their part, where there is no element for it. */
export function responsibility(who: Responsible): string {
  return `<respStmt>${resp(who.role ?? 'contributor')}${agent(who)}</respStmt>`
}
