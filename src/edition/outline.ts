import type {
  BlockNode,
  Division,
  GroupNode,
  HeadingNode,
  Item,
  Leaf,
  Line,
  List,
  NoteNode,
  Row,
} from '../model/edition.ts'
import type { DivisionKind, Group } from '../model/marking.ts'
import type { BlockPlan } from './block-plan.ts'
import { DIVISION_LEVELS, divisionOfLevel } from './division-level.ts'

/** A block of running text as the outline takes it. */
export type BlockText = Line | Row | HeadingNode | Item

/** What lies before a block: leaves, and notes that were printed there. */
export type GapNode = Leaf | NoteNode

/** A division or group that is being filled. */
interface Frame {
  readonly children: BlockNode[]
  /** 0 for the root, 1 to 4 for divisions, 5 for groups. */
  readonly rank: number
  /** The kind of a division. */
  readonly kind: DivisionKind | undefined
  /** Where a group ends. */
  readonly to: number
  /** The role of a group. */
  readonly group: Group['role'] | undefined
}

/** A list, or a group of lines, that goes on as long as items or such lines come. */
type Run =
  | { readonly type: 'list'; readonly rend: List['rend']; readonly children: (Item | Leaf)[] }
  | { readonly type: Group['role']; readonly children: BlockNode[] }

/** Lines that stand in a group, whether a marking makes one or not. */
const GROUPED: ReadonlyMap<BlockText['type'], Group['role']> = new Map([
  ['verseLine', 'verse'],
  ['row', 'table'],
  ['entry', 'contents'],
])

/** Bylines and sources right above a heading: what they stand in, and since which child. */
interface Lead {
  readonly children: BlockNode[]
  readonly since: number
  readonly line: number
}

const GROUP_RANK = 5

/** How deep groups may lie in each other. */
const DEEPEST = 8

const NOWHERE = Number.POSITIVE_INFINITY

/**
 * Grows the tree of a flow from its blocks in order: items become lists, verse lines verse, rows
 * tables, headings open divisions, groups hold whole blocks. Linear.
 */
export class Outline {
  readonly #root: BlockNode[] = []
  readonly #groups: readonly Group[]
  /** Gives divisions their ids; undefined where headings open none. */
  readonly #divisionId: (() => string) | undefined
  readonly #stack: Frame[]
  #nextGroup = 0
  #run: Run | undefined
  /** Notes that wait for the end of a list. */
  #waiting: NoteNode[] = []
  #lead: Lead | undefined

  /** `groups` must be in order. */
  constructor(groups: readonly Group[], divisionId: (() => string) | undefined) {
    this.#groups = groups
    this.#divisionId = divisionId
    this.#stack = [
      { children: this.#root, rank: 0, kind: undefined, to: NOWHERE, group: undefined },
    ]
  }

  /** Adds a block and what lies before it. */
  add(node: BlockText, plan: BlockPlan, gap: readonly GapNode[]): void {
    const at = plan.lines[0]?.from ?? 0
    const opening = this.#groupsAt(at)
    const closing = (this.#top.to ?? NOWHERE) <= at
    if (!closing && opening.length === 0 && this.#goesOn(node, gap)) return
    this.#endRun()
    this.#endGroups(at)
    this.#place(node, plan, gap, opening)
  }

  /** Adds a note that was printed within the block that was added last. */
  addNote(note: NoteNode): void {
    if (this.#run?.type === 'list') this.#waiting.push(note)
    else (this.#run ?? this.#top).children.push(note)
  }

  /** Adds what lies behind the last block, and hands over the tree. */
  end(gap: readonly GapNode[]): readonly BlockNode[] {
    this.#endRun()
    this.#endGroups(NOWHERE)
    append(this.#top.children, gap)
    return this.#root
  }

  get #top(): Frame {
    const top = this.#stack.at(-1)
    if (!top) throw new Error('Unexpected end of the outline, expected its root')
    return top
  }

  /** Adds the block to the list or group of lines that is open, if it continues it. */
  #goesOn(node: BlockText, gap: readonly GapNode[]): boolean {
    const run = this.#run
    if (run?.type === 'list' && node.type === 'item' && rendOf(node) === run.rend) {
      for (const part of gap) {
        if (part.type === 'note') this.#waiting.push(part)
        else run.children.push(part)
      }
      run.children.push(node)
      return true
    }
    if (!run || run.type === 'list' || node.type === 'item') return false
    if (GROUPED.get(node.type) !== run.type) return false
    append(run.children, gap)
    run.children.push(node)
    return true
  }

  #endRun(): void {
    this.#run = undefined
    append(this.#top.children, this.#waiting)
    this.#waiting = []
  }

  #endGroups(at: number): void {
    while (this.#top.rank === GROUP_RANK && this.#top.to <= at) this.#stack.pop()
  }

  /** The groups that begin at `at` or before it and hold the block there. */
  #groupsAt(at: number): readonly Group[] {
    const found: Group[] = []
    for (let group = this.#groups[this.#nextGroup]; group && group.from <= at; ) {
      if (group.to > at) found.push(group)
      this.#nextGroup++
      group = this.#groups[this.#nextGroup]
    }
    return found
  }

  #place(
    node: BlockText,
    plan: BlockPlan,
    gap: readonly GapNode[],
    groups: readonly Group[],
  ): void {
    const kind = this.#divisionOf(node, plan, groups)
    // A page that begins with a division begins in it.
    const page = pageCut(gap)
    const cut = kind || groups.some(({ role }) => role === 'letter') ? page : gap.length
    append(this.#top.children, gap.slice(0, cut))
    if (kind) this.#openDivision(kind, this.#takeLead(kind, plan, page === gap.length))
    for (const group of groups) this.#openGroup(group)
    append(this.#top.children, gap.slice(cut))
    this.#push(node)
    this.#keepLead(node, plan, groups.length === 0 ? gap.length - page : 0)
  }

  #push(node: BlockText): void {
    const top = this.#top
    const grouped = GROUPED.get(node.type)
    if (node.type === 'item') {
      const children: (Item | Leaf)[] = [node]
      this.#run = { type: 'list', rend: rendOf(node), children }
      top.children.push(this.#run)
    } else if (grouped && top.group !== grouped) {
      this.#run = { type: grouped, children: [node] }
      top.children.push(this.#run)
    } else {
      top.children.push(node)
    }
  }

  #divisionOf(
    node: BlockText,
    plan: BlockPlan,
    groups: readonly Group[],
  ): DivisionKind | undefined {
    if (node.type !== 'heading' || !this.#divisionId) return undefined
    if (groups.length > 0 || this.#top.rank === GROUP_RANK) return undefined
    return plan.marking?.division ?? divisionOfLevel(node.level)
  }

  /** Opens a division with what was printed above its heading. Closes those that end here. */
  #openDivision(kind: DivisionKind, lead: readonly BlockNode[]): void {
    const rank = DIVISION_LEVELS[kind]
    while (this.#top.rank >= rank || this.#top.kind === 'notes') this.#stack.pop()
    const children: BlockNode[] = [...lead]
    const division: Division = { type: 'division', kind, id: this.#divisionId?.() ?? '', children }
    this.#top.children.push(division)
    this.#stack.push({ children, rank, kind, to: NOWHERE, group: undefined })
  }

  #openGroup(group: Group): void {
    const depth = this.#stack.filter(({ rank }) => rank === GROUP_RANK).length
    if (depth >= DEEPEST) return
    const children: BlockNode[] = []
    const node: GroupNode = { type: group.role, children }
    const to = Math.min(group.to, this.#top.to)
    this.#top.children.push(node)
    this.#stack.push({ children, rank: GROUP_RANK, kind: undefined, to, group: group.role })
  }

  /**
   * Remembers bylines and sources, in case a heading follows on the next line; with them the page
   * that begins `page` nodes before, or none if that is 0.
   */
  #keepLead(node: BlockText, plan: BlockPlan, page: number): void {
    const before = this.#lead
    this.#lead = undefined
    if (node.type !== 'byline' && node.type !== 'source') return
    const { children } = this.#top
    const isNext = before?.children === children && before.line + 1 === plan.lines[0]?.line
    const since = isNext && page === 0 ? before.since : children.length - 1 - page
    this.#lead = { children, line: plan.lines.at(-1)?.line ?? 0, since }
  }

  /** The bylines and sources on the lines right above a heading: they belong to its division. */
  #takeLead(kind: DivisionKind, plan: BlockPlan, samePage: boolean): readonly BlockNode[] {
    const lead = this.#lead
    if (!lead || !samePage || DIVISION_LEVELS[kind] > DIVISION_LEVELS.article) return []
    if (lead.line + 1 !== plan.lines[0]?.line || lead.children !== this.#top.children) return []
    return lead.children.splice(lead.since)
  }
}

/** Where in a gap the division or letter after it begins: at the first page behind the last note. */
function pageCut(gap: readonly GapNode[]): number {
  const notes = gap.findLastIndex(({ type }) => type === 'note')
  const page = gap.findIndex(({ type }, i) => i > notes && type === 'pageBeginning')
  return page < 0 ? gap.length : page
}

function rendOf(item: Item): List['rend'] {
  return /[\p{L}\p{N}]/u.test(item.label) ? 'numbered' : 'bulleted'
}

/** Without spreading: a gap may be longer than a call may have arguments. */
function append<T>(to: T[], from: readonly T[]): void {
  for (const node of from) to.push(node)
}
