import type { SignName } from './align.ts'
import type { Change } from './change.ts'
import type { Findings } from './findings.ts'
import { framesOf, type Passage, SIGN } from './passage.ts'
import { replaceStretch } from './replace-stretch.ts'
import { alignTokens, BEGINNING, charactersOf, type Hunk, type Token } from './tokens.ts'

type Names = readonly [SignName, SignName]

/** A place between two tokens of the edition. */
interface Place {
  readonly passage: Passage
  readonly at: number
}

/** Reads aligned tokens: what differs, and passages that are of another kind than they were. */
export function readHunks(
  hunks: readonly Hunk[],
  names: Names,
  near: Passage | undefined,
  to: Findings,
): void {
  const before = to.count
  const framed: [Passage, Passage][] = []
  let last: Token | undefined
  for (const hunk of rotated(hunks)) {
    if (hunk.isSame) samePairs(hunk, framed, to)
    else if (isWhole(hunk.base) && hunk.edited.length === 0) takenOut(hunk.base, near, to)
    else readHunk(hunk, last, names, framed, to)
    last = hunk.base.at(-1) ?? last
  }
  if (to.count > before) return
  for (const [mine, theirs] of framed) {
    if (mine.frame !== theirs.frame) refuseFrame(mine, theirs, to)
  }
}

/** A passage that was taken out or put in begins with its own beginning, not with the next one's. */
function rotated(hunks: readonly Hunk[]): readonly Hunk[] {
  const turned: Hunk[] = []
  for (const hunk of hunks) {
    const before = turned.at(-1)
    const side = hunk.base.length === 0 ? 'edited' : 'base'
    const isPure = !hunk.isSame && (hunk.base.length === 0 || hunk.edited.length === 0)
    const own = hunk[side]
    const isTurnable =
      isPure &&
      before?.isSame &&
      own.at(-1)?.name === BEGINNING &&
      own[0]?.name !== BEGINNING &&
      before[side].at(-1)?.name === BEGINNING
    if (!isTurnable) {
      turned.push(hunk)
      continue
    }
    const other = side === 'base' ? 'edited' : 'base'
    const head = before[side].slice(-1)
    turned[turned.length - 1] = {
      ...before,
      base: before.base.slice(0, -1),
      edited: before.edited.slice(0, -1),
    }
    const moved = { ...hunk, [side]: [...head, ...own.slice(0, -1)], [other]: [] }
    const same = { isSame: true, base: [], edited: [] }
    turned.push(moved, { ...same, [side]: own.slice(-1), [other]: before[other].slice(-1) })
  }
  return turned
}

/** Tokens that stand for each other: of a blank and a beginning, a passage was joined or split. */
function samePairs(hunk: Hunk, framed: [Passage, Passage][], to: Findings): void {
  hunk.base.forEach((mine, i) => {
    const theirs = hunk.edited[i]
    if (!theirs) return
    const [begins, began] = [theirs.name === BEGINNING, mine.name === BEGINNING]
    if (begins && began) sameBeginning(mine.passage, theirs.passage, framed, to)
    else if (began) joined(mine.passage, theirs.passage, to)
    else if (begins) split({ passage: mine.passage, at: mine.to }, theirs.passage, to)
  })
}

function sameBeginning(
  mine: Passage,
  theirs: Passage,
  framed: [Passage, Passage][],
  to: Findings,
): void {
  framed.push([mine, theirs])
  if (framesOf(mine) !== framesOf(theirs)) refuseFrame(mine, theirs, to)
  else if (mine.kind !== theirs.kind) begin({ passage: mine, at: 0 }, theirs, to)
}

function joined(passage: Passage, origin: Passage, to: Findings): void {
  if (isRunning(passage) && isRunning(origin)) to.change({ kind: 'join', passage, origin })
  else refuseKind(passage, origin, to)
}

function split(place: Place, origin: Passage, to: Findings): void {
  if (framesOf(place.passage) !== framesOf(origin)) refuseFrame(place.passage, origin, to)
  else begin(place, origin, to)
}

/** Lets a block of another kind begin. */
function begin({ passage, at }: Place, origin: Passage, to: Findings): void {
  if (isRunning(passage) && isRunning(origin)) {
    to.change({ kind: 'block', passage, at, as: origin.kind, origin })
  } else refuseKind(passage, origin, to)
}

function isRunning({ kind }: Passage): boolean {
  return kind === 'paragraph' || kind.startsWith('heading')
}

function refuseFrame(mine: Passage, theirs: Passage, to: Findings): void {
  to.refuse(theirs, theirs.line, undefined, [frameName(theirs), frameName(mine)])
}

function refuseKind(mine: Passage, theirs: Passage, to: Findings): void {
  to.refuse(theirs, theirs.line, undefined, [theirs.kind, `${mine.kind}, as the edition has it`])
}

function frameName(passage: Passage): string {
  const frame = framesOf(passage)
  const innermost = frame.split(' ').at(-1) ?? ''
  if (innermost === '>') return 'block quotation'
  if (innermost !== 'li') return 'block outside lists and quotations'
  return frame.includes('ol') ? `item of a numbered list (${frame})` : 'item of a list'
}

function readHunk(
  hunk: Hunk,
  last: Token | undefined,
  names: Names,
  framed: [Passage, Passage][],
  to: Findings,
): void {
  const { base, edited } = hunk
  const isWholeNew = base.length === 0 && isWhole(edited)
  const mine = parts(base)
  const theirs = parts(edited)
  const gone = mine.filter(isWhole)
  if (gone.length > 0 && mine.length - gone.length === theirs.length) {
    // Nothing of these stands anywhere in the file: they were taken out.
    const left = mine.filter((part) => !gone.includes(part))
    pairParts(left, theirs, last, framed, to)
    takenOut(gone.flat(), last?.passage, to)
  } else if (mine.length === theirs.length) pairParts(mine, theirs, last, framed, to)
  else if (edited.length === 1 && isWholeNew && last && last.to < last.passage.text.length) {
    split({ passage: last.passage, at: last.to }, edited[0]?.passage ?? last.passage, to)
  } else if (isWholeNew) putIn(edited, to)
  else readLoosely(hunk, last, names, framed, to)
}

/** Looks again, character by character, where passages are joined or split among other changes. */
function readLoosely(
  hunk: Hunk,
  last: Token | undefined,
  [ours, theirs]: Names,
  framed: [Passage, Passage][],
  to: Findings,
): void {
  const { base, edited } = hunk
  const loose = alignTokens(charactersOf(base, ours), charactersOf(edited, theirs), true)
  if (!loose) refuseHunk(hunk, to)
  let before = last
  for (const found of loose ?? []) {
    if (found.isSame) samePairs(found, framed, to)
    else readLoose(found, before, framed, to)
    before = found.base.at(-1) ?? before
  }
}

/** Parts of as many passages: each stands in the place of its partner. */
function pairParts(
  base: readonly (readonly Token[])[],
  edited: readonly (readonly Token[])[],
  last: Token | undefined,
  framed: [Passage, Passage][],
  to: Findings,
): void {
  base.forEach((mine, i) => {
    const theirs = edited[i] ?? []
    const [head, otherHead] = i > 0 ? [mine[0], theirs[0]] : []
    if (head && otherHead) sameBeginning(head.passage, otherHead.passage, framed, to)
    replacePart(mine.slice(head ? 1 : 0), theirs.slice(otherHead ? 1 : 0), head ?? last, to)
  })
}

/** A hunk of single characters in which passages are joined or split, and more. */
function readLoose(
  hunk: Hunk,
  last: Token | undefined,
  framed: [Passage, Passage][],
  to: Findings,
): void {
  const [mine, theirs] = [parts(hunk.base), parts(hunk.edited)]
  const [first] = hunk.edited
  const begun = hunk.base.find(({ name }) => name === BEGINNING)
  const origin = first?.passage ?? last?.passage
  // What else differs is looked at again when the passages are joined or split.
  if (mine.length === theirs.length) pairParts(mine, theirs, last, framed, to)
  else if (mine.length === theirs.length + 1 && begun && origin)
    joined(begun.passage, first?.passage ?? begun.passage, to)
  else if (theirs.length === 2 && mine.length === 1) splitSomewhere(hunk, last, to)
  else refuseHunk(hunk, to)
}

/** Splits at the blank that the beginning stands for, if there is just one place for it. */
function splitSomewhere(hunk: Hunk, last: Token | undefined, to: Findings): void {
  const beginning = hunk.edited.find(({ name }) => name === BEGINNING)
  const index = hunk.edited.findIndex(({ name }) => name === BEGINNING)
  if (!beginning) return
  const blanks = hunk.base.filter(({ name }) => name === ' ')
  const [blank] = blanks
  const [first] = hunk.base
  const isAtEnd = index === hunk.edited.length - 1
  const end = hunk.base.at(-1)
  if (blank && blanks.length === 1)
    split({ passage: blank.passage, at: blank.to }, beginning.passage, to)
  else if (index === 0 && first)
    split({ passage: first.passage, at: first.from }, beginning.passage, to)
  else if (isAtEnd && end) split({ passage: end.passage, at: end.to }, beginning.passage, to)
  else if (!first && last) split({ passage: last.passage, at: last.to }, beginning.passage, to)
  else refuseHunk(hunk, to)
}

/** The tokens before the first beginning, and those from each beginning on. */
function parts(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const found: Token[][] = [[]]
  for (const token of tokens) {
    if (token.name === BEGINNING) found.push([])
    found.at(-1)?.push(token)
  }
  return found
}

/** Whether tokens are whole passages, beginnings included. */
function isWhole(tokens: readonly Token[]): boolean {
  const end = tokens.at(-1)
  return tokens[0]?.name === BEGINNING && end !== undefined && end.to === end.passage.text.length
}

function takenOut(tokens: readonly Token[], near: Passage | undefined, to: Findings): void {
  for (const passage of new Set(tokens.map((token) => token.passage))) {
    const changes: Change[] = []
    const own = { change: (change: Change) => changes.push(change) }
    replaceStretch(
      { passage, from: 0, to: passage.text.length },
      { tokens: [], origin: near ?? passage },
      { change: own.change, refuse: to.refuse.bind(to) },
    )
    to.gone(passage.text, changes)
  }
}

function putIn(tokens: readonly Token[], to: Findings): void {
  for (const passage of new Set(tokens.map((token) => token.passage))) {
    to.come(passage.text)
    to.refuse(passage, passage.line, undefined, [
      `${passage.kind} “${passage.text.replaceAll(SIGN, '…').slice(0, 40)}”`,
      'only text that the raw text has in this place',
    ])
  }
}

function replacePart(
  base: readonly Token[],
  edited: readonly Token[],
  last: Token | undefined,
  to: Findings,
): void {
  const [first] = base
  const end = base.at(-1)
  if (base.length + edited.length === 0) return
  const passage = first?.passage ?? last?.passage
  if (!passage) {
    putIn(edited, to)
    return
  }
  const from = first?.from ?? last?.to ?? 0
  replaceStretch(
    { passage, from, to: end?.to ?? from },
    { tokens: edited, origin: edited[0]?.passage ?? passage },
    to,
  )
}

function refuseHunk({ base, edited }: Hunk, to: Findings): void {
  const [mine, theirs] = [excerpt(base), excerpt(edited)]
  const passage = edited[0]?.passage
  const line = passage?.lines[edited[0]?.from ?? 0] ?? passage?.line ?? 1
  to.refuse(passage, line, undefined, [`“${theirs}”`, `“${mine}” with corrections`])
}

function excerpt(tokens: readonly Token[]): string {
  const text = tokens.map(({ name, passage, from, to }) =>
    name === BEGINNING ? ' ¶ ' : passage.text.slice(from, to),
  )
  return text.join('').slice(0, 40).trim()
}
