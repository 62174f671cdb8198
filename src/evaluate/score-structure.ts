import { kindOfElement } from './block-kinds.ts'
import type { Covered } from './edition-lines.ts'
import { type Gold, goldOf } from './read-gold.ts'
import type { Share } from './share.ts'
import { type Miss, rawLine, type Scored, type Task } from './task.ts'

/** Kinds of records, and whether an element of the edition is what they say. */
const KINDS = {
  byline: (element) => isLine(element, 'byline'),
  source: (element) => isLine(element, 'bibl') || isLine(element, 'source'),
  dateline: (element) => isLine(element, 'dateline'),
  salute: (element) => isLine(element, 'salute'),
  signed: (element) => isLine(element, 'signed'),
  divider: ({ name, type }) => name === 'ab' && type === 'typography',
  item: ({ name }) => name === 'item',
  quote: ({ name, rend, type }) => name === 'quote' && rend === 'block' && type === '',
  verse: ({ name }) => name === 'lg',
  epigraph: ({ name }) => name === 'epigraph',
} as const satisfies Partial<Record<Gold['kind'], (element: Covered) => boolean>>

/** In the midst of a division such a line is an `ab` of its type. */
function isLine({ name, type }: Covered, kind: string): boolean {
  return name === kind || (name === 'ab' && type === kind)
}

type StructureKind = keyof typeof KINDS

/** Of each kind of block and group, how many are found from their first line to their last. */
export function scoreStructure(task: Task): Scored<Readonly<Record<string, Share>>> {
  const figure: Record<string, Share> = {}
  const misses: Miss[] = []
  for (const kind of kinds()) {
    const gold = goldOf(task.gold, kind)
    if (gold.length === 0) continue
    const ends = new Map<number, Set<number>>()
    for (const element of task.edition.elements) {
      if (!KINDS[kind](element)) continue
      const own = ends.get(element.line)
      if (own) own.add(element.to)
      else ends.set(element.line, new Set([element.to]))
    }
    const missing = gold.filter((one) => !isCovered(ends.get(one.line), one))
    figure[kind] = { hits: gold.length - missing.length, of: gold.length }
    for (const { line } of missing) {
      const text = rawLine(task, line)
      misses.push({ line, text, truth: kind, edition: elementAt(task, line), kinds: true })
    }
  }
  return { figure, misses }
}

function kinds(): readonly StructureKind[] {
  return [
    'byline',
    'source',
    'dateline',
    'salute',
    'signed',
    'divider',
    'item',
    'quote',
    'verse',
    'epigraph',
  ]
}

/** What begins at a line, for people. */
function elementAt({ edition }: Task, line: number): string {
  const name = edition.starts.get(line)
  return name === undefined ? 'no block' : kindOfElement(name)
}

/** Whether one of the elements that begin where a record does ends where it does, if it says so. */
function isCovered(ends: ReadonlySet<number> | undefined, one: Gold): boolean {
  if (!ends) return false
  return 'to' in one && one.to !== undefined ? ends.has(one.to) : true
}
