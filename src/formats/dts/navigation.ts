import type { Fragment } from './fragments.ts'

/** A unit of a citation tree, as DTS tells of it. */
export interface CitableUnit {
  readonly identifier: string
  readonly '@type': 'CitableUnit'
  readonly level: number
  readonly parent: string | null
  readonly citeType: string
  readonly dublinCore?: {
    readonly title: readonly { readonly lang: string; readonly value: string }[]
  }
}

/** An answer of the navigation endpoint: what was asked for, and what belongs to it. */
export interface Answer {
  /** `;down=1`, or nothing. */
  readonly parameters: string
  readonly ref: CitableUnit | undefined
  readonly member: readonly CitableUnit[] | undefined
}

/** The unit that a fragment is. */
export function unitOf(
  { kind, level, parent, ref }: Fragment,
  title: string,
  lang: string,
): CitableUnit {
  return {
    identifier: ref,
    '@type': 'CitableUnit',
    level,
    parent: parent ?? null,
    citeType: kind,
    ...(title === '' ? {} : { dublinCore: { title: [{ lang, value: title }] } }),
  }
}

/**
 * All answers about a tree: from the root to each depth and to the deepest; of each unit itself, its
 * children, all in it and, in a tree of several levels, its siblings. `units` must be in the order of
 * the document.
 */
export function* answersOf(units: readonly CitableUnit[]): Generator<Answer> {
  const depth = Math.max(0, ...units.map(({ level }) => level))
  for (let down = 1; down <= depth; down++) {
    const member = units.filter(({ level }) => level <= down)
    yield { parameters: `;down=${down}`, ref: undefined, member }
  }
  yield { parameters: ';down=-1', ref: undefined, member: units }
  const children = byParent(units)
  for (const ref of units) {
    yield { parameters: '', ref, member: undefined }
    if (depth > 1) yield { parameters: ';down=0', ref, member: children.get(ref.parent) }
    const within = [...descendants(ref, children)]
    for (let down = 1; down <= Math.max(1, depth - ref.level); down++) {
      const member = within.filter(({ level }) => level <= ref.level + down)
      yield { parameters: `;down=${down}`, ref, member }
    }
    yield { parameters: ';down=-1', ref, member: within }
  }
}

type Children = ReadonlyMap<string | null, readonly CitableUnit[]>

function byParent(units: readonly CitableUnit[]): Children {
  const children = new Map<string | null, CitableUnit[]>()
  for (const unit of units) {
    const found = children.get(unit.parent)
    if (found) found.push(unit)
    else children.set(unit.parent, [unit])
  }
  return children
}

/** A unit and all in it. */
function* descendants(unit: CitableUnit, children: Children): Generator<CitableUnit> {
  yield unit
  for (const child of children.get(unit.identifier) ?? []) yield* descendants(child, children)
}
