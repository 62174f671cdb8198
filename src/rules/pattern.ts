import { RE2JS } from 're2js'
import type { Edit } from '../model/emendation.ts'
import { InputError } from '../model/input-error.ts'
import type { Pass } from '../model/rule.ts'
import type { DeclaredRule, PatternDeclaration } from './rule-file.ts'

/** How many steps a compiled pattern may have: the time per character grows with them. */
const LARGEST = 250

/**
 * How many UTF-16 units a match can span, and how many beside it its context can see. Without this
 * bound a pattern that looks to the end of a block for each of its matches takes quadratic time.
 */
const REACH = 64

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

/** A stretch of the reading text. */
type Stretch = readonly [from: number, to: number]

/** Whether what stands beside a match is as it must be. The stretch is the block of the match. */
type Beside = (text: string, block: Stretch, match: Stretch) => boolean

/**
 * The pass of a rule that is a pattern in the syntax of RE2, matched block by block in linear time.
 *
 * `match` is sought first; `left` must then end where it begins, and `right` begin where it ends. A
 * match spans 64 UTF-16 units at most, and what stands beside it is seen as far. Throws an
 * `InputError` with file and line for a pattern that is not valid, that cannot be matched in linear
 * time, that is too large, or that matches nothing.
 */
export function patternPass(file: DeclaredRule, declared: PatternDeclaration): Pass {
  const match = matchOf(file, declared.match)
  const left = leftOf(file, declared.left)
  const right = rightOf(file, declared.right)
  const expand = template(file, declared.corr, match.groupCount())
  const evidence = [declared.evidence ?? file.summary]
  const { id: rule, error, cert } = declared
  return ({ reading: { text } }) => {
    const edits: Edit[] = []
    for (const block of blocksOf(text)) {
      for (const found of matchesIn(text, block, match)) {
        const [from, to] = found.stretch
        if (!left(text, block, found.stretch) || !right(text, block, found.stretch)) continue
        const corr = expand(found.group)
        const candidates = [corr]
        edits.push({ kind: 'edit', rule, error, from, to, corr, candidates, cert, evidence })
      }
    }
    return edits
  }
}

function matchOf(file: DeclaredRule, written: string): RE2JS {
  const bare = written.replace(/\\[^Az]|\[\^?\]?[^\]]*\]/gu, '')
  const anchor = /[\^$]|\\[Az]/u.exec(bare)
  if (anchor) {
    const advice = 'put what tells the beginning or end of a block into `left` or `right`.'
    throw unexpected(file, 'match', `anchor \`${anchor[0]}\``, 'none', advice)
  }
  const match = compiled(file, 'match', written, written)
  if (!match.matcher('').matches()) return match
  throw unexpected(file, 'match', 'pattern that matches nothing', 'one character at least')
}

/** Tests what stands before a match. Where the block begins out of reach, nothing begins in sight. */
function leftOf(file: DeclaredRule, written: string): Beside {
  if (written === '') return () => true
  const atStart = compiled(file, 'left', written, `(?:${written})\\z`)
  const inside = compiled(file, 'left', written, `(?s:.)(?:${written})\\z`)
  return (text, [start], [from]) => {
    const begin = from - REACH
    if (begin <= start) return atStart.matcher(text.slice(start, from)).find()
    return inside.matcher(text.slice(begin - 1, from)).find()
  }
}

/** Tests what stands behind a match. Where the block ends out of reach, nothing ends in sight. */
function rightOf(file: DeclaredRule, written: string): Beside {
  if (written === '') return () => true
  const atEnd = compiled(file, 'right', written, `\\A(?:${written})`)
  const inside = compiled(file, 'right', written, `\\A(?:${written})(?s:.)`)
  return (text, [, end], [, to]) => {
    const edge = to + REACH
    if (edge >= end) return atEnd.matcher(text.slice(to, end)).find()
    return inside.matcher(text.slice(to, edge + 1)).find()
  }
}

interface Match {
  readonly stretch: Stretch
  readonly group: (index: number) => string
}

/**
 * The matches in a block, the leftmost first. Each is sought in a window of two reaches and then
 * matched anew within its own, so that it does not matter where the window began.
 */
function* matchesIn(text: string, [start, end]: Stretch, pattern: RE2JS): Generator<Match> {
  // Most blocks have none, and are looked at once.
  if (!pattern.matcher(text.slice(start, end)).find()) return
  let at = start
  while (at < end) {
    const seeker = pattern.matcher(text.slice(at, Math.min(end, at + 2 * REACH)))
    const from = seeker.find() ? at + seeker.start() : end
    if (from > at + REACH) {
      at = wholeFrom(text, at + REACH)
      continue
    }
    const matcher = pattern.matcher(text.slice(from, wholeFrom(text, Math.min(end, from + REACH))))
    const length = matcher.lookingAt() ? matcher.end() : 0
    if (length > 0) {
      yield { stretch: [from, from + length], group: (index) => matcher.group(index) ?? '' }
    }
    at = length > 0 ? from + length : wholeFrom(text, from + 1)
  }
}

/** `at`, or behind the pair of surrogates that it would part. */
function wholeFrom(text: string, at: number): number {
  const parts = /^[\ud800-\udbff][\udc00-\udfff]/.test(text.slice(at - 1, at + 1))
  return parts ? at + 1 : at
}

/** The blocks of a reading text: from and to of each, the line feeds between left out. */
function* blocksOf(text: string): Generator<Stretch> {
  let from = 0
  while (from < text.length) {
    const end = text.indexOf('\n', from)
    const to = end < 0 ? text.length : end
    if (from < to) yield [from, to]
    from = to + 1
  }
}

function compiled(file: DeclaredRule, key: string, written: string, pattern: string): RE2JS {
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
  file: DeclaredRule,
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
  { path, lines }: DeclaredRule,
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
