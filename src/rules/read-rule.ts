import type { Code, Heading, Paragraph, RootContent } from 'mdast'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { InputError } from '../model/input-error.ts'
import { LAYERS, type Layer } from '../model/rule.ts'
import { controlPictures } from './control-picture.ts'
import { readDeclaration } from './declaration.ts'
import type { Example, RuleFile, Section } from './rule-file.ts'

/**
 * Reads a rule from the Markdown of its file: title, summary, declaration, sections and examples.
 * `path` ends with `LAYER/name.md`.
 *
 * Throws an `InputError` that says what is wrong, in which file and line.
 */
export function readRule(markdown: string, path: string): RuleFile {
  const { children } = unified().use(remarkParse).parse(markdown)
  const { layer, id } = identityOf(path)
  const title = titleOf(children, path)
  const summary = summaryOf(children, path)
  const block = declarationBlock(children, path)
  const { declaration, lines } = readDeclaration(block.value, path, lineOf(block) + 1)
  if (declaration.id !== id) {
    throw new InputError(
      `Unexpected id \`${declaration.id}\` at ${path}:${lines.id ?? lineOf(block)}, expected \`${id}\`, as the file lies`,
    )
  }
  return {
    path,
    layer,
    title,
    summary,
    declaration,
    lines,
    sections: sectionsOf(children, markdown),
    examples: examplesOf(children, path),
  }
}

function identityOf(path: string): { readonly layer: Layer; readonly id: string } {
  const [, folder, name] = /([^/\\]+)[/\\]([^/\\]+)\.md$/u.exec(path) ?? []
  const layer = LAYERS.find((known) => known === folder)
  if (!layer || name === undefined || !/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/u.test(name)) {
    throw new InputError(
      `Unexpected place of a rule: ${path}, expected rules/LAYER/name.md`,
      `The layers are ${LAYERS.join(', ')}; a name has small letters, digits and hyphens.`,
    )
  }
  return { layer, id: `${layer}/${name}` }
}

function titleOf([first]: readonly RootContent[], path: string): string {
  if (first?.type === 'heading' && first.depth === 1) return plainText(first)
  throw new InputError(
    `Unexpected ${nameOf(first)} at ${path}:${first ? lineOf(first) : 1}, expected a title: \`# Title\``,
  )
}

function summaryOf([, second]: readonly RootContent[], path: string): string {
  if (second?.type === 'paragraph') return plainText(second)
  throw new InputError(
    `Unexpected ${nameOf(second)} at ${path}:${second ? lineOf(second) : 2}, expected a sentence that says what the rule finds`,
  )
}

function declarationBlock(children: readonly RootContent[], path: string): Code {
  const blocks = children.filter(
    (node): node is Code => node.type === 'code' && node.lang === 'json' && node.meta === 'rule',
  )
  const [block, second] = blocks
  if (!block) {
    throw new InputError(`Unexpected end at ${path}, expected a block \`\`\`json rule`)
  }
  if (second) {
    throw new InputError(
      `Unexpected second declaration at ${path}:${lineOf(second)}, expected one \`\`\`json rule in a file`,
    )
  }
  return block
}

function sectionsOf(children: readonly RootContent[], markdown: string): readonly Section[] {
  const heads = children.filter(
    (node): node is Heading => node.type === 'heading' && node.depth === 2,
  )
  return heads.map((head, i) => {
    const from = head.position?.end.offset ?? 0
    const to = heads[i + 1]?.position?.start.offset ?? markdown.length
    return { title: plainText(head), text: markdown.slice(from, to).trim() }
  })
}

/** The examples: each a title of the third degree, and a pair of blocks, or one that is kept. */
function examplesOf(children: readonly RootContent[], path: string): readonly Example[] {
  const examples: Example[] = []
  let title: Heading | undefined
  let blocks: Code[] = []
  const finish = (): void => {
    if (title) examples.push(exampleOf(title, blocks, path))
    title = undefined
    blocks = []
  }
  for (const node of children) {
    if (node.type === 'heading') finish()
    if (node.type === 'heading' && node.depth === 3) title = node
    if (node.type !== 'code' || node.lang !== 'text') continue
    if (!title) {
      throw new InputError(
        `Unexpected example at ${path}:${lineOf(node)}, expected a title over it: \`### Title\``,
      )
    }
    blocks.push(node)
  }
  finish()
  return examples
}

function exampleOf(title: Heading, blocks: readonly Code[], path: string): Example {
  const parts = blocks.map((block) => ({ block, words: (block.meta ?? '').split(/\s+/u) }))
  const find = (what: string): string | undefined => {
    const found = parts.filter(({ words }) => words[0] === what)
    return found.length === 1 ? found[0]?.block.value : undefined
  }
  const [before, after, keep] = [find('before'), find('after'), find('keep')]
  const language = parts.map(({ words }) => words[1]).find((word) => word !== undefined)
  const line = lineOf(title)
  const shared = { title: plainText(title), language, line }
  if (keep !== undefined && blocks.length === 1) {
    return { ...shared, before: controlPictures(keep), after: undefined }
  }
  if (before !== undefined && after !== undefined && blocks.length === 2) {
    return { ...shared, before: controlPictures(before), after: controlPictures(after) }
  }
  const seen = parts.map(({ words }) => words[0] || 'nothing').join(', ') || 'none'
  throw new InputError(
    `Unexpected blocks (${seen}) under the example at ${path}:${line}, expected \`\`\`text before and \`\`\`text after, or one \`\`\`text keep`,
  )
}

function lineOf({ position }: Pick<RootContent, 'position'>): number {
  return position?.start.line ?? 0
}

function nameOf(node: RootContent | undefined): string {
  return node?.type ?? 'end'
}

/** The text of a heading or paragraph, in one line. */
function plainText(node: Heading | Paragraph): string {
  const text = node.children.map(function textOf(child): string {
    if ('value' in child) return child.value
    return 'children' in child ? child.children.map(textOf).join('') : ''
  })
  return text.join('').replace(/\s+/gu, ' ').trim()
}
