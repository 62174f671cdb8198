import type { Gold } from './read-gold.ts'

/** Kinds that tell what begins at their line, the narrower before the wider. */
const KINDS = [
  'note',
  'heading',
  'table',
  'item',
  'verse',
  'byline',
  'source',
  'dateline',
  'salute',
  'signed',
  'divider',
] as const

/** What begins at each line, or stands on it, as far as the truth says. All other is a paragraph. */
export function blockKinds(gold: readonly Gold[]): ReadonlyMap<number, string> {
  const kinds = new Map<number, string>()
  for (const kind of KINDS) {
    for (const one of gold) {
      if (one.kind !== kind) continue
      // Each line of verse is a line of its own.
      const to = one.kind === 'verse' ? one.to : one.line
      for (let line = one.line; line <= to; line++) if (!kinds.has(line)) kinds.set(line, kind)
    }
  }
  for (const one of gold) {
    if (one.kind === 'toc' && !kinds.has(one.line)) kinds.set(one.line, 'item')
  }
  return kinds
}

const ELEMENTS: Readonly<Record<string, string>> = {
  p: 'paragraph',
  head: 'heading',
  l: 'verse',
  bibl: 'source',
  typography: 'divider',
  fw: 'forme work',
}

/** The name that the truth has for what an element of the edition is. */
export function kindOfElement(name: string): string {
  return ELEMENTS[name] ?? name
}
