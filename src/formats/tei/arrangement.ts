import type {
  BlockNode,
  Division,
  GroupNode,
  HeadingNode,
  Line,
  NoteNode,
  PageBeginningNode,
} from '../../model/edition.ts'
import { isSeen } from './is-seen.ts'

/** What may stand anywhere between the blocks of a division. */
export type Anywhere = NoteNode | PageBeginningNode

/** A line of an opener or a closer. */
export interface FormalLine extends Line {
  readonly type: 'dateline' | 'salute' | 'signed'
}

/** A node that has found its place in a division. */
export type Placed =
  | { readonly as: 'head'; readonly node: HeadingNode }
  | { readonly as: 'byline' | 'argument'; readonly node: Line }
  | { readonly as: 'epigraph'; readonly node: GroupNode }
  | { readonly as: 'opener' | 'closer'; readonly nodes: readonly (FormalLine | Anywhere)[] }
  | { readonly as: 'block'; readonly node: BlockNode }
  | { readonly as: 'division'; readonly node: Division | GroupNode }
  | { readonly as: 'text'; readonly placed: readonly Placed[] }

/**
 * Gives the children of a division places that TEI allows, without changing their order: first what
 * stands at its head, then blocks, then divisions, then what stands at its foot.
 *
 * What is out of its place stays a block. Blocks that TEI does not allow before or behind a division
 * get a division of their own, of type `text`. Linear.
 */
export function arrange(children: readonly BlockNode[]): readonly Placed[] {
  const nodes = children.filter(isSeen)
  const body = beginningOfBody(nodes)
  const foot = beginningOfFoot(nodes, body)
  return [
    ...atHead(nodes.slice(0, body)),
    ...inBody(nodes.slice(body, foot)),
    ...atFoot(nodes.slice(foot)),
  ]
}

/** Whether what is placed has a block or division, as the body of a text must. */
export function hasBody(placed: readonly Placed[]): boolean {
  return placed.some((one) => {
    if (one.as === 'block') return !isAnywhere(one.node)
    return one.as === 'division' || one.as === 'text'
  })
}

/** Whether a node may stand anywhere between blocks. */
export function isAnywhere(node: BlockNode): node is Anywhere {
  return node.type === 'note' || node.type === 'pageBeginning'
}

function isDivision(node: BlockNode): node is Division | GroupNode {
  return node.type === 'division' || node.type === 'letter'
}

function isFormal(node: BlockNode): node is FormalLine {
  return node.type === 'dateline' || node.type === 'salute' || node.type === 'signed'
}

function isHeading(node: BlockNode): boolean {
  const { type } = node
  return type === 'heading' || type === 'byline' || type === 'epigraph' || isFormal(node)
}

/** The index of the first node that cannot stand at the head. A source can if a head follows. */
function beginningOfBody(nodes: readonly BlockNode[]): number {
  let body = 0
  for (const [i, node] of nodes.entries()) {
    if (isHeading(node)) body = i + 1
    else if (node.type !== 'source' && !isAnywhere(node)) break
  }
  return body
}

/** The index from which on all nodes can stand at the foot; the body before it is not empty. */
function beginningOfFoot(nodes: readonly BlockNode[], body: number): number {
  let foot = nodes.length
  while (foot > body) {
    const node = nodes[foot - 1]
    if (!node || !(isFormal(node) || node.type === 'byline' || isAnywhere(node))) break
    foot--
  }
  return foot
}

function atHead(nodes: readonly BlockNode[]): readonly Placed[] {
  return gathered(nodes, 'opener', (node) => {
    if (node.type === 'heading') return { as: 'head', node }
    if (node.type === 'byline') return { as: 'byline', node }
    if (node.type === 'source') return { as: 'argument', node }
    return node.type === 'epigraph' ? { as: 'epigraph', node } : { as: 'block', node }
  })
}

function atFoot(nodes: readonly BlockNode[]): readonly Placed[] {
  return gathered(nodes, 'closer', (node) => {
    return node.type === 'byline' ? { as: 'byline', node } : { as: 'block', node }
  })
}

/** Puts formal lines that follow each other into one opener or closer. */
function gathered(
  nodes: readonly BlockNode[],
  as: 'opener' | 'closer',
  place: (node: BlockNode) => Placed,
): readonly Placed[] {
  const placed: Placed[] = []
  let lines: (FormalLine | Anywhere)[] = []
  /** What stands behind a formal line, and in its opener only if another one follows. */
  let waiting: Anywhere[] = []
  for (const node of nodes) {
    if (isFormal(node)) {
      lines.push(...waiting, node)
      waiting = []
    } else if (isAnywhere(node) && lines.length > 0) {
      waiting.push(node)
    } else {
      close()
      placed.push(place(node))
    }
  }
  close()
  return placed

  function close(): void {
    if (lines.length > 0) placed.push({ as, nodes: lines })
    for (const node of waiting) placed.push({ as: 'block', node })
    lines = []
    waiting = []
  }
}

/** Blocks as they are, divisions behind them, and the rest in divisions of type `text`. */
function inBody(nodes: readonly BlockNode[]): readonly Placed[] {
  const placed: Placed[] = []
  let divided = false
  let from = 0
  while (from < nodes.length) {
    const to = endOfRun(nodes, from)
    const run = nodes.slice(from, to)
    const division = nodes[to]
    const bare = run.every(isAnywhere)
    const closes = division !== undefined && endsFormally(run)
    if (!bare && (divided || closes)) placed.push({ as: 'text', placed: arrange(run) })
    else for (const node of run) placed.push({ as: 'block', node })
    if (division && isDivision(division)) placed.push({ as: 'division', node: division })
    divided = true
    from = to + 1
  }
  return placed
}

/** The index of the next division from `from` on, or the end. */
function endOfRun(nodes: readonly BlockNode[], from: number): number {
  let to = from
  for (let node = nodes[to]; node && !isDivision(node); node = nodes[to]) to++
  return to
}

/** Whether a run ends with what stands at the foot of a division. */
function endsFormally(run: readonly BlockNode[]): boolean {
  const last = run.findLast((node) => !isAnywhere(node))
  return last !== undefined && (isFormal(last) || last.type === 'byline')
}
