import { RE2JS } from 're2js'
import type { Edit } from '../model/emendation.ts'
import { InputError } from '../model/input-error.ts'
import type { Pass } from '../model/rule.ts'
import type { PatternDeclaration, RuleFile } from './rule-file.ts'

/** How many steps a compiled pattern may have: the time per character grows with them. */
const LARGEST = 250

/** How many UTF-16 units before and after a match its context can see. */
const CONTEXT = 64

/** What RE2 has not, or not as one expects, and what to write instead. */
const REFUSED: readonly (readonly [RegExp, string, string])[] = [
  [
    /\\[bB]/u,
    'word border',
    '`\\b` knows Latin letters only: put what stands beside the match into `left` and `right`, such as `[^\\p{L}]|^`, or write a substitution with `word`',
  ],
  [/\\[wW]/u, 'class', '`\\w` knows Latin letters only: write `[\\p{L}\\p{M}\\p{Nd}]`'],
  [/\(\?<[=!]/u, 'lookbehind', 'put what stands before the match into `left`'],
  [/\(\?[=!]/u, 'lookahead', 'put what stands behind the match into `right`'],
  [/\\(?:[1-9]|k[<{])/u, 'back reference', 'it cannot be matched in linear time'],
  [/\\[pP]\{\w+=/u, 'property', 'write the script alone: `\\p{Cyrillic}`'],
]

/**
 * The pass of a rule that is a pattern in the syntax of RE2, matched block by block in linear time.
 *
 * `match` is sought first; `left` must then end where it begins, and `right` begin where it ends,
 * within 64 characters. Throws an `InputError` with file and line for a pattern that is not valid, that
 * cannot be matched in linear time, that is too large, or that matches nothing.
 */
export function patternPass(file: RuleFile, declared: PatternDeclaration): Pass {
  const match = compiled(file, 'match', declared.match, declared.match)
  if (match.matcher('').matches()) {
    throw unexpected(file, 'match', 'pattern that matches nothing', 'one character at least')
  }
  const left = declared.left && compiled(file, 'left', declared.left, `(?:${declared.left})\\z`)
  const right =
    declared.right && compiled(file, 'right', declared.right, `\\A(?:${declared.right})`)
  const expand = template(file, declared.corr, match.groupCount())
  const why = [declared.evidence ?? file.summary]
  return ({ reading: { text } }) => {
    const edits: Edit[] = []
    for (const block of blocksOf(text)) edits.push(...editsIn(text, block))
    return edits
  }

  function editsIn(text: string, [start, end]: readonly [number, number]): readonly Edit[] {
    const edits: Edit[] = []
    const matcher = match.matcher(text.slice(start, end))
    while (matcher.find()) {
      const from = start + matcher.start()
      const to = start + matcher.end()
      if (from === to) continue
      if (left && !left.matcher(text.slice(Math.max(start, from - CONTEXT), from)).find()) continue
      if (right && !right.matcher(text.slice(to, Math.min(end, to + CONTEXT))).find()) continue
      const corr = expand((group) => matcher.group(group) ?? '')
      const { id: rule, error, cert } = declared
      const candidates = [corr]
      edits.push({ kind: 'edit', rule, error, from, to, corr, candidates, cert, evidence: why })
    }
    return edits
  }
}

/** The blocks of a reading text: from and to of each, the line feeds between left out. */
function* blocksOf(text: string): Generator<readonly [number, number]> {
  let from = 0
  while (from < text.length) {
    const end = text.indexOf('\n', from)
    const to = end < 0 ? text.length : end
    if (from < to) yield [from, to]
    from = to + 1
  }
}

function compiled(file: RuleFile, key: string, written: string, pattern: string): RE2JS {
  // An escaped backslash escapes nothing behind it.
  const bare = written.replaceAll('\\\\', '')
  for (const [refused, name, advice] of REFUSED) {
    const found = refused.exec(bare)
    if (!found) continue
    throw unexpected(file, key, `${name} \`${found[0]}\``, 'a pattern of RE2', `${advice}.`)
  }
  let made: RE2JS
  try {
    made = RE2JS.compile(pattern)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw unexpected(file, key, 'pattern', `one in the syntax of RE2: ${why}`)
  }
  if (made.programSize() > LARGEST) {
    throw unexpected(file, key, `pattern of ${made.programSize()} steps`, `at most ${LARGEST}`)
  }
  return made
}

/** Puts the groups of a match into `corr`. */
function template(
  file: RuleFile,
  corr: string,
  groups: number,
): (group: (index: number) => string) => string {
  for (const [found, index] of corr.matchAll(/\$(\$|\d*)/gu)) {
    if (index === '$' || (index !== '' && Number(index) <= groups)) continue
    throw unexpected(
      file,
      'corr',
      `\`${found}\``,
      `$0 to $${groups}, the groups of \`match\`, or $$ for a dollar`,
    )
  }
  return (group) =>
    corr.replace(/\$(\$|\d+)/gu, (_, index: string) => (index === '$' ? '$' : group(Number(index))))
}

function unexpected(
  { path, lines }: RuleFile,
  key: string,
  what: string,
  expected: string,
  advice = '',
): InputError {
  const at = lines[key] ?? lines.id ?? 1
  return new InputError(
    `Unexpected ${what} in \`${key}\` at ${path}:${at}, expected ${expected}`,
    advice,
  )
}
