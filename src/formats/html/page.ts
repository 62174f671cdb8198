import type { EditionNode } from '../../model/edition.ts'
import type { Witness } from '../../model/witness.ts'
import type { Titles } from './apparatus-entry.ts'
import { foot } from './foot.ts'
import type { PageGroup } from './page-groups.ts'
import { PageImages } from './page-images.ts'
import { rawText } from './raw-text.ts'
import type { Scribe } from './scribe.ts'
import { Setting } from './setting.ts'

/** Writes the pages of an edition: text, foot, and the raw lines of both. In chunks, one a page. */
export function* pages(
  groups: Iterable<PageGroup>,
  scribe: Scribe,
  titles: Titles,
): Generator<string> {
  const { witness } = scribe.edition
  const setting = new Setting(scribe)
  const images = new PageImages(scribe.edition.book)
  let next = 1
  for (const { group, isLast } of withLast(groups)) {
    scribe.markup('<div class="page"><div class="text">\n')
    for (const placed of group) setting.set(placed)
    setting.close()
    if (isLast) scribe.anchor(scribe.untold())
    scribe.markup('</div>\n')
    foot(scribe, titles)
    const from = next
    next = isLast ? witness.lines.count + 1 : Math.max(from, lineBehind(group, witness))
    scribe.markup(
      `${rawText(witness, from, next, scribe.words)}${images.beside(group, isLast)}</div>\n`,
    )
    yield scribe.rest()
  }
}

function* withLast<T>(items: Iterable<T>): Generator<{ group: T; isLast: boolean }> {
  let waiting: { readonly item: T } | undefined
  for (const item of items) {
    if (waiting) yield { group: waiting.item, isLast: false }
    waiting = { item }
  }
  if (waiting) yield { group: waiting.item, isLast: true }
}

/** The first raw line behind all that is printed in a group, notes called in it apart. */
function lineBehind(group: PageGroup, witness: Witness): number {
  let end = 0
  for (const { node } of group) end = Math.max(end, endOf(node))
  return end === 0 ? 0 : witness.lines.at(end - 1) + 1
}

/** Where the last leaf of a node ends that is printed in its own stream of text. */
function endOf(node: EditionNode): number {
  if (!('children' in node)) return node.type === 'layout' ? 0 : node.to
  let end = 0
  for (const child of node.children) if (child.type !== 'note') end = Math.max(end, endOf(child))
  return end
}
