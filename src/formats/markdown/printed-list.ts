import type { List, Parents } from 'mdast'
import type { Options } from 'remark-stringify'

type Handle = NonNullable<NonNullable<Options['handlers']>['list']>

declare module 'mdast' {
  interface ListData {
    /** What stands behind the numbers of an ordered list, as printed. */
    delimiter?: '.' | ')'
  }
}

/**
 * Writes a list with the marks that the book prints: `3)` or `3.`, and `-` for all that has no
 * number. Lists never stand side by side here, so that no other mark is ever needed.
 */
export function printedList(
  node: List,
  _: Parents | undefined,
  state: Parameters<Handle>[2],
  info: Parameters<Handle>[3],
): string {
  const exit = state.enter('list')
  const outer = state.bulletCurrent
  state.bulletCurrent = node.ordered ? (node.data?.delimiter ?? '.') : '-'
  const written = state.containerFlow(node, info)
  state.bulletCurrent = outer
  exit()
  return written
}
