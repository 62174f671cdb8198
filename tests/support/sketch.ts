import type { BlockNode, Inline, Item } from '../../src/model/edition.ts'

/**
 * A tree in one line a block, for tests: `p 1|One two.`, divisions and groups with braces around.
 *
 * In running text `3|` is the beginning of line 3, `_` a blank of the layout, `<12>` a page, `~` `=`
 * and `?` hyphens that are soft, hard or undecided, `‹1›` a label, `[1→n1]` a call, `{sic→corr}` a
 * correction, `*…*` emphasis, `<sic …>` an editorial mark, `(n1 …)` a note.
 */
export function sketch(nodes: readonly BlockNode[]): string {
  return nodes.flatMap(block).join('\n')
}

function block(node: BlockNode): readonly string[] {
  switch (node.type) {
    case 'division':
      return [`${node.kind} ${node.id} {`, ...indented(node.children), '}']
    case 'quotation':
    case 'epigraph':
    case 'verse':
    case 'table':
    case 'contents':
    case 'letter':
      return [`${node.type} {`, ...indented(node.children), '}']
    case 'list':
      return [`${node.rend} {`, ...node.children.flatMap(itemOrLeaf).map(indent), '}']
    case 'note':
      return [`note ${inner([node])}`]
    case 'heading':
      return [`h${node.level} ${inner(node.children)}`]
    case 'paragraph':
      return [`p ${inner(node.children)}`]
    case 'layout':
      return []
    default:
      return 'children' in node ? [`${node.type} ${inner(node.children)}`] : [leaf(node)]
  }
}

function itemOrLeaf(node: Item | BlockNode): readonly string[] {
  return node.type === 'item' ? [`item ${inner(node.children)}`] : block(node)
}

function indented(nodes: readonly BlockNode[]): readonly string[] {
  return nodes.flatMap(block).map(indent)
}

function indent(line: string): string {
  return `  ${line}`
}

function inner(nodes: readonly Inline[]): string {
  return nodes.map(leaf).join('')
}

const HYPHENS = { soft: '~', hard: '=', ask: '?' } as const

function leaf(node: Inline | BlockNode): string {
  switch (node.type) {
    case 'text':
      return node.value
    case 'layout':
      return node.value === '' ? '' : '_'
    case 'lineBeginning':
      return `${node.line}|`
    case 'pageBeginning':
      return node.inNote ? `<=${node.number}>` : `<${node.number}>`
    case 'formeWork':
      return `«${node.value}»`
    case 'hyphen':
      return HYPHENS[node.kind]
    case 'label':
      return `‹${node.value}›`
    case 'locator':
      return `[${inner(node.children)}→p${node.page ?? ''}]`
    case 'call':
      return `[${inner(node.children)}→${node.note ?? ''}]`
    case 'correction':
      return `{${inner(node.children)}→${node.reading}}`
    case 'emphasis':
      return `*${inner(node.children)}*`
    case 'editorialMark':
      return `<${node.what} ${inner(node.children)}>`
    case 'note':
      return `(${node.id} ${node.children.flatMap(block).join(' ')})`
    default:
      return sketch([node])
  }
}
