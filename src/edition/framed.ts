import type { Inline } from '../model/edition.ts'
import type { Frame } from './block-plan.ts'
import type { Unit } from './weave.ts'

/** A frame that is being filled. */
interface Open {
  readonly to: number
  readonly children: Inline[]
}

/** How deep frames may lie in each other. */
const DEEPEST = 8

/**
 * Puts units into the frames that they share a character with. A frame that cuts through a unit
 * takes it whole; one that crosses the end of another ends with it. Linear.
 */
export function framed(units: readonly Unit[], frames: readonly Frame[]): readonly Inline[] {
  const root: Inline[] = []
  const stack: Open[] = []
  let next = 0
  let top = root
  for (const unit of units) {
    while (stack.length > 0 && (stack.at(-1)?.to ?? 0) <= unit.from) {
      stack.pop()
      top = stack.at(-1)?.children ?? root
    }
    for (let frame = frames[next]; frame && frame.from < unit.to; frame = frames[next]) {
      if (unit.from === unit.to) break
      next++
      if (frame.to <= unit.from || stack.length >= DEEPEST) continue
      const children: Inline[] = []
      top.push(frameNode(frame, children))
      stack.push({ to: Math.min(frame.to, stack.at(-1)?.to ?? frame.to), children })
      top = children
    }
    top.push(unit.node)
  }
  return root
}

function frameNode(frame: Frame, children: readonly Inline[]): Inline {
  if (frame.role === 'emphasis') {
    return { type: 'emphasis', ...(frame.as === 'set' ? { isSet: true } : {}), children }
  }
  return { type: 'editorialMark', what: frame.what, children }
}
