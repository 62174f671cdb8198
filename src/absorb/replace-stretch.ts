import type { Change } from './change.ts'
import type { Findings } from './findings.ts'
import type { Passage, Sign } from './passage.ts'

/** A stretch of a passage of the edition. */
interface Stretch {
  readonly passage: Passage
  readonly from: number
  readonly to: number
}

/** What stands in its place in the edited file. */
interface Replacement {
  readonly tokens: readonly Stretch[]
  readonly origin: Passage
}

/** A mark at the end of a word that may call a note. */
const REFERENCE_MARK = /[\p{N}*†‡§]+\)?$/u

/**
 * Finds out what was done to a stretch within a passage. Where several things were done, the first of
 * them is found: pages, then calls taken away, then the text, then calls put in; the others are found
 * when the edition has been built with it.
 */
export function replaceStretch(
  stretch: Stretch,
  replacement: Replacement,
  findings: Pick<Findings, 'change' | 'refuse'>,
): void {
  const [{ passage, from, to }, { tokens, origin }] = turned(stretch, replacement)
  const mine = signsWithin([{ passage, from, to }])
  const theirs = signsWithin(tokens)
  const text = textOf(tokens)
  const printed = textOf([{ passage, from, to }])
  const [breaks, broken] = [of(mine, 'line break').length, of(theirs, 'line break').length]
  const [pages, paged] = [of(mine, 'page'), of(theirs, 'page')]
  const [calls, called] = [of(mine, 'call'), of(theirs, 'call')]
  const unknown = theirs.find(({ sign }) => sign.kind === 'unknown')
  const put = (change: Omitted): void => findings.change({ ...change, origin })

  if (unknown?.sign.kind === 'unknown') {
    refuse(unknown.sign.what, 'text, emphasis or a call of a note')
  } else if (breaks !== broken) {
    refuse(`${broken} line breaks`, `${breaks}: where lines end is as printed`)
  } else if (pages.length !== paged.length) refuse(`“${text.slice(0, 40)}”`, namedPage(pages[0]))
  else if (pages.length > 0) renumber()
  else if (calls.length > 0) changeCalls()
  else if (called.length > 0 && setCalls()) return
  else if (text !== printed) {
    put({ kind: 'reading', passage, from, to, text, emphasised: emphasisOf(tokens) })
  }

  function renumber(): void {
    let isOther = false
    pages.forEach(({ at, sign }, i) => {
      const other = paged[i]?.sign
      if (sign.kind !== 'page' || other?.kind !== 'page' || sign.shown === other.shown) return
      put({ kind: 'page', passage, at, shown: other.shown })
      isOther = true
    })
    if (!isOther) refuse(`“${text.slice(0, 40)}”`, namedPage(pages[0]))
  }

  function changeCalls(): void {
    calls.forEach(({ at }, i) => {
      const other = calls.length === called.length ? called[i]?.sign : undefined
      const note = other?.kind === 'call' ? other.label : undefined
      put({ kind: 'call', passage, from: at, to: at + 1, note })
    })
  }

  /** Makes marks calls, or puts calls in where the text is right already. */
  function setCalls(): boolean {
    const [first] = called
    if (first?.sign.kind !== 'call') return false
    const note = first.sign.label
    const mark = REFERENCE_MARK.exec(printed)?.[0] ?? ''
    const isOne = called.length === 1
    if (isOne && text === '' && printed !== '' && !printed.includes(' ')) {
      put({ kind: 'call', passage, from, to, note })
      return true
    }
    if (isOne && mark !== '' && !text.endsWith(mark)) {
      put({ kind: 'call', passage, from: to - mark.length, to, note })
      return true
    }
    if (text !== printed) return false
    for (const { sign, before } of called) {
      const at = from + before
      if (sign.kind === 'call') put({ kind: 'call', passage, from: at, to: at, note: sign.label })
    }
    return true
  }

  function refuse(unexpected: string, expected: string): void {
    const line = tokens[0] ? (origin.lines[tokens[0].from] ?? origin.line) : origin.line
    const place = passage.places.slice(from).find((one) => one !== undefined)
    const offset = typeof place === 'number' ? place : place?.from
    findings.refuse(origin, line, offset, [unexpected, expected])
  }
}

/**
 * What is put in between two blanks may begin with the first of them or end with the second. It begins
 * with it where it goes on the emphasis that stands before, and where it stands before emphasis or a page.
 */
function turned(stretch: Stretch, replacement: Replacement): readonly [Stretch, Replacement] {
  const { passage, from, to } = stretch
  const { tokens, origin } = replacement
  const [first, last] = [tokens[0]?.from ?? 0, tokens.at(-1)?.to ?? 0]
  const isBetween =
    from === to &&
    last > first &&
    passage.text[from - 1] === ' ' &&
    origin.text[first - 1] === ' ' &&
    origin.text[last - 1] === ' '
  const isOn = origin.emphasised[first] === true
  const isAtEdge = isOn
    ? passage.emphasised[from - 2] && !passage.emphasised[from - 1]
    : passage.emphasised[from]
  const isOne = origin.emphasised.slice(first - 1, last - 1).every((one) => one === isOn)
  const isBeforePage = passage.signs.get(from)?.kind === 'page'
  if (!isBetween || !(isBeforePage || (isAtEdge && isOne))) return [stretch, replacement]
  return [
    { passage, from: from - 1, to: to - 1 },
    { origin, tokens: [{ passage: origin, from: first - 1, to: last - 1 }] },
  ]
}

type Omitted = Change extends infer One ? (One extends Change ? Omit<One, 'origin'> : never) : never

/** A sign, its offset in the passage, and the characters of text before it in the stretch. */
interface Placed {
  readonly sign: Sign
  readonly at: number
  readonly before: number
}

function signsWithin(stretches: readonly Stretch[]): readonly Placed[] {
  const found: Placed[] = []
  let before = 0
  for (const { passage, from, to } of stretches) {
    for (let at = from; at < to; at++) {
      const sign = passage.signs.get(at)
      if (sign) found.push({ sign, at, before })
      else before++
    }
  }
  return found
}

function of(signs: readonly Placed[], kind: Sign['kind']): readonly Placed[] {
  return signs.filter(({ sign }) => sign.kind === kind)
}

function namedPage(page: Placed | undefined): string {
  return page?.sign.kind === 'page'
    ? `\`<!-- ${page.sign.shown} -->\` where the page begins`
    : 'no page that the raw text has not'
}

/** The text of stretches without the signs in it. */
function textOf(stretches: readonly Stretch[]): string {
  return stretches
    .flatMap((stretch) => unitsOf(stretch).map((at) => stretch.passage.text.charAt(at)))
    .join('')
}

/** Of each unit of that text: whether it is emphasised. */
function emphasisOf(stretches: readonly Stretch[]): readonly boolean[] {
  return stretches.flatMap((stretch) =>
    unitsOf(stretch).map((at) => stretch.passage.emphasised[at] === true),
  )
}

/** The offsets of a stretch at which no sign stands. */
function unitsOf({ passage, from, to }: Stretch): readonly number[] {
  return Array.from({ length: to - from }, (_, i) => from + i).filter(
    (at) => !passage.signs.has(at),
  )
}
