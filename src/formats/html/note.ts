import type { BlockNode, Inline, LabelNode, NoteNode } from '../../model/edition.ts'
import { attribute, escapeText } from './escape.ts'
import type { Scribe } from './scribe.ts'
import { filled } from './words/words.ts'

/**
 * A note, and the way back to each of its marks: the siglum printed before it, and arrows for further
 * ones.
 */
export function note(node: NoteNode, scribe: Scribe): void {
  const { printed, children } = withoutLabel(node)
  const id = scribe.id(node.id)
  const { note, noteElement } = scribe.manner
  scribe.markup(`<${noteElement} class="note" id="${id}"${note}>\n`)
  scribe.wait(() => siglum(node, printed?.value ?? node.siglum, scribe))
  scribe.blocks(children)
  scribe.settle()
  scribe.markup(`</${noteElement}>\n`)
}

function siglum({ calls }: NoteNode, shown: string, scribe: Scribe): void {
  const { address, back } = scribe.manner
  const { backFromNote, backToPlace } = scribe.words
  const [first, ...others] = calls
  if (first === undefined) {
    if (shown !== '') scribe.markup(`<span class="siglum">${escapeText(shown)}</span> `)
    return
  }
  const sign = shown.trim() === '' ? '↩' : shown
  scribe.markup(
    `<a class="siglum" href="${address(first)}"${back}${attribute('aria-label', filled(backFromNote, sign))}>${escapeText(sign)}</a> `,
  )
  for (const [index, call] of others.entries()) {
    scribe.markup(
      `<a class="siglum" href="${address(call)}"${back}${attribute('aria-label', filled(backToPlace, index + 2))}>↩</a> `,
    )
  }
}

/** The label printed before a note, and what is left without it. It is the first leaf that is printed. */
function withoutLabel(node: NoteNode): {
  readonly printed: LabelNode | undefined
  readonly children: readonly BlockNode[]
} {
  const [first, ...rest] = node.children
  const holder = first && 'children' in first && first.type === 'paragraph' ? first : undefined
  const index = holder?.children.findIndex(({ type }) => type === 'label') ?? -1
  const printed = holder?.children[index]
  if (!holder || printed?.type !== 'label') return { printed: undefined, children: node.children }
  const children: readonly Inline[] = holder.children.toSpliced(index, 1)
  return { printed, children: [{ ...holder, children }, ...rest] }
}
