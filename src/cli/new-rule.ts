import { join } from 'node:path'
import { InputError } from '../model/input-error.ts'
import { LAYERS } from '../model/rule.ts'
import { whatIsAt } from '../store/read-file.ts'
import { replaceFiles } from '../store/write-file.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import { styled } from './screen.ts'
import type { World } from './world.ts'

/** Layers whose rules propose emendations: what a rule without code can be in. */
const OPEN = ['word', 'mark'] as const

export interface NewRule {
  readonly from?: string
  readonly to?: string
}

/**
 * `emend rules new`: writes the skeleton of a rule into the folder's own `rules/`, valid as it stands: a
 * substitution in the nursery, which is never applied unasked.
 *
 * Throws an `InputError` for an id that cannot be one, and for a rule that is there already.
 */
export async function newRule(
  id: string | undefined,
  { from = 'prefs', to = 'press' }: NewRule,
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
  await replaceFiles(folder, new Map([[`${name}.md`, [skeleton(`${layer}/${name}`, from, to)]]]))
  world.out.line([
    styled('strong', path),
    ' written: say in it what it is for, and try it with `emend build`',
  ])
  return EXIT.done
}

function skeleton(id: string, from: string, to: string): string {
  const declaration = {
    id,
    kind: 'substitution',
    proposes: 'emendation',
    error: id.startsWith('word/') ? 'word' : 'punctuation',
    cert: 'low',
    status: 'nursery',
    languages: [],
    from,
    to,
    word: id.startsWith('word/'),
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
