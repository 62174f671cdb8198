import type { Inline, LabelNode, Text } from '../../model/edition.ts'

/**
 * Running text that shows its label, as text and with a blank behind it: the siglum of a note that
 * nothing calls, the label of an item that Markdown has no mark for.
 */
export function withLabel(children: readonly Inline[], label: string): readonly Inline[] {
  const index = children.findIndex((child) => child.type === 'label')
  const printed = children[index]
  if (printed?.type !== 'label') return [textOf(label), ...children]
  return [...children.slice(0, index), textOf(printed.value, printed), ...children.slice(index + 1)]
}

function textOf(label: string, place: Pick<LabelNode, 'from' | 'to'> = { from: 0, to: 0 }): Text {
  return { type: 'text', from: place.from, to: place.to, value: `${label} ` }
}
