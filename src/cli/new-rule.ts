import { join } from 'node:path'
import { InputError } from '../model/input-error.ts'
import { LAYERS } from '../model/rule.ts'
import { whatIsAt } from '../store/read-file.ts'
import { replaceFiles } from '../store/write-file.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import type { OpenKind } from './open-kinds.ts'
import { styled } from './screen.ts'
import type { World } from './world.ts'

/** Layers whose rules propose emendations: what a rule without code can be in. */
const OPEN = ['word', 'mark'] as const

export interface NewRule {
  readonly kind?: OpenKind
  readonly from?: string
  readonly to?: string
}

/**
 * `emend rules new`: writes the skeleton of a rule into the folder's own `rules/`, valid as it stands, in
 * the nursery, where a rule is never applied unasked.
 *
 * Throws an `InputError` for an id that cannot be one, a rule that is there already, and words that do
 * not do for their kind.
 */
export async function newRule(
  id: string | undefined,
  { kind = 'substitution', from, to }: NewRule,
  world: World,
): Promise<ExitCode> {
  const [, layer = '', name = ''] = /^([a-z]+)\/([a-z][a-z\d-]*)$/u.exec(id ?? '') ?? []
  if (!OPEN.some((open) => open === layer)) {
    const why = LAYERS.some((known) => known === layer)
      ? 'a rule there needs code'
      : 'so that it can be found'
    throw new InputError(
      `Unexpected id ${id === undefined ? 'not given' : `\`${id}\``}, expected word/NAME or mark/NAME: ${why}`,
      'Such as `emend rules new word/old-press --from prefs --to press`.',
    )
  }
  const folder = join(world.root, 'rules', layer)
  const path = join(folder, `${name}.md`)
  if ((await whatIsAt(path)) !== 'nothing') {
    throw new InputError(
      `Unexpected rule at ${path}, expected none of this name`,
      'Choose another name.',
    )
  }
  const [printed, read] = EXAMPLES[kind]
  const text = skeleton(`${layer}/${name}`, kind, from ?? printed, to ?? read)
  // What was given may not do for its kind: then nothing is written.
  const { readRule } = await import('../rules/read-rule.ts')
  readRule(text, path)
  await replaceFiles(folder, new Map([[`${name}.md`, [text]]]))
  world.out.line([
    styled('strong', path),
    ' written: say in it what it is for, and try it with `emend rules test`',
  ])
  return EXIT.done
}

/** What is printed and what is read where nothing is given. */
const EXAMPLES: Readonly<Record<OpenKind, readonly [string, string]>> = {
  substitution: ['prefs', 'press'],
  pattern: ['prefs', 'press'],
  lexicon: ['prefs', 'press'],
  confusion: ['comrnon', 'common'],
}

/** What a rule of a kind declares of its own. */
function own(kind: OpenKind, id: string, from: string, to: string): object {
  switch (kind) {
    case 'substitution':
      return { from, to, word: id.startsWith('word/') }
    case 'pattern':
      // What is printed shall be matched as it stands.
      return {
        left: '',
        match: from.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&'),
        right: '',
        corr: to.replaceAll('$', '$$$$'),
      }
    case 'lexicon':
      return { readings: { '*': { [from]: to } } }
    case 'confusion':
      return { readings: { [scriptIn(from)]: confused(from, to) } }
  }
}

/** The letters in which two words differ, as a table. */
function confused(from: string, to: string): Readonly<Record<string, string>> {
  let start = 0
  while (start < from.length && start < to.length && from[start] === to[start]) start++
  let end = 0
  const most = Math.min(from.length, to.length) - start
  while (end < most && from.at(-1 - end) === to.at(-1 - end)) end++
  return { [from.slice(start, from.length - end)]: to.slice(start, to.length - end) }
}

function scriptIn(word: string): string {
  if (/\p{Script=Cyrillic}/u.test(word)) return 'Cyrillic'
  return /\p{Script=Greek}/u.test(word) ? 'Greek' : 'Latin'
}

function skeleton(id: string, kind: OpenKind, from: string, to: string): string {
  const declaration = {
    id,
    kind,
    proposes: 'emendation',
    error: id.startsWith('word/') ? 'word' : 'punctuation',
    cert: 'low',
    status: 'nursery',
    languages: [],
    ...own(kind, id, from, to),
  }
  const title = (id.split('/')[1] ?? '').replaceAll('-', ' ')
  return `# ${title.charAt(0).toUpperCase()}${title.slice(1)}

What this rule finds, in one sentence without an “and”.

\`\`\`json rule
${JSON.stringify(declaration, undefined, 2)}
\`\`\`

## Why

Why it is an error, and how it comes about.

## Evidence

What the rule looks at before it proposes anything.

## When it is wrong

The text that a careless version of the rule would harm.

## Sources

Where the rule comes from, and on how many cases it was measured.

## Examples

### changes what is wrong

\`\`\`text before
here ${from} stands
\`\`\`

\`\`\`text after
here ${to} stands
\`\`\`

### keeps what is right

\`\`\`text keep
here ${to} stands
\`\`\`
`
}
